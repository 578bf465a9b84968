"""Files in: choose them, say what their columns are, look at what will happen, and take them in."""

from __future__ import annotations
