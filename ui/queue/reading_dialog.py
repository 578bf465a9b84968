"""Something to read beside the list: a page that scrolls, and a foot to close it by."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.shell.scrolled import scrolled
from ui.theme.labels import frame
from ui.theme.tokens import Space


class ReadingDialog(QDialog):
    """Its page comes with `show_page`."""

    def show_page(self, page: QWidget, *, sideways: bool = False) -> QFrame:
        """Lay the page out, begin at the button, and give the foot; `sideways` as in `scrolled`."""
        close = QPushButton(self.tr("Luk"))
        close.clicked.connect(self.reject)
        bar = frame("foot")
        foot = QHBoxLayout(bar)
        foot.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        foot.addWidget(close)
        foot.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scrolled(page, takes_focus=True, sideways=sideways))
        outer.addWidget(bar)
        close.setFocus()
        return bar
