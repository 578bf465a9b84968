"""Registering talks and notes."""

from __future__ import annotations
