"""The manual in a window of its own, so that one can read and work at the same time."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QImage, QTextBlock, QTextCursor, QTextDocument, QTextFormat
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QTextBrowser, QWidget

from ui.theme.tokens import Size, Space, Weight

_HEADINGS: Final = {1: Size.TITLE, 2: Size.HEADING}


class ManualBrowser(QTextBrowser):
    """Shows one chapter. Pictures are made to fit the column."""

    def loadResource(self, kind: int, name: QUrl | str) -> QImage:
        """Read a picture from the manual's folder; nothing outside it is ever opened.

        An empty picture stands for nothing: PySide takes a reference away from None each time that this method
        returns it, until the program falls over at its end (seen with 6.12.0).
        """
        if kind == QTextDocument.ResourceType.ImageResource.value:
            path = (manual_folder() / QUrl(name).path()).resolve()
            if path.is_relative_to(manual_folder()) and path.is_file():
                image = QImage(str(path))
                return image.scaledToWidth(min(Size.MANUAL_PICTURE, image.width()))
        return QImage()


class ManualWindow(QWidget):
    """Chapters to the left, text to the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Read the chapters and open the first."""
        super().__init__(parent)
        self.setProperty("role", "ground")
        self.setWindowTitle(self.tr("Vejledning"))
        self.resize(*Size.MANUAL_WINDOW)
        self._chapters = chapters()
        self.contents = QListWidget()
        self.contents.setAccessibleName(self.tr("Kapitler"))
        self.contents.setFixedWidth(Size.MANUAL_CONTENTS)
        for title, _ in self._chapters:
            item = QListWidgetItem(title, self.contents)
            item.setSizeHint(QSize(0, Size.GROUP_ROW))
        self.text = ManualBrowser()
        self.text.setAccessibleName(self.tr("Kapitlets tekst"))
        self.text.setOpenLinks(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        row.setSpacing(Space.L)
        row.addWidget(self.contents)
        row.addWidget(self.text, stretch=1)
        self.contents.currentRowChanged.connect(self._show)
        self.contents.setCurrentRow(0)
        self.setFocusProxy(self.contents)

    def _show(self, place: int) -> None:
        self.text.setMarkdown(self._chapters[place][1])
        give_air(self.text.document())
        self.text.moveCursor(QTextCursor.MoveOperation.Start)


def give_air(document: QTextDocument) -> None:
    """Set the distances between paragraphs, which Markdown leaves at nothing, and the screens' sizes of headings."""
    document.setDocumentMargin(Space.XL)
    document.setIndentWidth(Space.XL)
    block = document.begin()
    while block.isValid():
        layout = block.blockFormat()
        heading = layout.headingLevel() > 0
        layout.setTopMargin(Space.L if heading else 0)
        layout.setBottomMargin(Space.XS if block.textList() is not None else Space.S if heading else Space.M)
        QTextCursor(block).setBlockFormat(layout)
        if heading:
            _set_size(block, _HEADINGS.get(layout.headingLevel(), Size.BODY))
        block = block.next()


def _set_size(block: QTextBlock, size: int) -> None:
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    written = cursor.charFormat()
    # Markdown makes headings larger by steps of its own, which go before a size.
    written.clearProperty(QTextFormat.Property.FontSizeAdjustment.value)
    written.setProperty(QTextFormat.Property.FontPixelSize.value, size)
    written.setFontWeight(Weight.STRONG)
    cursor.setCharFormat(written)


def manual_folder() -> Path:
    """Where the manual's texts and pictures lie."""
    return (Path(str(files("resources"))) / "manual").resolve()


def chapters() -> list[tuple[str, str]]:
    """Title and Markdown of each chapter, in the order of the files' numbers."""
    found = []
    for path in sorted(manual_folder().glob("*.md")):
        text = path.read_text(encoding="utf-8")
        found.append((text.splitlines()[0].removeprefix("# "), text))
    return found
