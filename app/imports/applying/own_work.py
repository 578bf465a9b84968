"""Whether a row was last written by a person here after the extract was made: then it beats the extract.

2026-11-22. An import stamps its rows with the worker who ran it, so that the author cannot tell. What tells is
the instant: an import gives all its rows one instant, the `made_at` of its `import_run`, whose microseconds are
drawn from the run's id so that no save by hand shares it. A row that bears none of these instants was written
by hand. The extract bears only a date; what was saved by hand on that very day counts as later, because a
worker's own words must not be lost silently, and the difference is listed either way.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.rows.local import ImportRunRow


class OwnWork:
    """Answers for one import."""

    def __init__(self, session: Session, extract_on: date) -> None:
        """Read the instants of all earlier imports."""
        self._imports = set(session.scalars(select(ImportRunRow.made_at)))
        self._extract_on = extract_on

    def by_hand(self, written_at: datetime | None) -> bool:
        """Whether no import wrote a row at that instant."""
        return written_at is not None and written_at not in self._imports

    def __contains__(self, written_at: datetime | None) -> bool:
        """Whether a row written at that instant beats the extract."""
        if written_at is None or not self.by_hand(written_at):
            return False
        return written_at.astimezone().date() >= self._extract_on


def instant_of_run(now: datetime, run_id: str) -> datetime:
    """The instant that an import stamps its rows with: this second, and microseconds from the run's id."""
    return now.replace(microsecond=1 + int(run_id[-8:], 16) % 999_999)
