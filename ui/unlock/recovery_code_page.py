"""Shows a new store's recovery code once, and goes on when it has been written down."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from ui.theme.labels import stored
from ui.theme.theme import Theme
from ui.unlock.gate_page import GatePage


class RecoveryCodePage(GatePage):
    """The code in two lines of four groups, to be printed, or read aloud and copied by hand.

    `print_wanted` carries the code.
    """

    confirmed = Signal()
    print_wanted = Signal(str)

    def __init__(self, theme: Theme, code: str, notice: str | None = None, parent: QWidget | None = None) -> None:
        """Make the page. `notice` is something worth knowing about how the store was made."""
        explanation = (
            "Glemmer du adgangssætningen, er koden den eneste vej ind i lageret. Den vises kun nu. "
            "Udskriv den eller skriv den ned, og gem den et andet sted end maskinen."
        )
        super().__init__(theme, "Din gendannelseskode", explanation, parent)
        shown = stored(in_two_lines(code), "code")
        shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        shown.setAccessibleName(self.tr("Gendannelseskode"))
        self.column.addWidget(shown)
        if notice:
            self.column.addWidget(stored(notice, "muted", wrap=True))
        self._code = code
        self._written = QCheckBox(self.tr("Jeg har koden på papir"))
        self.first_field = self._written
        self.column.addWidget(self._written)
        self._go_on = QPushButton(self.tr("Fortsæt"))
        self._go_on.setProperty("role", "primary")
        self._go_on.setEnabled(False)
        self._print = QPushButton(self.tr("Udskriv …"))
        self.finish()
        self.buttons.addWidget(self._go_on)
        self.buttons.addWidget(self._print)
        self.buttons.addStretch()
        self._written.toggled.connect(self._go_on.setEnabled)
        self._go_on.clicked.connect(self.confirmed)
        self._print.clicked.connect(lambda: self.print_wanted.emit(self._code))


def in_two_lines(code: str) -> str:
    """Break the code in the middle."""
    groups = code.split("-")
    half = len(groups) // 2
    return "-".join(groups[:half]) + "\n" + "-".join(groups[half:])
