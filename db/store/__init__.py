"""The encrypted store: one folder with `tovholder.db`, its wrapped key, its lock and its backups.

2026-11-22: the store is opened by the bare driver and, beside it, by SQLAlchemy. SQLAlchemy takes about
200 ms to import, longer than the window takes to paint, so the first queue is read by the bare driver
(`Store.raw_reader`) and SQLAlchemy is imported when the first use case runs. Both come from one opener
(`opening.py`), so that there is one place where a connection gets its key and its settings.

Nothing is imported here: a module of this package costs only what it needs itself.
"""

from __future__ import annotations
