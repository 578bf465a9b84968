"""Registrér sygeopfølgning: the talk form with what a follow-up during sickness asks first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from PySide6.QtWidgets import QWidget

from app.cases.keep_sickness import FollowUpSickness
from app.cases.sickness_view import OpenedSickness, SicknessNow, next_follow_up
from app.cases.words import RISKS
from db.values.talks import TalkPurpose
from ui.danish_dates import full_date
from ui.forms.choice_fields import SegmentedChoice
from ui.forms.form import Form
from ui.forms.section import Section
from ui.forms.sectioned_dialog import SectionedDialog
from ui.forms.side_panel import SideLine, side_panel
from ui.sickness.case_fields import CaseFields
from ui.talks.talk_dialog import last_lines
from ui.talks.talk_fields import TalkFields
from ui.theme.tokens import Size, Tone

_FOLDED: Final = ("present", "agreements", "since_last", "citizen_view", "obstacles", "weekly_hours_possible")


class FollowUpDialog(SectionedDialog):
    """One follow-up of one period of sickness."""

    done_words = "Opfølgningen er gemt."

    def __init__(
        self, opened: OpenedSickness, sickness: SicknessNow, today: date, parent: QWidget | None = None
    ) -> None:
        """Make the form, with its draft where there is one."""
        super().__init__(self.tr("Registrér sygeopfølgning"), self.tr("Gem opfølgning"), today, parent)
        self.resize(Size.DIALOG[0] + Size.WHY_PANEL + Size.ROW, Size.DIALOG[1] + 3 * Size.ROW)
        self._case_id, self._sickness = opened.case.case_id, sickness
        self.fields = TalkFields(today, opened.case.head.match)
        self.fields.purpose.set_value(TalkPurpose.SICKNESS_FOLLOW_UP)
        self.case_fields = CaseFields(today, sickness.group)
        self.plan = SegmentedChoice(
            self.tr("Opfølgningsplan"), {"kept": self.tr("Uændret"), "changed": self.tr("Ændret i samtalen")}
        )
        self.plan.set_value("kept")
        self._proposed = next_follow_up(sickness.group, today)
        self.fields.next_contact_on.set_value(self._proposed)
        self._lay_out()
        more = self.fields.more()
        form = Form(
            {
                "held_on": self.fields.held_on,
                "form": self.fields.form,
                **self.fields.sickness(),
                "note": self.fields.note,
                "plan": self.plan,
                "next_step_towards_work": self.fields.next_step,
                "next_contact_on": self.fields.next_contact_on,
                **self.case_fields.by_name(),
                **{name: more[name] for name in _FOLDED},
            },
            self,
        )
        self.case_fields.group.changed.connect(self._propose)
        self.fields.held_on.changed.connect(self._propose)
        side = side_panel(_side(opened, sickness))
        self.finish(form, opened.case.head, opened.case.draft, side)
        if opened.case.draft is None:
            self.fields.health.take_focus()

    def request(self) -> FollowUpSickness:
        """The follow-up as the fields say it."""
        return FollowUpSickness(
            self.fields.request(self._case_id),
            self._sickness.id,
            self.case_fields.group.value(),
            self.plan.value() == "changed",
            self.case_fields.recovered_on.value(),
            self.case_fields.returned_to.value(),
        )

    def _propose(self) -> None:
        """Let the next follow-up keep to the group and the day, as long as nobody has chosen another."""
        held_on = self.fields.held_on.value()
        if held_on is None or self.fields.next_contact_on.value() != self._proposed:
            return
        self._proposed = next_follow_up(self.case_fields.group.value(), held_on)
        self.fields.next_contact_on.set_value(self._proposed)

    def _lay_out(self) -> None:
        fields = self.fields
        talk = self._section(self.tr("Samtalen"))
        talk.add(fields.held_on, fields.form)
        talk.add(fields.health)
        talk.add(fields.work_left)
        talk.add(fields.partial_return)
        talk.add(fields.note)
        work = self._section(self.tr("Arbejdsplads og læge"), folded=self._sickness.employer is None)
        work.add(fields.retention)
        work.add(fields.retention_measures)
        work.add(fields.employer_contact, fields.doctor_contact)
        following = self._section(self.tr("Det videre forløb"))
        following.add(fields.next_step)
        following.add(fields.next_contact_on)
        following.add(self.case_fields.group, self.plan)
        self.add_section(self.case_fields.return_section())
        more = self._section(self.tr("Flere oplysninger"), folded=True)
        for name in _FOLDED:
            more.add(fields.more()[name])

    def _section(self, title: str, *, folded: bool = False) -> Section:
        made = Section(title, folded=folded)
        self.add_section(made)
        return made


def _side(opened: OpenedSickness, sickness: SicknessNow) -> Iterator[SideLine]:
    yield from case_lines(sickness)
    yield SideLine("Aftalt sidst", "heading")
    for text, role in last_lines(opened.last_talk):
        yield SideLine(text, role)


def case_lines(sickness: SicknessNow) -> Iterator[SideLine]:
    """The period for the side of its forms."""
    yield SideLine("Sygesagen", "heading")
    yield SideLine(f"Første fraværsdag {full_date(sickness.first_absence_on)}, uge {sickness.weeks}")
    if sickness.limit_on is not None:
        yield SideLine(f"52 uger er brugt {full_date(sickness.limit_on)}")
    yield SideLine(f"Arbejdsgiver: {sickness.employer}" if sickness.employer else "Uden arbejdsgiver")
    if sickness.risk is None:
        yield SideLine("Risikoen er ikke vurderet", tone=Tone.AMBER)
    else:
        yield SideLine(f"Risiko: {RISKS[sickness.risk]}", tone=Tone.GREY)
    if sickness.form_sent_on is not None and sickness.form_returned_on is None:
        yield SideLine("Oplysningsskema mangler", tone=Tone.AMBER)
        yield SideLine(f"Sendt {full_date(sickness.form_sent_on)}", close=True)
