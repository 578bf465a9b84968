"""The mapped rows, one module a subject. Importing this package loads SQLAlchemy: never on the start path."""

from __future__ import annotations

from db.rows import cases, local, offers, orders, organisation, own, people, plans, talks, visits
from db.rows.base import PartitionKind, Row

__all__ = [
    "PartitionKind",
    "Row",
    "cases",
    "local",
    "offers",
    "orders",
    "organisation",
    "own",
    "people",
    "plans",
    "talks",
    "visits",
]
