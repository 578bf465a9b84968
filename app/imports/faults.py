"""What can be wrong in a file, and how it is told: where, what was wrong, and what would be right."""

from __future__ import annotations

from dataclasses import dataclass


class CellFault(Exception):  # noqa: N818 - the field's word, an outcome and not a fault of the program.
    """One cell cannot be read. Both texts are Danish; neither holds a name, a CPR number or free text."""

    def __init__(self, wrong: str, right: str) -> None:
        """Carry what was wrong and what would be right."""
        super().__init__(wrong)
        self.wrong = wrong
        self.right = right


@dataclass(frozen=True, slots=True)
class RowFault:
    """Why one row was refused.

    `line` is the line in the file, counted from 1 with the headings as the first; `column`
    is the heading of the canonical form, None when the row as a whole is meant.
    """

    line: int
    column: str | None
    wrong: str
    right: str

    @property
    def text(self) -> str:
        """One Danish sentence for the person at the screen."""
        where = f"Linje {self.line}" if self.column is None else f"Linje {self.line}, kolonnen »{self.column}«"
        return f"{where}: {self.wrong} {self.right}".rstrip()


@dataclass(frozen=True, slots=True)
class RowNotice:
    """Something worth knowing that did not stop a row. `line` None means the file as a whole."""

    line: int | None
    message: str

    @property
    def text(self) -> str:
        """One Danish sentence for the person at the screen."""
        return self.message if self.line is None else f"Linje {self.line}: {self.message}"
