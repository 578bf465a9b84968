"""Sagsskridt: what has happened with the open step, and the line to read out on the phone."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.cases.application_view import OpenedApplication, StepLine
from app.cases.take_step import StepAnswer, TakeStep
from app.queue.text import PARTIES
from db.errors import Refused
from db.values.cases import CaseStepKind
from ui.applications.step_lines import case_lines, waiting_words
from ui.danish_dates import full_date
from ui.forms.case_dialog import CaseDialog
from ui.forms.choice_fields import Choice, SegmentedChoice
from ui.forms.day_field import DayField
from ui.forms.field import Field
from ui.forms.form import Form
from ui.forms.headed_note import HeadedNote
from ui.forms.side_panel import side_panel
from ui.forms.text_fields import Note, TextLine
from ui.theme.labels import frame, stored
from ui.theme.tokens import Size, Space

ANSWERS: Final = {
    StepAnswer.ANSWERED: "Svar modtaget",
    StepAnswer.REMINDED: "Rykket",
    StepAnswer.DONE: "Udført",
    StepAnswer.WAITS: "Venter på andre",
    StepAnswer.RECOMMENDED: "Indstillet",
    StepAnswer.DECIDED: "Afgjort",
    StepAnswer.TAKEN_BACK: "Trukket tilbage",
    StepAnswer.STATUS: "Kun status",
}
HEADINGS: Final = (
    "Fakta",
    "Arbejdsevnen nu",
    "Det er prøvet",
    "Det kan prøves",
    "Konklusion",
    "Bilag",
)
_OF_CASE: Final = (StepAnswer.RECOMMENDED, StepAnswer.DECIDED, StepAnswer.TAKEN_BACK, StepAnswer.STATUS)
_DAYS: Final = (("+14 dage", "+14"), ("+28 dage", "+28"))
_DATES: Final = {
    StepAnswer.DONE: "Udført den",
    StepAnswer.WAITS: "Sendt den",
    StepAnswer.ANSWERED: "Svaret kom den",
    StepAnswer.REMINDED: "Rykket den",
    StepAnswer.RECOMMENDED: "Sendt den",
    StepAnswer.DECIDED: "Afgjort den",
}


class StepDialog(CaseDialog):
    """One answer to one step, or to the case it belongs to."""

    done_words = "Sagsskridtet er gemt."

    def __init__(self, opened: OpenedApplication, today: date, parent: QWidget | None = None) -> None:
        """Make the form, with its draft where there is one."""
        super().__init__(self.tr("Sagsskridt"), self.tr("Gem skridt"), today, parent)
        self.resize(Size.DIALOG[0] + Size.WHY_PANEL, Size.DIALOG[1] + 2 * Size.ROW)
        self._opened = opened
        self.answer = SegmentedChoice(self.tr("Hvad er der sket?"), _answers(opened.step))
        self.days = {answer: DayField(words, today) for answer, words in _DATES.items()}
        self.waiting_for = Choice(self.tr("Hvem ventes der på?"), PARTIES, empty=self.tr("Vælg"))
        self.expected_on = DayField(
            self.tr("Svar ventes"), today, quick=_DAYS, help_text=self.tr("Uden dato rykkes der efter 28 dage.")
        )
        self.outcome = Note(self.tr("Resultat"), lines=4)
        self.recommendation = HeadedNote(
            self.tr("Indstilling"), HEADINGS, help_text=self.tr("Teksten kan ikke rettes, når den er gemt."), lines=9
        )
        self.decision = Note(self.tr("Afgørelsen"), lines=4)
        self.reason = Note(self.tr("Hvorfor trækkes ansøgningen tilbage?"), lines=3)
        self.status_text = TextLine(
            self.tr("Status til telefonen"), help_text=self.tr("Én linje, der kan læses op, når borgeren ringer.")
        )
        self.status_text.set_value(opened.application.status_text or "")
        for day in self.days.values():
            day.set_value(today)
        self.body.addWidget(self._about(opened.step))
        for field in (self.answer, *self.days.values(), *self._others().values(), self.status_text):
            self.body.addWidget(field)
        form = Form(
            {
                "answer": self.answer,
                **{f"{answer}_on": day for answer, day in self.days.items()},
                **self._others(),
                "status_text": self.status_text,
            },
            self,
        )
        self.answer.changed.connect(self._show_parts)
        self.answer.set_value(_first(opened.step))
        self._show_parts()
        self.finish(form, opened.case.head, opened.case.draft, side_panel(case_lines(opened.application, today)))
        if opened.case.draft is None:
            (self.outcome if self.answer.value() is not None else self.answer).take_focus()

    def request(self) -> TakeStep:
        """The answer as the fields say it."""
        answer = self.answer.value()
        if answer is None:
            raise Refused(self.tr("Vælg, hvad der er sket."), field="answer", code="missing")
        day = self.days.get(answer)
        on = self.today if day is None else day.value()
        if on is None:
            raise Refused(self.tr("Skriv datoen."), field=f"{answer}_on", code="missing")
        return TakeStep(
            self._opened.application.id,
            self._opened.step.id if self._opened.step else None,
            answer,
            on,
            self._opened.template,
            self.status_text.value(),
            self._text(answer).value(),
            self.waiting_for.value() if answer is StepAnswer.WAITS else None,
            self.expected_on.value() if answer in {StepAnswer.WAITS, StepAnswer.REMINDED} else None,
        )

    def show_refused(self, refused: Refused) -> None:
        """Find the field that the answer has for its date and its text."""
        answer, field = self.answer.value(), refused.field
        if answer is not None and field == "on":
            field = f"{answer}_on"
        elif answer is not None and field == "text":
            field = next(name for name, each in self._others().items() if each is self._text(answer))
        super().show_refused(Refused(refused.message, field=field, code=refused.code))

    def _text(self, answer: StepAnswer) -> Note:
        texts = {
            StepAnswer.RECOMMENDED: self.recommendation,
            StepAnswer.DECIDED: self.decision,
            StepAnswer.TAKEN_BACK: self.reason,
        }
        return texts.get(answer, self.outcome)

    def _others(self) -> dict[str, Field]:
        return {
            "waiting_for": self.waiting_for,
            "expected_on": self.expected_on,
            "result": self.outcome,
            "recommendation": self.recommendation,
            "decision": self.decision,
            "reason": self.reason,
        }

    def _show_parts(self) -> None:
        answer = self.answer.value()
        for each, day in self.days.items():
            day.setVisible(each is answer)
        waits = answer in {StepAnswer.WAITS, StepAnswer.REMINDED}
        self.waiting_for.setVisible(answer is StepAnswer.WAITS)
        self.expected_on.setVisible(waits)
        with_text = answer is not None and not waits and answer is not StepAnswer.STATUS
        for note in (self.outcome, self.recommendation, self.decision, self.reason):
            note.setVisible(with_text and answer is not None and note is self._text(answer))

    def _about(self, step: StepLine | None) -> QFrame:
        box = frame("reason")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        inside.setSpacing(Space.XS)
        if step is None:
            inside.addWidget(stored(self.tr("Sagen har intet åbent skridt."), wrap=True))
            return box
        inside.addWidget(stored(f"{step.label[:1].upper()}{step.label[1:]}", "strong", wrap=True))
        words = self.tr("Begyndt {day}").format(day=full_date(step.starts_on))
        if step.due_on is not None:
            words += self.tr(" · frist {day}").format(day=full_date(step.due_on))
        inside.addWidget(stored(words, wrap=True))
        inside.addWidget(stored(waiting_words(step), "muted", wrap=True))
        return box


def _answers(step: StepLine | None) -> dict[StepAnswer, str]:
    if step is None:
        own: tuple[StepAnswer, ...] = ()
    elif step.waits_for is None:
        own = (StepAnswer.DONE, StepAnswer.WAITS)
    else:
        own = (StepAnswer.ANSWERED, StepAnswer.REMINDED, StepAnswer.DONE)
    return {answer: ANSWERS[answer] for answer in (*own, *_OF_CASE)}


def _first(step: StepLine | None) -> StepAnswer | None:
    """What is most likely: our own step is done. What was waited for may have come, or not."""
    if step is None or step.waits_for is not None:
        return None
    if step.kind is CaseStepKind.RECOMMENDATION:
        return StepAnswer.RECOMMENDED
    return StepAnswer.DECIDED if step.kind is CaseStepKind.DECISION else StepAnswer.DONE
