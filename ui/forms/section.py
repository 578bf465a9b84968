"""A part of a long form under its own heading, which folds it in and out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.forms.field import Field
from ui.forms.text_fields import Note, TextLine
from ui.theme.icons import Icon, icon_before_text
from ui.theme.labels import frame, stored
from ui.theme.tokens import Size, Space


class Section(QWidget):
    """Fields are added to it; folded, it shows only its heading and what it is about."""

    def __init__(self, title: str, about: str = "", *, folded: bool = False) -> None:
        """Make an empty part."""
        super().__init__()
        self.title = title
        self.fields: list[Field] = []
        self._heading = QPushButton(title)
        self._heading.setProperty("role", "section")
        self._heading.setAutoDefault(False)
        self._heading.setIconSize(QSize(Size.ICON + Space.S, Size.ICON))
        self._about = stored(about, "fine", wrap=True)
        self._body = frame("card")
        self._inside = QVBoxLayout(self._body)
        self._inside.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        self._inside.setSpacing(Space.L)
        top = QHBoxLayout()
        top.setSpacing(Space.S)
        top.addWidget(self._heading)
        top.addWidget(self._about, stretch=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addLayout(top)
        column.addWidget(self._body)
        self._heading.clicked.connect(lambda: self.show_body(shown=self._body.isHidden()))
        self.show_body(shown=not folded)

    def add(self, *fields: Field) -> None:
        """Put fields in, side by side where there are several."""
        self.fields += fields
        if len(fields) == 1:
            self._inside.addWidget(fields[0])
            return
        row = QHBoxLayout()
        row.setSpacing(Space.L)
        for field in fields:
            wide = isinstance(field, TextLine | Note)
            row.addWidget(field, stretch=1 if wide else 0, alignment=Qt.AlignmentFlag.AlignTop)
        if not any(isinstance(field, TextLine | Note) for field in fields):
            row.addStretch()
        self._inside.addLayout(row)

    def add_widget(self, widget: QWidget) -> None:
        """Put something in that is no field."""
        self._inside.addWidget(widget)

    def holds(self, field: Field) -> bool:
        """Whether the field stands in this part."""
        return self._body.isAncestorOf(field)

    def is_folded(self) -> bool:
        """Whether only the heading is shown."""
        return self._body.isHidden()

    def show_body(self, *, shown: bool) -> None:
        """Fold it out or in."""
        self._body.setVisible(shown)
        self._heading.setAccessibleName(f"{self.title}, {'foldet ud' if shown else 'foldet sammen'}")
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the arrow in the new colours."""
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the arrow; before it is seen its colours are not known."""
        self._draw()
        super().showEvent(event)

    def _draw(self) -> None:
        if not self.isVisible():
            return
        icon = Icon.OPEN if self._body.isHidden() else Icon.FOLD
        ink = self.palette().windowText().color().name()
        self._heading.setIcon(icon_before_text(icon, ink, self.devicePixelRatioF()))
