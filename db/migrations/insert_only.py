"""What is only ever added to: the log of who saw whom, and the bytes that were handed out.

A row of these tables is evidence. The database itself refuses to change one, so that neither a slip in the
program nor a foreign tool with the key can do it unnoticed.
"""

from __future__ import annotations

from sqlalchemy import Connection

FORBIDDEN: tuple[tuple[str, str], ...] = (
    ("usage_log", "update"),
    ("usage_log", "delete"),
    ("blob", "update"),
)


def guard_insert_only_tables(connection: Connection) -> None:
    """Make the triggers for the tables that exist."""
    tables = set(connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars())
    for table, change in FORBIDDEN:
        if table in tables:
            connection.exec_driver_sql(
                f"CREATE TRIGGER tov_{table}_no_{change} BEFORE {change.upper()} ON {table}"
                f" BEGIN SELECT RAISE(ABORT, '{table} is only ever added to'); END"
            )
