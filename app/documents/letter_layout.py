"""Sets a letter on A4: the window for the address, the sender at the right, the text, and the number of the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from app.documents.fonts import Face, composed, refuse_missing_characters, width_of
from app.documents.letter import Facts, Letter
from app.documents.paper import HEIGHT, MM, WIDTH, Box, Run, Sheet
from app.queue.text import long_date

_INK: Final = "1B2430"
_MUTED: Final = "5B6776"
_ACCENT: Final = "0F2E4D"
_GROUND: Final = "F1F4F8"

_LEFT: Final = 25 * MM
_TEXT_WIDTH: Final = 118 * MM
_SIDE: Final = 150 * MM
_SIDE_WIDTH: Final = 43 * MM
_TOP: Final = 20 * MM
# The windows of Danish envelopes, C5 and M65, show what lies between 45 and 80 mm.
_ADDRESS: Final = 52 * MM
_TITLE: Final = 98 * MM
_TOP_OF_NEXT: Final = 36 * MM
_BOTTOM: Final = HEIGHT - 26 * MM
_FOOT: Final = HEIGHT - 14 * MM

_SIZE: Final = 10.5
_LEADING: Final = 15.0
_SMALL: Final = 8.5
_SMALL_LEADING: Final = 12.0
_BETWEEN: Final = 9.0
_BOX: Final = 10.0
_FACT_LABEL: Final = 24 * MM


def letter_sheets(letter: Letter) -> tuple[Sheet, ...]:
    """Set the letter. Refused `character_missing` names what the fonts do not have."""
    letter = _composed(letter)
    refuse_missing_characters(_texts(letter))
    setting = _Setting(letter)
    return setting.sheets()


class _Setting:
    """Fills sheet after sheet; the numbers are written when their count is known."""

    def __init__(self, letter: Letter) -> None:
        self._letter = letter
        self._done: list[tuple[list[Box], list[Run]]] = []
        self._boxes: list[Box] = []
        self._runs: list[Run] = []
        self._y = 0.0

    def sheets(self) -> tuple[Sheet, ...]:
        self._begin_sheet()
        self._address()
        self._side()
        self._y = _TITLE
        self._lines(self._letter.title, Face.STRONG, 15, 20, _INK)
        self._y += _BETWEEN
        for part in self._letter.paragraphs:
            if isinstance(part, Facts):
                self._facts(part)
            else:
                self._lines(part, Face.REGULAR, _SIZE, _LEADING, _INK)
                self._y += _BETWEEN
        count = len(self._done)
        return tuple(
            Sheet(tuple(boxes), (*runs, *self._foot(number, count)))
            for number, (boxes, runs) in enumerate(self._done, start=1)
        )

    def _begin_sheet(self) -> None:
        self._boxes, self._runs = [], []
        self._done.append((self._boxes, self._runs))
        self._runs.append(Run(_LEFT, _TOP, self._letter.sender[0], Face.STRONG, 13, _ACCENT))
        self._boxes.append(Box(_LEFT, _TOP + 7, WIDTH - _LEFT - 17 * MM, 1.2, _ACCENT))
        self._y = _TOP_OF_NEXT

    def _address(self) -> None:
        y = _ADDRESS
        for line in self._letter.recipient:
            # A name of 120 letters goes on below; the window has room for seven lines.
            for part in _broken(line, Face.REGULAR, _SIZE, 85 * MM):
                self._runs.append(Run(_LEFT, y, part, Face.REGULAR, _SIZE, _INK))
                y += 14

    def _side(self) -> None:
        day = self._letter.written_on
        y = _ADDRESS
        self._runs.append(Run(_SIDE, y, long_date(day), Face.MEDIUM, _SMALL, _INK))
        y += 1.5 * _SMALL_LEADING
        for number, line in enumerate(self._letter.sender):
            face = Face.MEDIUM if number == 0 else Face.REGULAR
            for part in _broken(line, face, _SMALL, _SIDE_WIDTH):
                self._runs.append(Run(_SIDE, y, part, face, _SMALL, _INK if number == 0 else _MUTED))
                y += _SMALL_LEADING
        if self._letter.remark:
            y += _SMALL_LEADING / 2
            for part in _broken(self._letter.remark, Face.MEDIUM, _SMALL, _SIDE_WIDTH):
                self._runs.append(Run(_SIDE, y, part, Face.MEDIUM, _SMALL, _INK))
                y += _SMALL_LEADING

    def _lines(self, text: str, face: Face, size: float, leading: float, colour: str) -> None:
        lines = list(_broken(text, face, size, _TEXT_WIDTH))
        # A paragraph of few lines stays together; a long one is broken where the sheet ends.
        if len(lines) <= 6:
            self._room_for(len(lines) * leading)
        for line in lines:
            self._room_for(leading)
            self._y += leading
            self._runs.append(Run(_LEFT, self._y, line, face, size, colour))

    def _facts(self, facts: Facts) -> None:
        width = _TEXT_WIDTH - 2 * _BOX - _FACT_LABEL
        rows = [(label, list(_broken(text, Face.MEDIUM, _SIZE, width))) for label, text in facts.lines]
        height = sum(len(lines) for _, lines in rows) * _LEADING + (len(rows) - 1) * 4 + 2 * _BOX
        self._room_for(height + _BETWEEN)
        self._y += 4
        self._boxes.append(Box(_LEFT, self._y, _TEXT_WIDTH, height, _GROUND))
        self._boxes.append(Box(_LEFT, self._y, 2.5, height, _ACCENT))
        y = self._y + _BOX - 4
        for number, (label, lines) in enumerate(rows):
            y += 4 if number else 0
            self._runs.append(Run(_LEFT + _BOX + 2, y + _LEADING, label, Face.REGULAR, _SIZE, _MUTED))
            for line in lines:
                y += _LEADING
                self._runs.append(Run(_LEFT + _BOX + _FACT_LABEL, y, line, Face.MEDIUM, _SIZE, _INK))
        self._y += height + _BETWEEN

    def _room_for(self, height: float) -> None:
        if self._y + height > _BOTTOM:
            self._begin_sheet()

    def _foot(self, number: int, count: int) -> Iterator[Run]:
        yield Run(_LEFT, _FOOT, self._letter.title, Face.REGULAR, _SMALL, _MUTED)
        words = f"Side {number} af {count}"
        x = WIDTH - 17 * MM - width_of(words, Face.REGULAR, _SMALL)
        yield Run(x, _FOOT, words, Face.REGULAR, _SMALL, _MUTED)


def _broken(text: str, face: Face, size: float, width: float) -> Iterator[str]:
    """The text in lines that fit; a word that is longer than a line is broken within."""
    for given in text.split("\n"):
        line = ""
        for word in given.split(" "):
            grown = f"{line} {word}" if line else word
            if width_of(grown, face, size) <= width:
                line = grown
                continue
            if line:
                yield line
            *full, line = _pieces(word, face, size, width)
            yield from full
        yield line


def _pieces(word: str, face: Face, size: float, width: float) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and width_of(pieces[-1] + letter, face, size) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _composed(letter: Letter) -> Letter:
    parts = tuple(
        Facts(tuple((composed(label), composed(text)) for label, text in part.lines))
        if isinstance(part, Facts)
        else composed(part)
        for part in letter.paragraphs
    )
    return replace(
        letter,
        title=composed(letter.title),
        recipient=tuple(map(composed, letter.recipient)),
        sender=tuple(map(composed, letter.sender)),
        paragraphs=parts,
        remark=composed(letter.remark) if letter.remark else None,
    )


def _texts(letter: Letter) -> Iterator[str]:
    yield from (letter.title, *letter.recipient, *letter.sender, letter.remark or "")
    for part in letter.paragraphs:
        if isinstance(part, Facts):
            for line in part.lines:
                yield from line
        else:
            yield part
