"""How long the import of 10,000 citizens and 10,000 talks takes, into an encrypted store, and once more unchanged.

Run it by `python -m tests.bench.bench_import [rows]`.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from app.clock import FixedClock
from app.ids import seeded_ids
from app.imports.request import ImportReport, ImportRequest
from app.imports.run import import_file
from app.imports.writing import write_table
from app.work import working
from db.rows.organisation import CaseworkerRow
from db.store.store import Store
from db.values.people import Role

ROWS = 10_000
TODAY = date(2007, 3, 20)

_CITIZENS = [
    "cpr", "navn", "adresse", "postnr", "by", "telefon", "ydelse", "ydelse_fra", "match", "match_dato", "enhed",
    "tovholder", "tovholder_fra",
]  # fmt: skip
_TALKS = ["cpr", "dato", "form", "formål", "afholdt_af", "indberettet", "notat"]


def cpr(number: int) -> str:
    """The number-th replacement number of an invented person."""
    born = date(1940, 1, 1) + timedelta(days=number % 17_000)
    return f"{born.day + 60:02}{born.month:02}{born.year % 100:02}-{1000 + number // 17_000:04}"


def citizens_file(path: Path, rows: int) -> None:
    """Write the caseload of fifty workers."""
    lines = [_CITIZENS]
    for number in range(rows):
        worker = f"V. Holder {number % 50}"
        lines.append([
            cpr(number), f"Test Person {number}", f"Mjølnerparken {number % 90 + 1}, 2. tv.", "2200", "København N",
            "+45 00 00 00 00", "kontanthjælp", "01-02-2006", str(number % 5 + 1), "01-03-2006", "Nyropsgade", worker,
            "01-02-2006",
        ])  # fmt: skip
    write_table(path, lines)


def talks_file(path: Path, rows: int) -> None:
    """Write one talk a citizen."""
    lines = [_TALKS]
    for number in range(rows):
        day = TODAY - timedelta(days=number % 90)
        note = "Borgeren ønsker arbejde i køkken. Aftalt praktik."
        lines.append([cpr(number), f"{day:%d-%m-%Y}", "individuel", "kontakt", "V. Holder 1", "nej", note])
    write_table(path, lines)


def measure(store: Store, author: str, kind: str, path: Path) -> tuple[float, ImportReport]:
    """Import once; seconds and report."""
    began = time.perf_counter()
    request = ImportRequest(kind, path, extract_on=TODAY)
    report = import_file(store, request, author=author, clock=FixedClock(TODAY), make_id=seeded_ids(time.time_ns()))
    return time.perf_counter() - began, report


def main() -> int:
    """Print a line a step."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as folder, Store.create(Path(folder) / "store", os.urandom(32)) as store:
        clock, make_id = FixedClock(TODAY), seeded_ids(1)
        with working(store, author=None, clock=clock, make_id=make_id, use_case="set_up") as work:
            row = CaseworkerRow(name="M. Holm", sort_name="holm m", unit_id=None, role=Role.CASEWORKER)
            author = work.add(row).id
        for ending in ("csv", "xlsx"):
            citizens_file(Path(folder) / f"borgere.{ending}", rows)
        talks_file(Path(folder) / "samtaler.csv", rows)
        for kind, name in (
            ("borgere", "borgere.csv"),
            ("borgere", "borgere.csv"),
            ("borgere", "borgere.xlsx"),
            ("samtaler", "samtaler.csv"),
            ("samtaler", "samtaler.csv"),
        ):
            seconds, report = measure(store, author, kind, Path(folder) / name)
            counts = f"{report.new} new, {report.unchanged} unchanged, {report.refused} refused"
            sys.stdout.write(f"{name:16} {seconds:6.2f} s  {report.read} rows: {counts}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
