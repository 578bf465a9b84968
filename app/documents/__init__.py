"""Documents that leave the house on paper. The only room that knows a library for PDF."""

from __future__ import annotations
