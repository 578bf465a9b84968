"""Sheets as a PDF, in memory: fonts embedded, the same bytes for the same sheets."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from app.documents.fonts import Face, register_fonts
from app.documents.letter import Letter
from app.documents.letter_layout import letter_sheets
from app.documents.paper import HEIGHT, WIDTH, Sheet


def letter_pdf(letter: Letter) -> bytes:
    """The letter as a PDF. Refused as `letter_sheets`. The document's own data hold no name."""
    return sheets_pdf(letter_sheets(letter), letter.title, letter.sender[0])


def sheets_pdf(sheets: Iterable[Sheet], title: str, author: str) -> bytes:
    """Draw the sheets."""
    from reportlab.lib.colors import HexColor
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    made = BytesIO()
    # The library would otherwise name a font of its own that is not embedded.
    first = Face.REGULAR.value
    canvas = Canvas(made, pagesize=(WIDTH, HEIGHT), invariant=1, lang="da-DK", initialFontName=first)
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setCreator("Tovholder")
    canvas.setSubject("")
    for sheet in sheets:
        for box in sheet.boxes:
            canvas.setFillColor(HexColor(f"#{box.colour}"))
            canvas.rect(box.x, HEIGHT - box.y - box.height, box.width, box.height, stroke=0, fill=1)
        for run in sheet.runs:
            canvas.setFillColor(HexColor(f"#{run.colour}"))
            canvas.setFont(run.face.value, run.size)
            canvas.drawString(run.x, HEIGHT - run.y, run.text)
        canvas.showPage()
    canvas.save()
    return made.getvalue()
