"""What is made anew after every upgrade, from the schema as it then stands.

Generated triggers (their names begin with `tov_`) name the columns of their tables, so a table cannot be
rebuilt under them: the upgrade drops them first and calls these functions last, in this order and in the
same transaction.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from db.migrations.insert_only import guard_insert_only_tables

AfterUpgrade = Callable[[Connection], None]

AFTER_UPGRADE: tuple[AfterUpgrade, ...] = (guard_insert_only_tables,)
