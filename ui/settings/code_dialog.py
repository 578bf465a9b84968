"""Shows a new recovery code once."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.theme.labels import caption, stored
from ui.theme.tokens import Size, Space
from ui.unlock.recovery_code_page import in_two_lines


class CodeDialog(QDialog):
    """Closes when the code is on paper; the old code is dead already."""

    def __init__(self, code: str, whose: str, today: date, parent: QWidget) -> None:
        """Make the dialog."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Din nye gendannelseskode"))
        self.setFixedWidth(Size.FORM)
        self._code, self._whose, self._today = code, whose, today
        self._message = stored("", "wrong", wrap=True)
        self._message.hide()
        self._written = QCheckBox(self.tr("Jeg har koden på papir"))
        self._close, self._print = QPushButton(self.tr("Luk")), QPushButton(self.tr("Udskriv …"))
        self._close.setProperty("role", "primary")
        self._close.setEnabled(False)
        self._lay_out()
        self._written.toggled.connect(self._close.setEnabled)
        self._close.clicked.connect(self.accept)
        self._print.clicked.connect(self._print_sheet)

    def message(self) -> str:
        """What is shown above the buttons."""
        return "" if self._message.isHidden() else self._message.text()

    def reject(self) -> None:
        """Escape closes only what was written down: the code is shown this once."""
        if self._written.isChecked():
            super().reject()
        else:
            self._say(self.tr("Koden vises kun nu. Sæt kryds, når den er på papir."))

    def _print_sheet(self) -> None:
        from ui.unlock.code_print import print_code

        print_code(self._code, self._whose, self._today, self, self._say)

    def _say(self, message: str) -> None:
        self._message.setText(message)
        self._message.show()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        column.setSpacing(Space.L)
        head = QVBoxLayout()
        head.setSpacing(Space.XS)
        head.addWidget(caption(self.tr("Din nye gendannelseskode"), "heading"))
        words = self.tr("Den gamle kode virker ikke mere. Udskriv den nye, og gem arket et andet sted end maskinen.")
        head.addWidget(stored(words, "muted", wrap=True))
        column.addLayout(head)
        shown = stored(in_two_lines(self._code), "code")
        shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        shown.setAccessibleName(self.tr("Gendannelseskode"))
        column.addWidget(shown)
        column.addWidget(self._written)
        column.addWidget(self._message)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        for button in (self._close, self._print):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch()
        column.addLayout(buttons)
