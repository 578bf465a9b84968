"""A desk at which files are taken in: write one, take it in on a day, see what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path
from typing import Any

from app.clock import FixedClock
from app.imports.request import ImportReport, ImportRequest
from app.imports.run import import_file
from tests.helpers.desk import TODAY, Desk, make_desk

CITIZENS = ("cpr", "navn", "ydelse", "ydelse_fra", "enhed", "tovholder")
ANNA = ("610175-1001", "Anna Test", "kontanthjælp", "01-02-2007", "Nyropsgade", "M. Holm")
BO = ("620180-1002", "Bo Prøve", "sygedagpenge", "15-01-2007", "Nyropsgade", "A. Lind")


def failing_number() -> str:
    """A number that fails modulus 11, of a person born in 1870; put together here, so that no file holds it."""
    day, month, year = 1, 2, 70
    return f"{day:02}{month:02}{year}5003"


@dataclass(slots=True)
class ImportOffice:
    """The desk, and a folder for the files."""

    folder: Path
    desk: Desk = field(default_factory=make_desk)

    def write(self, lines: Sequence[Sequence[str]] | str, *, name: str = "udtræk.csv", encoding: str = "utf-8") -> Path:
        """Write a file: as text, or as lines of cells parted by `;`."""
        text = lines if isinstance(lines, str) else "".join(";".join(line) + "\r\n" for line in lines)
        path = self.folder / name
        path.write_bytes(text.encode(encoding))
        return path

    def take(self, kind: str, path: Path, *, day: date = TODAY, at: time = time(12), **options: Any) -> ImportReport:
        """Take a file in at noon of a day, which is also the extract's unless told."""
        request = ImportRequest(kind, path, **{"extract_on": day, **options})
        clock = FixedClock(day, at)
        return import_file(self.desk.store, request, author=self.desk.me, clock=clock, make_id=self.desk.make_id)

    def take_lines(self, kind: str, *lines: Sequence[str], **options: Any) -> ImportReport:
        """Write the lines and take them in."""
        return self.take(kind, self.write(lines), **options)

    def with_citizens(self) -> None:
        """Take in Anna and Bo."""
        assert self.take_lines("borgere", CITIZENS, ANNA, BO).new == 2


def counts(report: ImportReport) -> tuple[int, int, int, int]:
    """New, changed, unchanged and refused."""
    return report.new, report.changed, report.unchanged, report.refused
