"""A note with headings to write under; a heading under which nothing was written is left out."""

from __future__ import annotations

from collections.abc import Sequence

from ui.forms.text_fields import Note


class HeadedNote(Note):
    """Each heading stands on its own line and ends with a colon; the text may follow it or stand below."""

    def __init__(self, label: str, headings: Sequence[str], *, help_text: str = "", lines: int = 8) -> None:
        """Make a note with the headings in it."""
        super().__init__(label, help_text=help_text, lines=lines)
        self._headings = tuple(f"{heading}:" for heading in headings)
        self.set_value("\n".join(self._headings))

    def value(self) -> str:
        """The text without empty headings, empty when nothing was written."""
        kept: list[str] = []
        waiting: list[str] = []
        for line in super().value().splitlines():
            if line.strip() in self._headings:
                waiting = [line.strip()]
            elif line.strip():
                if line.strip().startswith(self._headings):
                    waiting = []
                kept += [*waiting, line.rstrip()]
                waiting = []
        return "\n".join(kept)
