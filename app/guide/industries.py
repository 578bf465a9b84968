"""The short list of industries, by its names and by the words in them: `rengøring` is *Rengøring og service*."""

from __future__ import annotations

from collections import defaultdict
from difflib import get_close_matches

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.names import search_text
from db.rows.offers import IndustryRow


class Industries:
    """Looks an industry up as people write it: in any spelling, by its name or by a word that is only its own."""

    def __init__(self, session: Session) -> None:
        """Read the list. `names` has them by id, in the list's order."""
        query = select(IndustryRow.id, IndustryRow.name).where(IndustryRow.gone.is_(False))
        rows = session.execute(query.order_by(IndustryRow.rank, IndustryRow.name))
        self.names = {row.id: row.name for row in rows}
        words: defaultdict[str, set[str]] = defaultdict(set)
        for row_id, name in self.names.items():
            for word in (name, *name.split(" og ")):
                words[search_text(word)].add(row_id)
        self._ids = {word: next(iter(ids)) for word, ids in words.items() if len(ids) == 1}

    def find(self, text: str) -> str | None:
        """The id of an industry; None when there is none of that name, or more than one."""
        return self._ids.get(search_text(text))

    def hint(self, text: str) -> str:
        """Every name, and which of them may have been meant."""
        near = get_close_matches(search_text(text), self._ids, n=1, cutoff=0.75)
        meant = f" Mon der menes »{self.names[self._ids[near[0]]]}«?" if near else ""
        return f"{', '.join(self.names.values())}.{meant}"
