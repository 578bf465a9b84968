"""What alembic runs its steps in: the connection and the transaction that `run.upgrade` has made.

Alembic loads this file by its path. There is no alembic.ini: `run.py` says everything in code.
"""

from __future__ import annotations

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    # Columns and constraints are changed by rebuilding the table, since SQLite cannot change them.
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
