"""`tovholder import`: take in a file of another system."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import Refused
from ui.command_line.danish_parser import day
from ui.command_line.program import Program

if TYPE_CHECKING:
    from app.imports.applying.plan import FindingKind
    from app.imports.request import ImportReport, Stage

_MOST_SHOWN = 50


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The file and what it is."""
    parser.add_argument("kind", metavar="SLAGS", help="borgere, samtaler, tilbud, resultater, jobordrer …")
    parser.add_argument("file", type=Path, metavar="FIL", help="CSV eller XLSX")
    parser.add_argument("--mapping", type=Path, metavar="FIL", help="oversættelsesfil (TOML) til fremmede udtræk")
    parser.add_argument("--dry-run", action="store_true", help="vis kun, hvad der ville ske")
    parser.add_argument("--strict", action="store_true", help="afvis hele filen, hvis én række er forkert")
    parser.add_argument("--full", action="store_true", help="filen rummer alle enhedens borgere, eller alle tilbud")
    parser.add_argument("--extract-date", type=day, metavar="ÅÅÅÅ-MM-DD", help="dagen, udtrækket er fra")
    parser.add_argument("--refused-to", type=Path, metavar="FIL", help="skriv de afviste rækker hertil")
    parser.add_argument("--json", action="store_true", help="skriv svaret, så et program kan læse det")


def run(options: argparse.Namespace, program: Program) -> int:
    """Take the file in and say what became of it; 1 when `--strict` refused it."""
    from app.demo.store import is_demo
    from app.imports.request import ImportRequest
    from app.imports.run import import_file

    if is_demo(program.store_directory):
        message = "Demoen tager ikke filer ind, for dens adgangssætning er offentlig. Brug et lager for dig selv."
        raise Refused(message, code="demo_store")
    store = program.open_store(writing=not options.dry_run)
    author = program.author(store)
    if author is None:
        message = "Tovholder ved ikke, hvem du er. Åbn programmet, og vælg det først."
        raise Refused(message, code="nobody_here")
    request = ImportRequest(
        kind=options.kind,
        path=options.file,
        mapping=options.mapping,
        dry_run=options.dry_run,
        strict=options.strict,
        full=options.full,
        extract_on=options.extract_date,
        refused_to=options.refused_to,
    )
    bar = _Bar(program)
    try:
        report = import_file(
            store, request, author=author, clock=program.clock, make_id=program.make_id, progress=bar.show
        )
    finally:
        bar.end()
    if options.json:
        json.dump(report_row(report), program.out, ensure_ascii=False, indent=1)
        program.say()
    else:
        for line in report_lines(report, options.refused_to):
            program.say(line)
    return 1 if report.stopped else 0


def report_row(report: ImportReport) -> dict[str, object]:
    """Exactly the fields that are promised. Findings name the case by its id and leave the values to the window."""
    return {
        "kind": report.kind,
        "file": report.file,
        "extract_date": report.extract_on.isoformat(),
        "dry_run": report.dry_run,
        "written": not (report.dry_run or report.stopped),
        "read": report.read,
        "new": report.new,
        "changed": report.changed,
        "unchanged": report.unchanged,
        "refused": report.refused,
        "repeated": report.repeated,
        "ignored_columns": list(report.ignored_columns),
        "faults": [
            {"line": fault.line, "column": fault.column, "wrong": fault.wrong, "right": fault.right}
            for fault in report.faults
        ],
        "notices": [{"line": notice.line, "message": notice.message} for notice in report.notices],
        "findings": [
            {"finding": each.kind.value, "case_id": each.case_id, "line": each.line, "column": each.heading}
            | ({} if each.case_id else {"offer": each.own_value})
            for each in report.findings
        ],
    }


def report_lines(report: ImportReport, refused_to: Path | None = None) -> list[str]:
    """The report for the person."""
    from app.imports.applying.plan import FINDING_NAMES

    lines = [
        f"{report.file} ({report.kind}), udtræk af {report.extract_on:%d-%m-%Y}",
        f"Læst {report.read}: nye {report.new}, ændrede {report.changed}, uændrede {report.unchanged}, "
        f"afviste {report.refused}" + (f", gentagne {report.repeated}" if report.repeated else ""),
    ]
    if report.ignored_columns:
        lines.append(f"Ukendte kolonner, som ikke er brugt: {', '.join(report.ignored_columns)}")
    lines += _shown([fault.text for fault in report.faults])
    lines += _shown([notice.text for notice in report.notices])
    for kind, name in FINDING_NAMES.items():
        if count := sum(finding.kind is kind for finding in report.findings):
            lines.append(f"{name}: {count}{_numbers(report, kind)}")
    if report.read == 0:
        lines.append("Filen har ingen rækker under overskrifterne.")
    if report.refused and refused_to:
        lines.append(f"De afviste rækker ligger i {refused_to}. Ret dem dér, og indlæs filen igen.")
    elif report.refused:
        lines.append("De afviste rækker kan skrives til en fil, rettes og indlæses igen: brug --refused-to FIL.")
    if report.stopped:
        lines.append("Hele filen er afvist, fordi mindst én række er forkert (--strict). Intet er ændret.")
    elif report.dry_run:
        lines.append("Prøve: intet er ændret.")
    return lines


def _numbers(report: ImportReport, kind: FindingKind) -> str:
    """The offers' numbers in brackets; a finding about a citizen names nobody."""
    numbers = [each.own_value or "" for each in report.findings if each.kind is kind and each.case_id is None]
    return f" ({', '.join(numbers)})" if numbers else ""


def _shown(texts: list[str]) -> list[str]:
    """As many as one reads; the rest is in the file of refused rows and in `--json`."""
    more = len(texts) - _MOST_SHOWN
    return texts[:_MOST_SHOWN] + ([f"… og {more} mere."] if more > 0 else [])


class _Bar:
    """A line on the terminal that is written over; nothing where the output goes to a file."""

    def __init__(self, program: Program) -> None:
        self._err = program.err
        self._on_terminal = program.err.isatty()

    def show(self, done: int, total: int, stage: Stage) -> None:
        """Say how far it has come."""
        if self._on_terminal:
            self._err.write(f"\r{stage.value} {done} af {total}\x1b[K")
            self._err.flush()

    def end(self) -> None:
        """Clear the line for what comes after it."""
        if self._on_terminal:
            self._err.write("\r\x1b[K")
            self._err.flush()
