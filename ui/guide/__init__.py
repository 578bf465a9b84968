"""Visitationsguide: find the offer that helps, compare, look closer, and decide."""

from __future__ import annotations
