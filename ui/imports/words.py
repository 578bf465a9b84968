"""What the state of a file and what became of its rows are called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.imports.applying.plan import Outcome
from ui.imports.import_file import FileState, ImportFile
from ui.theme.tokens import Tone

if TYPE_CHECKING:
    from app.imports.request import ImportReport

OUTCOMES: Final = {
    Outcome.NEW: ("ny", Tone.GREEN),
    Outcome.CHANGED: ("ændret", Tone.BLUE),
    Outcome.UNCHANGED: ("uændret", Tone.GREY),
    Outcome.REFUSED: ("afvist", Tone.RED),
}

_STATES: Final = {
    FileState.LOOKING: ("ser efter …", Tone.GREY),
    FileState.CHOOSING: ("klar til eftersyn", Tone.BLUE),
    FileState.TRYING: ("ser efter …", Tone.GREY),
    FileState.TRIED: ("klar", Tone.GREEN),
    FileState.TAKING: ("indlæses …", Tone.BLUE),
    FileState.TAKEN: ("indlæst", Tone.GREEN),
    FileState.BROKEN: ("kan ikke læses", Tone.RED),
}


def state_words(file: ImportFile) -> tuple[str, Tone]:
    """What the chip beside a file says."""
    refused = file.report.refused if file.report else 0
    match file.state:
        case FileState.TRIED if refused:
            return f"{refused} fejl", Tone.AMBER
        case FileState.CHOOSING if file.message:
            return _STATES[FileState.BROKEN]
        case FileState.CHOOSING if not file.can_be_tried():
            return "vælg kolonner", Tone.AMBER
        case _:
            return _STATES[file.state]


def counts(report: ImportReport) -> tuple[tuple[str, Tone], ...]:
    """The figures of a report, one chip each; what there is none of has none."""
    figures = (
        (report.new, "ny", "nye", Tone.GREEN),
        (report.changed, "ændret", "ændrede", Tone.BLUE),
        (report.unchanged, "uændret", "uændrede", Tone.GREY),
        (report.refused, "afvist", "afviste", Tone.RED),
        (report.repeated, "gentaget", "gentagne", Tone.GREY),
    )
    return tuple((f"{figure} {one if figure == 1 else many}", tone) for figure, one, many, tone in figures if figure)


def rows(count: int) -> str:
    """As in `1 række` and `7 rækker`."""
    return "1 række" if count == 1 else f"{count} rækker"
