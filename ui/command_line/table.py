"""A plain table for the terminal."""

from __future__ import annotations

from collections.abc import Sequence


def as_table(headings: Sequence[str], rows: Sequence[Sequence[str]], *, numbers: Sequence[int] = ()) -> list[str]:
    """Return the lines of a table; the columns in `numbers` stand to the right."""
    widths = [max(map(len, column)) for column in zip(headings, *rows, strict=True)]

    def line(cells: Sequence[str]) -> str:
        placed = (
            cell.rjust(width) if number in numbers else cell.ljust(width)
            for number, (cell, width) in enumerate(zip(cells, widths, strict=True))
        )
        return "  ".join(placed).rstrip()

    return [line(headings), "  ".join("-" * width for width in widths), *(line(row) for row in rows)]
