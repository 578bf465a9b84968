"""Reading the queue's facts with the bare driver, one module a subject.

2026-11-22. The window shows the queue before SQLAlchemy is imported: its import alone costs more than
unlocking, reading three hundred cases and computing their rows together. The price is plain SQL here,
which a test holds against the mapped rows column by column.
"""
