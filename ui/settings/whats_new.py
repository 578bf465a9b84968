"""Hvad er nyt: what each version brought, in the worker's words, and the line that says so once."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from app.cases.seen_version import note_version
from ui.manual.manual_window import give_air
from ui.operation import Road
from ui.settings.about_facts import program_version
from ui.shell.begin_at import begin_at
from ui.shell.notice_bar import Way
from ui.theme.tokens import Size, Space, Tone

if TYPE_CHECKING:
    from app.work import Work
    from ui.shell.workplace import Workplace

WHATS_NEW: Final = "whats_new"

_NUMBERS = re.compile(r"\d+")


class WhatsNewPage(QWidget):
    """The newest version first."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        """Make the page; its text is read beside it."""
        super().__init__(parent)
        self.text = QTextBrowser()
        self.text.setAccessibleName(self.tr("Hvad er nyt"))
        self.text.setOpenLinks(False)
        self.text.setMaximumWidth(Size.READING)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(workplace.header(self.tr("Hvad er nyt")))
        row = QHBoxLayout()
        row.setContentsMargins(Space.XL, Space.L, Space.XL, Space.XL)
        row.addWidget(self.text, stretch=1)
        row.addStretch()
        column.addLayout(row, stretch=1)
        begin_at(self, self.text)
        workplace.run(Road.READ, read_news, self._show, self)

    def _show(self, text: str) -> None:
        self.text.setMarkdown(text)
        give_air(self.text.document())


def news_folder() -> Path:
    """Where there is a file a version."""
    return Path(str(files("resources"))) / "whats_new"


def read_news() -> str:
    """The Markdown of all versions, the newest first."""
    found = sorted(news_folder().glob("*.md"), key=_numbers, reverse=True)
    return "\n\n".join(path.read_text(encoding="utf-8").strip() for path in found)


def tell_of_new_version(workplace: Workplace, version: str | None = None) -> None:
    """Say once that a new version has been installed, and lead to what it brought."""
    now = version or program_version()

    def look(work: Work) -> str | None:
        return note_version(work, now)

    def show() -> None:
        workplace.show_page(WHATS_NEW)

    def told(before: str | None) -> None:
        # What does not work is more important than what is new.
        if before is None or workplace.window.notice.text():
            return
        text = workplace.tr("Tovholder er opdateret til version {version}.").format(version=now)
        workplace.window.notice.show_text(text, Tone.BLUE, way=Way(workplace.tr("Hvad er nyt"), show))

    desk = workplace.desk
    workplace.run(Road.WRITE, desk.write("note_version", look), told)


def _numbers(path: Path) -> tuple[int, ...]:
    return tuple(int(number) for number in _NUMBERS.findall(path.stem))
