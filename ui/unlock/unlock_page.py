"""Unlocks the store by passphrase, or by the recovery code when that is forgotten."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from ui.theme.theme import Theme
from ui.unlock.gate_page import GatePage


class UnlockPage(GatePage):
    """Hands on what was typed; deriving the key takes a while and is not done here."""

    passphrase_given = Signal(str)
    code_given = Signal(str)
    restore_wanted = Signal()

    def __init__(
        self, theme: Theme, explanation: str | None = None, parent: QWidget | None = None, *, returning: bool = False
    ) -> None:
        """Make the page. `explanation` says why the keyring did not open the store, where it should have.

        `returning` says that the worker has locked the program and comes back to what was on the screen.
        """
        asked = "Lageret er krypteret. Skriv adgangssætningen for at åbne det."
        locked = "Programmet er låst. Skriv adgangssætningen for at fortsætte, hvor du slap."
        super().__init__(theme, "Lås op", explanation or (locked if returning else asked), parent)
        self._by_code = False
        self._secret = QLineEdit()
        self._secret.setEchoMode(QLineEdit.EchoMode.Password)
        self._code = QLineEdit()
        self._code.setPlaceholderText("XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX")
        self.add_field("passphrase", self.tr("Adgangssætning"), self._secret)
        self.add_field("recovery_code", self.tr("Gendannelseskode"), self._code)
        self._unlock = QPushButton(self.tr("Lås op"))
        self._unlock.setProperty("role", "primary")
        self._unlock.setDefault(True)
        self._other = QPushButton()
        self._other.setProperty("role", "link")
        self._restore = QPushButton(self.tr("Gendan fra sikkerhedskopi"))
        self._restore.setProperty("role", "link")
        self.finish()
        self.buttons.addWidget(self._unlock)
        self.buttons.addStretch()
        self.buttons.addWidget(self._other)
        below = QHBoxLayout()
        below.addStretch()
        below.addWidget(self._restore)
        self.column.addLayout(below)
        self._unlock.clicked.connect(self._submit)
        self._secret.returnPressed.connect(self._submit)
        self._code.returnPressed.connect(self._submit)
        self._other.clicked.connect(self._change_way)
        self._restore.clicked.connect(self.restore_wanted)
        self._show_way()

    def set_busy(self, *, busy: bool) -> None:
        """Say that the key is being derived, which takes about a second on purpose."""
        for each in (self._secret, self._code, self._unlock, self._other, self._restore):
            each.setEnabled(not busy)
        self._unlock.setText(self.tr("Låser op …") if busy else self.tr("Lås op"))

    def _submit(self) -> None:
        field = self._code if self._by_code else self._secret
        if not field.text():
            missing = self.tr("Skriv gendannelseskoden.") if self._by_code else self.tr("Skriv adgangssætningen.")
            self.show_wrong("recovery_code" if self._by_code else "passphrase", missing)
            return
        self.clear_wrong()
        self.set_busy(busy=True)
        (self.code_given if self._by_code else self.passphrase_given).emit(field.text())

    def _change_way(self) -> None:
        self._by_code = not self._by_code
        self._show_way()

    def _show_way(self) -> None:
        self.clear_wrong()
        self.show_field("passphrase", shown=not self._by_code)
        self.show_field("recovery_code", shown=self._by_code)
        self._other.setText(
            self.tr("Brug adgangssætningen") if self._by_code else self.tr("Glemt? Brug gendannelseskoden")
        )
        self.first_field = self._code if self._by_code else self._secret
        self.first_field.setFocus()
