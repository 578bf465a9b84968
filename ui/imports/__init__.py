"""Files in: choose, look at the report, take in."""

from __future__ import annotations
