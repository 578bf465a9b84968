"""Choosing an offer for a citizen: why, since when, and what was looked at beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.cases.citizen_head import OpenedCase, open_case_form
from app.guide.decide import DECISION_REASONS, DecideOffer, DecisionReason, decide_offer, needs_approval
from app.guide.offer_profile import OfferProfile
from app.guide.opened_offer import read_offer
from db.errors import Refused
from ui.danish_dates import full_date
from ui.forms.case_dialog import CaseDialog
from ui.forms.case_form import CaseForm
from ui.forms.choice_fields import SegmentedChoice, YesNoUnknown
from ui.forms.day_field import DayField
from ui.forms.form import Form
from ui.forms.text_fields import Note, TextLine
from ui.guide.looked_at import Looked, LookedField
from ui.theme.labels import chip, frame, restyle, stored
from ui.theme.tokens import Size, Space, Tone

if TYPE_CHECKING:
    from app.cases.drafts import DraftKey
    from app.work import Work

DECISION_FORM: Final = "visitation_decision"
CHOSEN: Final = "Gemt: beslutningen, en aktivitet i jobplanen og en bestilling som kladde."
_QUICK: Final = 3


@dataclass(frozen=True, slots=True)
class OpenedDecision:
    """The case, the offer that was chosen, and why a leader is to approve the order, if one is."""

    case: OpenedCase
    offer: OfferProfile
    approval: str | None


@dataclass(frozen=True, slots=True)
class Choosing:
    """What the guide knows of the choice. A form that is opened again after a lock has it in its draft."""

    looked: tuple[Looked, ...] = ()
    unmet: tuple[str, ...] = ()
    title: str = "Opret bestilling"


def decide_form(choosing: Choosing | None = None) -> CaseForm[OpenedDecision]:
    """Return the form; its draft is kept for the case and the offer."""

    def make(opened: OpenedDecision, today: date, window: QWidget) -> DecideDialog:
        return DecideDialog(opened, choosing or Choosing(), today, window)

    return CaseForm(DECISION_FORM, _read, make, decide_offer)


def _read(work: Work, key: DraftKey) -> OpenedDecision:
    case = open_case_form(work, key, "Valg af tilbud")
    offer = read_offer(work.session, key.about_id or "")
    return OpenedDecision(case, offer, _approval(work, case.case_id, offer))


def _approval(work: Work, case_id: str, offer: OfferProfile) -> str | None:
    """Why a leader is to approve it, for the start that is proposed; an impossible start is refused at its field."""
    start = next((start.on for start in offer.starts if start.on >= work.today), work.today)
    try:
        return needs_approval(work, DecideOffer(case_id, offer.id, None, "", start))
    except Refused as refused:
        if refused.field == "proposed_start":
            return None
        raise


class DecideDialog(CaseDialog):
    """One form for both ways out of the guide: decision, activity and order are made together."""

    def __init__(self, opened: OpenedDecision, choosing: Choosing, today: date, parent: QWidget | None = None) -> None:
        """Make the form, with its draft where there is one."""
        super().__init__(choosing.title, choosing.title, today, parent)
        self._opened = opened
        self.done_words = CHOSEN
        self.resize(*Size.DECISION)
        self.reason: SegmentedChoice[DecisionReason] = SegmentedChoice(
            self.tr("Hvorfor dette tilbud?"), DECISION_REASONS, wrap=True
        )
        self.reason_text = Note(self.tr("Begrundelse for valget"), lines=3)
        self.override = Note(self.tr("Hvorfor er tilbuddet rigtigt alligevel? (skal skrives)"), lines=2)
        self.wish = TextLine(self.tr("Borgerens ønske"))
        self.agreed = YesNoUnknown(self.tr("Aftalt med borgeren"), unknown=self.tr("Ikke endnu"))
        coming = [start.on for start in opened.offer.starts if start.on >= today]
        quick = [(f"{day:%d.%m}", full_date(day)) for day in coming[:_QUICK]]
        self.start = DayField(self.tr("Ønsket start"), today, quick=quick)
        if coming:
            self.start.set_value(coming[0])
        self.looked = LookedField(self.tr("Andre tilbud, du har set på"), choosing.looked, choosing.unmet)
        self._missing = stored("", wrap=True)
        self._warning = self._make_warning(self._missing)
        self._lay_out()
        fields = {
            "reason": self.reason,
            "reason_text": self.reason_text,
            "override_reason": self.override,
            "proposed_start": self.start,
            "agreed_with_citizen": self.agreed,
            "citizen_wish": self.wish,
            "looked": self.looked,
        }
        self.looked.changed.connect(self._show_unmet)
        self._show_unmet()
        self.finish(Form(fields, self), opened.case.head, opened.case.draft, self._side())
        if opened.case.draft is None:
            self.reason.take_focus()

    def request(self) -> DecideOffer:
        """What the fields say."""
        return DecideOffer(
            case_id=self._opened.case.case_id,
            offer_id=self._opened.offer.id,
            reason=self.reason.value(),
            reason_text=self.reason_text.value(),
            proposed_start=self.start.value(),
            considered=tuple(each.offer_id for each in self.looked.offers),
            unmet=self.looked.unmet,
            override_reason=self.override.value() or None,
            citizen_wish=self.wish.value() or None,
            agreed_with_citizen=self.agreed.value(),
        )

    def _show_unmet(self) -> None:
        unmet = self.looked.unmet
        self._missing.setText(self.tr("Borgeren opfylder ikke: {list}").format(list="; ".join(unmet)))
        self._warning.setVisible(bool(unmet))
        self.override.setVisible(bool(unmet))

    def _lay_out(self) -> None:
        offer = self._opened.offer
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(stored(offer.title, "heading", wrap=True))
        head.addWidget(stored(offer.provider or self.tr("Uden leverandør"), "muted", wrap=True))
        self.body.addLayout(head)
        self.body.addWidget(self.reason)
        self.body.addWidget(self.reason_text)
        self.body.addWidget(self._warning)
        self.body.addWidget(self.override)
        pair = QHBoxLayout()
        pair.setSpacing(Space.L)
        pair.addWidget(self.start, alignment=Qt.AlignmentFlag.AlignTop)
        pair.addStretch()
        pair.addWidget(self.agreed, alignment=Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(pair)
        self.body.addWidget(self.wish)

    def _make_warning(self, text: QLabel) -> QFrame:
        box = frame("notice")
        box.setProperty("tone", Tone.AMBER.value)
        inside = QVBoxLayout(box)
        inside.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        inside.addWidget(text)
        restyle(box)
        return box

    def _side(self) -> QFrame:
        side = frame("side")
        side.setFixedWidth(Size.WHY_PANEL - 2 * Size.ROW)
        outer = QVBoxLayout(side)
        outer.setContentsMargins(0, 0, 0, 0)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.S)
        column.addWidget(stored(self.tr("Når du gemmer"), "label"))
        for text in self._made():
            column.addWidget(stored(text, wrap=True))
        if self._opened.approval:
            column.addSpacing(Space.M)
            mark = chip(self.tr("Skal godkendes"), Tone.AMBER)
            column.addWidget(mark, alignment=Qt.AlignmentFlag.AlignLeft)
            column.addWidget(stored(self._opened.approval, wrap=True))
        column.addSpacing(Space.M)
        column.addWidget(self.looked)
        column.addStretch()
        scroll.setWidget(page)
        outer.addWidget(scroll)
        return side

    def _made(self) -> Sequence[str]:
        return (
            self.tr("Beslutningen skrives i sagen med begrundelse og de tilbud, du har set på."),
            self.tr("Tilbuddet bliver en foreslået aktivitet i jobplanen."),
            self.tr("Der laves en bestilling som kladde. Den er ikke sendt til leverandøren."),
        )
