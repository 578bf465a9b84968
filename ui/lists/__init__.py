"""Lists of frozen rows that several rooms show: cells, their drawing, small tables, and cards over a page."""

from __future__ import annotations
