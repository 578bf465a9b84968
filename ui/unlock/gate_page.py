"""The frame of every way in: one card in the middle of the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from db.errors import Refused
from ui.theme.icons import Icon, pixmap
from ui.theme.labels import frame, restyle, stored
from ui.theme.theme import Theme
from ui.theme.tokens import Size, Space

NOT_THE_RECORD = "Tovholder er ikke kommunens officielle journal, før kommunen har besluttet det."


class GatePage(QWidget):
    """A heading, what the page says, its fields with their errors below them, and its buttons.

    The focus goes to `first_field`, and an error stands at the field whose name the refusal gives.
    """

    def __init__(self, theme: Theme, heading: str, explanation: str, parent: QWidget | None = None) -> None:
        """Make the card; the page adds its fields, its buttons to `buttons`, and ends with `finish`."""
        super().__init__(parent)
        self.setProperty("role", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.first_field: QWidget | None = None
        self.column = QVBoxLayout()
        self.buttons = QHBoxLayout()
        self._errors: dict[str | None, tuple[QLabel, QWidget | None]] = {}
        self._captions: dict[str, QLabel] = {}
        self._mark = QLabel()
        self._theme = theme
        self._draw_mark()
        theme.changed.connect(self._draw_mark)
        self._lay_out(heading, explanation)

    def add_field(self, name: str, caption: str, field: QWidget, beside: QWidget | None = None) -> None:
        """Add a field under its caption, with a place for its error, and something beside it."""
        column = QVBoxLayout()
        column.setSpacing(Space.XS)
        named = stored(caption, "label")
        named.setBuddy(field)
        self._captions[name] = named
        field.setAccessibleName(caption)
        column.addWidget(named)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(field, stretch=1)
        if beside is not None:
            row.addWidget(beside)
        column.addLayout(row)
        self._add_error(name, field, column)
        self.column.addLayout(column)
        self.first_field = self.first_field or field

    def show_field(self, name: str, *, shown: bool) -> None:
        """Show or hide a field with its caption."""
        self._captions[name].setVisible(shown)
        field = self._errors[name][1]
        if field is not None:
            field.setVisible(shown)

    def show_wrong(self, name: str | None, message: str) -> None:
        """Show what is wrong at its field, or above the buttons when it belongs to no field of the page."""
        self.clear_wrong()
        text, field = self._errors.get(name, self._errors[None])
        text.setText(message)
        text.show()
        if field is None:
            return
        field.setProperty("wrong", "true")
        field.setAccessibleDescription(message)
        restyle(field)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(field, QLineEdit):
            field.selectAll()

    def clear_wrong(self) -> None:
        """Take all errors away."""
        for text, field in self._errors.values():
            text.hide()
            if field is not None:
                field.setProperty("wrong", "false")
                field.setAccessibleDescription("")
                restyle(field)

    def shown_wrong(self) -> str:
        """The errors that are shown, for tests and screen readers."""
        return "\n".join(text.text() for text, _ in self._errors.values() if not text.isHidden())

    def set_busy(self, *, busy: bool) -> None:
        """Say that something is being done, or let it be tried again; a page that waits for something has its own."""

    def show_refused(self, refused: Refused) -> None:
        """Show what a rule says, at its field; what was typed stays."""
        self.set_busy(busy=False)
        self.show_wrong(refused.field, refused.message)

    def show_message(self, message: str) -> None:
        """Show what does not work; what was typed stays."""
        self.set_busy(busy=False)
        self.show_wrong(None, message)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to the first field."""
        super().focusInEvent(event)
        if self.first_field is not None:
            self.first_field.setFocus(event.reason())

    def finish(self) -> None:
        """Put the place for general errors and the buttons below the fields."""
        self._add_error(None, None, self.column)
        self.buttons.setSpacing(Space.S)
        self.column.addLayout(self.buttons)

    def _draw_mark(self) -> None:
        colour = self._theme.colours.link
        self._mark.setPixmap(pixmap(Icon.TOVHOLDER, colour, Size.TITLE, ratio=self.devicePixelRatioF()))

    def _add_error(self, name: str | None, field: QWidget | None, column: QVBoxLayout) -> None:
        error = stored("", "wrong", wrap=True)
        error.hide()
        column.addWidget(error)
        self._errors[name] = (error, field)

    def _lay_out(self, heading: str, explanation: str) -> None:
        card = frame("card")
        card.setFixedWidth(Size.FORM)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(2 * Space.L, 2 * Space.L, 2 * Space.L, 2 * Space.L)
        self.column.setSpacing(Space.L)
        inside.addLayout(self.column)
        brand = QHBoxLayout()
        brand.setSpacing(Space.S)
        brand.addWidget(self._mark)
        brand.addWidget(stored("Tovholder", "muted"))
        brand.addStretch()
        self.column.addLayout(brand)
        words = QVBoxLayout()
        words.setSpacing(Space.XS)
        words.addWidget(stored(heading, "title", wrap=True))
        words.addWidget(stored(explanation, "muted", wrap=True))
        self.column.addLayout(words)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        middle = QWidget()
        around = QVBoxLayout(middle)
        around.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        around.addStretch()
        # Stretches at both sides and no alignment: an aligned card would not be as high as its wrapped lines need.
        across = QHBoxLayout()
        across.addStretch()
        across.addWidget(card)
        across.addStretch()
        around.addLayout(across)
        around.addStretch()
        scroll.setWidget(middle)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
