"""A schema of two tables with its own migrations, so that the store is tested without the program's tables."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

from db.store.schema_version import Schema

_HEAD = """
    import sqlalchemy as sa
    from alembic import op

    revision = "{number:04d}"
    down_revision = {down}
"""

_FIRST = """
    def upgrade():
        op.create_table("person", sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.Text))
        op.create_table(
            "visit",
            sa.Column("id", sa.Integer, primary_key=True),
            sa.Column(
                "person_id", sa.Integer,
                sa.ForeignKey("person.id", name="fk_visit_person", ondelete="CASCADE",
                              deferrable=True, initially="DEFERRED"),
                nullable=False,
            ),
            sa.Column("text", sa.Text),
        )
"""

REBUILD_BOTH = """
    def upgrade():
        for table in ("person", "visit"):
            with op.batch_alter_table(table, recreate="always") as batch:
                batch.add_column(sa.Column("added", sa.Integer, server_default="0", nullable=False))
"""

ADD_A_TABLE = """
    def upgrade():
        op.create_table("later_table", sa.Column("id", sa.Integer, primary_key=True))
"""

FAIL_HALFWAY = """
    def upgrade():
        op.execute("DELETE FROM visit")
        op.create_table("half_made", sa.Column("id", sa.Integer, primary_key=True))
        raise ValueError("a fault in the migration")
"""

LOSE_A_PARENT = """
    def upgrade():
        op.execute("DELETE FROM person")
"""


def small_schema(folder: Path, *later: str) -> Schema:
    """Write the first migration and `later` ones under `folder`, and return the schema they lead to."""
    versions = folder / "versions"
    versions.mkdir(parents=True, exist_ok=True)
    for number, body in enumerate((_FIRST, *later), start=1):
        down = None if number == 1 else f"{number - 1:04d}"
        text = dedent(_HEAD).format(number=number, down=repr(down)) + "\n" + dedent(body)
        (versions / f"{number:04d}_step.py").write_text(text, encoding="utf-8")
    return Schema(1 + len(later), folder)
