"""An application case for the side of its forms: every step with its date and whose turn it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.cases.application_view import ApplicationView, StepLine
from app.cases.words import APPLICATIONS
from ui.danish_dates import full_date
from ui.forms.side_panel import SideLine
from ui.theme.tokens import Tone


def case_lines(case: ApplicationView, today: date) -> Iterator[SideLine]:
    """The case and its steps: what is open first, then what is done, each in the order in which they began."""
    yield SideLine(APPLICATIONS[case.kind].capitalize(), "heading")
    inherited = " · overtaget sag" if case.inherited else ""
    yield SideLine(f"Sag {case.case_no}{inherited}", "fine")
    yield SideLine(f"Ansøgt {full_date(case.applied_on)}")
    yield SideLine(f"Offentliggjort frist {full_date(case.due_on)}")
    yield SideLine("Skridt", "heading")
    for step in sorted(case.steps, key=lambda step: step.done_on is not None):
        yield SideLine(step.label[:1].upper() + step.label[1:], "strong" if step.done_on is None else None)
        yield from _state(step, today)


def _state(step: StepLine, today: date) -> Iterator[SideLine]:
    if step.done_on is not None:
        yield SideLine(f"Udført {full_date(step.done_on)}", "fine", close=True)
        if step.result:
            yield SideLine(step.result, "fine", close=True)
        return
    if step.due_on is not None:
        late = step.due_on < today
        words = f"Frist {full_date(step.due_on)}" + (" · overskredet" if late else "")
        yield SideLine(words, tone=Tone.RED if late else Tone.BLUE)
    yield SideLine(waiting_words(step), "fine")


def waiting_words(step: StepLine) -> str:
    """Whose turn it is."""
    if step.waits_for is None:
        return "Det er vores tur"
    parts = [f"Venter på {step.waits_for}"]
    if step.sent_on is not None:
        parts.append(f"sendt {full_date(step.sent_on)}")
    if step.reminded_on is not None:
        parts.append(f"rykket {full_date(step.reminded_on)}")
    if step.expected_on is not None:
        parts.append(f"svar ventet {full_date(step.expected_on)}")
    return " · ".join(parts)
