"""Lists over frozen rows: one model, one way to draw them, one view."""

from __future__ import annotations
