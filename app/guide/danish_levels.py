"""Levels of Danish: the modules 1 to 6 of danskuddannelse, read out of what people write."""

from __future__ import annotations

import re
from functools import lru_cache

_MODULE = re.compile(r"(?:modul|m)\.?\s*([1-6])\b", re.IGNORECASE)


@lru_cache(maxsize=1024)
def module_of(text: str | None) -> int | None:
    """The highest module that a text names (*modul 2*, *DU2, modul 3*); None when it names none."""
    return max((int(number) for number in _MODULE.findall(text or "")), default=None)
