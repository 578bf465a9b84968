"""The day on which the demo begins."""

from __future__ import annotations

from datetime import date
from typing import Final

DEMO_DAY: Final = date(2007, 3, 20)
