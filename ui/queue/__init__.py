"""Min produktion: the queue as a list, and why each row stands there."""

from __future__ import annotations
