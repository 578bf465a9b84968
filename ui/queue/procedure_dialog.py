"""A procedure card: the steps of a piece of casework, beside the work."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QVBoxLayout,
    QWidget,
)

from app.procedures.procedure import Procedure
from ui.queue.reading_dialog import ReadingDialog
from ui.theme.labels import caption, stored
from ui.theme.tokens import Size, Space


class ProcedureDialog(ReadingDialog):
    """Stays open beside the window, so that one can read and work at once."""

    def __init__(self, procedure: Procedure, parent: QWidget | None = None) -> None:
        """Show a card."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Arbejdsgang: {title}").format(title=procedure.title))
        self.setMinimumWidth(Size.FORM)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.M)
        column.setSpacing(Space.L)
        head = QVBoxLayout()
        head.setSpacing(Space.XS)
        head.addWidget(stored(procedure.title, "heading", wrap=True))
        head.addWidget(stored(step_words(procedure), "muted"))
        column.addLayout(head)
        steps = QGridLayout()
        steps.setHorizontalSpacing(Space.M)
        steps.setVerticalSpacing(Space.M)
        steps.setColumnStretch(1, 1)
        for number, step in enumerate(procedure.steps):
            steps.addWidget(caption(str(number + 1), "strong"), number, 0, Qt.AlignmentFlag.AlignTop)
            text = stored(step, wrap=True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            steps.addWidget(text, number, 1)
        column.addLayout(steps)
        column.addWidget(stored(self.tr("Kilde: {source}").format(source=procedure.source), "fine", wrap=True))
        column.addStretch()
        bar = self.show_page(page)
        wide = Size.FORM + Size.FIELD
        self.resize(wide, min(page.heightForWidth(wide) + bar.sizeHint().height() + Space.XS, Size.DIALOG[1]))


def step_words(procedure: Procedure) -> str:
    """As in `5 trin`."""
    return f"{len(procedure.steps)} trin"
