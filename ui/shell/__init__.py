"""The window's frame: navigation, pages, notices, the open store behind them, and rows and focus of every page."""

from __future__ import annotations
