"""The window's frame: navigation, pages, notices and the open store behind them."""

from __future__ import annotations
