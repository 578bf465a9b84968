"""Fields of every form, one kind a file, and the form that collects them."""

from __future__ import annotations
