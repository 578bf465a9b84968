"""Numbers of plans and orders, made on any laptop without a counter: `2007-7KQ2M`."""

from __future__ import annotations

import uuid

# Crockford's base 32: no I, L, O or U, which are read as 1, 1, 0 and V.
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH = 5


def number_of(row_id: str, year: int) -> str:
    """Year and five characters from the row's id; its last bits, since the first ones are the time of day."""
    bits = uuid.UUID(row_id).int
    return f"{year}-" + "".join(_LETTERS[bits >> 5 * place & 31] for place in reversed(range(_LENGTH)))
