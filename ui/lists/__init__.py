"""Lists of frozen rows that several rooms show: model, cells, drawing, small tables, and cards over a page."""

from __future__ import annotations
