"""What an import came to, in Danish lines."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.imports.request import ImportReport

_MOST_LINES = 40


def report_lines(report: ImportReport) -> list[str]:
    """Say what was read and what became of it; the first faults by line, the rest by number."""
    from app.imports.applying.plan import FINDING_NAMES

    said = "ville blive" if report.dry_run else "blev"
    lines = [
        f"{report.file} · {report.kind} · udtræk pr. {report.extract_on:%d.%m.%Y}",
        f"{_rows(report.read)} læst: {report.new} {said} oprettet, {report.changed} ændret, "
        f"{report.unchanged} uændret, {report.refused} afvist" + _repeated(report.repeated),
    ]
    if report.stopped:
        lines.append("Hele filen er afvist; intet er gemt.")
    if report.ignored_columns:
        lines.append("Kolonner, der ikke kendes og ikke er læst: " + ", ".join(report.ignored_columns))
    lines += _first([fault.text for fault in report.faults], "fejl")
    lines += _first([notice.text for notice in report.notices], "bemærkninger")
    found = Counter(finding.kind for finding in report.findings)
    lines += [f"{FINDING_NAMES[kind]}: {count}" for kind, count in found.items()]
    return lines


def _rows(count: int) -> str:
    return "1 række" if count == 1 else f"{count} rækker"


def _repeated(count: int) -> str:
    return f", {count} står der mere end én gang" if count else ""


def _first(texts: list[str], what: str) -> list[str]:
    shown = [f"  {text}" for text in texts[:_MOST_LINES]]
    if len(texts) > _MOST_LINES:
        shown.append(f"  … og {len(texts) - _MOST_LINES} {what} mere")
    return shown
