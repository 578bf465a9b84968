"""Find numbers in a text that could be a living person's CPR number."""

from __future__ import annotations

import re

# Exactly ten digits, or six, a hyphen and four, standing alone: not a part of a longer number, of a hash or of an
# identifier, and not the decimals of a number. Only days 01-31 and months 01-12 count: replacement numbers (day + 60),
# which all invented people have, pass.
_NUMBER = re.compile(
    r"(?<![0-9A-Za-z])(?<![0-9]\.)(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])[0-9]{2}-?[0-9]{4}(?![0-9A-Za-z])"
)


def lines_with_cpr_numbers(text: str) -> list[int]:
    """Give the numbers of the lines, from 1; never the numbers found, since the answer is printed."""
    return sorted({text.count("\n", 0, hit.start()) + 1 for hit in _NUMBER.finditer(text)})
