"""What a use case changed: the one signal by which every open screen decides whether it cares."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Changes:
    """Kinds of rows and the ids touched, and the cases they belong to.

    `kinds` are table names; `rows` are (table name, row id); `cases` are citizens' ids.
    """

    kinds: frozenset[str] = frozenset()
    rows: frozenset[tuple[str, str]] = frozenset()
    cases: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """False when nothing was changed."""
        return bool(self.rows)

    def __or__(self, other: Changes) -> Changes:
        """Both sets of changes together."""
        return Changes(self.kinds | other.kinds, self.rows | other.rows, self.cases | other.cases)


@dataclass(frozen=True, slots=True)
class Done:
    """What a use case answers: the id of what it is about, what changed, and Danish notices for the screen.

    Notices are things worth knowing that did not stop the save, such as a CPR number that fails modulus 11.
    """

    id: str
    changes: Changes = field(default_factory=Changes)
    notices: tuple[str, ...] = ()
