"""Make every table of the program, those of later work too, so that no laptop's store is rebuilt for them.

The statements stand in the file beside this one exactly as they are run: what a store of version 1 looks
like must not change when the mapped rows do.

Revision ID: 0001
"""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Run the statements one by one, inside the transaction that is open."""
    text = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    for statement in text.split(";\n"):
        if statement.strip():
            op.get_bind().exec_driver_sql(statement)
