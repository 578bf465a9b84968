"""Sending a citizen to a vacancy, and what came of it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from app.cases.citizen_head import OpenedCase, open_case_form
from app.guide.job_orders import RecordReferralResult, ReferToJob, record_referral_result, refer_to_job
from app.guide.referral_words import REFERRAL_RESULTS
from db.errors import Refused
from db.values.offers import ReferralResult
from ui.danish_dates import full_date
from ui.forms.case_dialog import CaseDialog
from ui.forms.case_form import CaseForm
from ui.forms.choice_fields import SegmentedChoice, YesNoUnknown
from ui.forms.day_field import DayField
from ui.forms.form import Form
from ui.forms.number_field import NumberField
from ui.theme.labels import stored
from ui.theme.tokens import Size

if TYPE_CHECKING:
    from app.cases.drafts import DraftKey
    from app.work import Work

REFERRAL: Final = "job_referral"
REFERRAL_RESULT: Final = "job_referral_result"
# Own choice: after two weeks one knows whether there was an answer.
_FOLLOW_UP: Final = timedelta(weeks=2)
_MOST_HOURS: Final = 48


def referral_form(words: str = "") -> CaseForm[tuple[OpenedCase, str]]:
    """Return the form that sends a citizen to the vacancy it is about; `words` names the vacancy."""

    def make(opened: tuple[OpenedCase, str], today: date, window: QWidget) -> ReferralDialog:
        return ReferralDialog(opened[0], opened[1], words, today, window)

    return CaseForm(REFERRAL, _read, make, refer_to_job)


def referral_result_form(words: str = "") -> CaseForm[tuple[OpenedCase, str]]:
    """Return the form that tells what came of a referral; `words` names the vacancy."""

    def make(opened: tuple[OpenedCase, str], today: date, window: QWidget) -> ResultDialog:
        return ResultDialog(opened[0], opened[1], words, today, window)

    return CaseForm(REFERRAL_RESULT, _read, make, record_referral_result)


def _read(work: Work, key: DraftKey) -> tuple[OpenedCase, str]:
    return open_case_form(work, key, "Henvisning til job"), key.about_id or ""


class ReferralDialog(CaseDialog):
    """Henvis borgeren."""

    def __init__(self, case: OpenedCase, order_id: str, words: str, today: date, parent: QWidget | None) -> None:
        """Make the form."""
        super().__init__(self.tr("Henvis borgeren"), self.tr("Henvis borgeren"), today, parent)
        self.done_words = self.tr("Borgeren er henvist. Du bliver mindet om at følge op.")
        self._case_id, self._order_id = case.case_id, order_id
        self.resize(Size.DIALOG[0], Size.FORM)
        if words:
            self.body.addWidget(stored(words, "strong", wrap=True))
        self.referred_on = DayField(self.tr("Henvist den"), today)
        self.referred_on.set_value(today)
        self.follow_up_on = DayField(
            self.tr("Følg op den"),
            today,
            quick=(("+1 uge", "+1 uge"), ("+2 uger", "+2 uger"), ("+1 måned", "+1 måned")),
        )
        self.follow_up_on.set_value(today + _FOLLOW_UP)
        self.with_danish = YesNoUnknown(self.tr("Sammen med danskundervisning"))
        fields = {
            "referred_on": self.referred_on,
            "follow_up_on": self.follow_up_on,
            "with_danish": self.with_danish,
        }
        for field in fields.values():
            self.body.addWidget(field)
        self.finish(Form(fields, self), case.head, case.draft)
        if case.draft is None:
            self.follow_up_on.take_focus()

    def request(self) -> ReferToJob:
        """What the fields say. Refused: `missing`."""
        referred_on, follow_up_on = self.referred_on.value(), self.follow_up_on.value()
        if referred_on is None or follow_up_on is None:
            field = "referred_on" if referred_on is None else "follow_up_on"
            raise Refused(self.tr("Skriv datoen."), field=field, code="missing")
        return ReferToJob(
            self._case_id, self._order_id, referred_on, follow_up_on, with_danish=bool(self.with_danish.value())
        )


class ResultDialog(CaseDialog):
    """Resultat af henvisning."""

    def __init__(self, case: OpenedCase, referral_id: str, words: str, today: date, parent: QWidget | None) -> None:
        """Make the form."""
        super().__init__(self.tr("Resultat af henvisning"), self.tr("Gem resultat"), today, parent)
        self.done_words = self.tr("Resultatet er gemt.")
        self._referral_id = referral_id
        self.resize(Size.DIALOG[0], Size.FORM)
        if words:
            self.body.addWidget(stored(words, "strong", wrap=True))
        self.what_came: SegmentedChoice[ReferralResult] = SegmentedChoice(
            self.tr("Hvad kom der ud af det?"), REFERRAL_RESULTS, wrap=True
        )
        self.result_on = DayField(self.tr("Dato"), today)
        self.result_on.set_value(today)
        self.hours = NumberField(
            self.tr("Timer om ugen"),
            unit=self.tr("timer"),
            largest=_MOST_HOURS,
            help_text=self.tr("Kun når borgeren fik arbejde."),
        )
        fields = {"result": self.what_came, "result_on": self.result_on, "weekly_hours": self.hours}
        for field in fields.values():
            self.body.addWidget(field)
        self.finish(Form(fields, self), case.head, case.draft)
        if case.draft is None:
            self.what_came.take_focus()

    def request(self) -> RecordReferralResult:
        """What the fields say. Refused: `missing`."""
        result, result_on = self.what_came.value(), self.result_on.value()
        if result is None:
            raise Refused(self.tr("Vælg, hvad der kom ud af det."), field="result", code="missing")
        if result_on is None:
            raise Refused(self.tr("Skriv datoen."), field="result_on", code="missing")
        return RecordReferralResult(self._referral_id, result, result_on, self.hours.whole())


def vacancy_words(order_ref: str, title: str, company: str | None, apply_by: date | None = None) -> str:
    """A vacancy on one line."""
    parts = (f"{order_ref} {title}", company, None if apply_by is None else f"søg senest {full_date(apply_by)}")
    return " · ".join(part for part in parts if part)
