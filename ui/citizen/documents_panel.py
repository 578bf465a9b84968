"""Dokumenter: what was received and what was printed; a copy leaves the store only where the person chooses."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.cases.attach_document import DocumentType
from app.cases.case_documents import PRINTED, DocumentLine
from ui.citizen.page_deeds import Deeds
from ui.citizen.panel_parts import Panel, add_buttons, add_heading, add_line, add_nothing, button, link
from ui.danish_dates import full_date
from ui.shell.case_action import CaseAction

VIEWABLE = frozenset({DocumentType.PNG.value, DocumentType.JPEG.value, DocumentType.TEXT.value})
"""What the program shows itself; the rest is opened from a copy."""


class DocumentsPanel(Panel):
    """Received and printed papers apart."""

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        """Make an empty panel."""
        super().__init__(parent)
        self._deeds = deeds

    def show_documents(self, documents: Sequence[DocumentLine]) -> None:
        """Show both lists."""

        def fill(column: QVBoxLayout) -> None:
            received = [line for line in documents if line.kind != PRINTED]
            printed = [line for line in documents if line.kind == PRINTED]
            add_heading(column, self.tr("Modtagne dokumenter"))
            if not received:
                add_nothing(column, self.tr("Der er ikke vedhæftet dokumenter."))
            for line in received:
                sender = self.tr(" fra {sender}").format(sender=line.sender) if line.sender else ""
                self._add(column, line, self.tr("Modtaget {day}").format(day=full_date(line.day)) + sender)
            add_buttons(
                column,
                button(self.tr("Vedhæft dokument …"), lambda: self._deeds.act(CaseAction.ATTACH_DOCUMENT, None)),
            )
            add_heading(column, self.tr("Udskrevne breve"))
            if not printed:
                add_nothing(column, self.tr("Der er ikke udskrevet breve."))
            for line in printed:
                self._add(column, line, self.tr("Udskrevet {day}").format(day=full_date(line.day)))

        self.build(fill)

    def _add(self, column: QVBoxLayout, line: DocumentLine, text: str) -> None:
        if not line.here:
            add_line(column, line.title, self.tr("{text}. Ikke hentet til denne computer.").format(text=text))
            return
        buttons = [link(self.tr("Gem kopi …"), lambda: self._deeds.save_document(line), line.title)]
        if line.media_type in VIEWABLE:
            buttons.insert(0, link(self.tr("Vis"), lambda: self._deeds.show_document(line), line.title))
        add_line(column, line.title, text, *buttons)
