"""The fields of a talk, and the request that they make."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Final

from app.cases.assess_match import CATEGORIES
from app.cases.words import TALK_PURPOSES
from app.talks.hold_talk import HoldTalk, NewMatch, SicknessPart, Warned
from app.talks.opened_form import AgreedBefore
from db.errors import Refused
from db.values.cases import WarningKind
from db.values.people import MatchBasis
from db.values.talks import Present, TalkForm, TalkPurpose
from ui.forms.choice_fields import Choice, MultiChoice, SegmentedChoice, YesNoUnknown
from ui.forms.day_field import DayField
from ui.forms.field import Field
from ui.forms.number_field import NumberField
from ui.forms.text_fields import Note, TextLine
from ui.talks.agreements_field import AgreementsField
from ui.talks.measures_field import MeasuresField
from ui.talks.settled_field import SettledField

FORMS: Final = {
    TalkForm.INDIVIDUAL: "Individuel",
    TalkForm.GROUP: "Gruppe",
    TalkForm.TELEPHONE: "Telefon",
    TalkForm.HOME_VISIT: "Hjemmebesøg",
    TalkForm.LETTER: "Brev",
}
PRESENT: Final = {
    Present.CITIZEN: "Borgeren",
    Present.SPOUSE: "Ægtefælle",
    Present.INTERPRETER: "Tolk",
    Present.ADVISER: "Bisidder",
    Present.PROVIDER: "Leverandør",
}
BASIS: Final = {
    MatchBasis.WORK_WISH: "Ønske om arbejde",
    MatchBasis.SKILLS: "Kvalifikationer",
    MatchBasis.HEALTH: "Helbred",
    MatchBasis.LANGUAGE: "Dansk",
    MatchBasis.SOCIAL: "Sociale forhold",
    MatchBasis.NETWORK: "Netværk",
    MatchBasis.OTHER: "Andet",
}
WARNINGS: Final = {WarningKind.CEILING: "Kontanthjælpsloftet", WarningKind.HOURS_RULE: "300-timersreglen"}
QUICK: Final = (("+1 måned", "+1 mdr"), ("+2 måneder", "+2 mdr"), ("+3 måneder", "+3 mdr"))


class MatchAnswer(StrEnum):
    """What a talk says about the match."""

    KEPT = "kept"
    NEW = "new"


class TalkFields:
    """Made for one talk; the names of `by_name` are those of the request, so that a refusal finds its field."""

    def __init__(self, today: date, match: int | None, agreed: Sequence[AgreedBefore] = ()) -> None:
        """Make empty fields, but for today's date and the citizen's presence."""
        kept = "Uændret" if match is None else f"Uændret, match {match}"
        self.held_on = DayField("Dato", today)
        self.form = SegmentedChoice("Form", FORMS)
        self.note = Note("Notat", lines=7)
        self.match = SegmentedChoice("Match", {MatchAnswer.KEPT: kept, MatchAnswer.NEW: "Ny vurdering"})
        self.category = SegmentedChoice("Ny matchkategori", {number: f"{number}" for number in CATEGORIES})
        self.category_words = " · ".join(f"{number} {words}" for number, words in CATEGORIES.items())
        self.basis = MultiChoice("Vurderingen bygger på", BASIS)
        self.reason = Note("Begrundelse", lines=2)
        self.next_assessment_on = DayField("Næste vurdering", today, quick=QUICK)
        self.next_step = TextLine("Næste skridt mod arbejde")
        self.next_contact_on = DayField("Næste kontakt", today, quick=QUICK)
        self.next_form = Choice("Næste form", FORMS, empty="Ikke aftalt")
        self.settled = SettledField("Aftaler", agreed)
        self._make_more(today)
        self._make_sickness(today)
        self.held_on.set_value(today)
        self.present.set_value([Present.CITIZEN])

    def _make_more(self, today: date) -> None:
        self.purpose = Choice("Formål", {each: words.capitalize() for each, words in TALK_PURPOSES.items()})
        self.present = MultiChoice("Til stede", PRESENT, columns=5)
        self.agreements = AgreementsField("Aftaler", today)
        self.since_last = Note("Siden sidst", lines=2)
        self.citizen_view = Note("Borgerens egne ord", lines=2)
        self.job_search = Note("Jobsøgning", lines=2)
        self.skills = Note("Kvalifikationer", lines=2)
        self.obstacles = Note("Barrierer", lines=2)
        self.job_proposal = TextLine("Jobforslag")
        self.hours = NumberField("Mulig arbejdstid", unit="timer om ugen", largest=60)
        self.part_time = YesNoUnknown("Ønsker deltid")
        self.plan_reviewed = MultiChoice("Jobplan", {"reviewed": "Gennemgået i samtalen, uændret"})
        self.warned = MultiChoice("Varslet i samtalen om", WARNINGS)
        self.duty = YesNoUnknown(
            "Opfylder kontaktpligten", unknown="Efter reglen", help_text="Efter reglen: formen afgør det."
        )

    def _make_sickness(self, today: date) -> None:
        self.health = Note("Helbred, som borgeren fortæller det", lines=2)
        self.work_left = Note("Arbejde, der stadig er muligt", lines=2)
        self.partial_return = DayField("Delvis tilbage fra", today)
        self.retention = YesNoUnknown("Behov for fastholdelse")
        self.retention_measures = MeasuresField("Fastholdelse, hvordan")
        self.employer_contact = DayField("Talt med arbejdsgiveren", today)
        self.doctor_contact = DayField("Talt med lægen", today)

    def by_name(self) -> dict[str, Field]:
        """Every field under the name of the request, in the order of the screen."""
        return {
            "note": self.note,
            "held_on": self.held_on,
            "form": self.form,
            "match_kept": self.match,
            "category": self.category,
            "basis": self.basis,
            "reason": self.reason,
            "next_assessment_on": self.next_assessment_on,
            "next_step_towards_work": self.next_step,
            "next_contact_on": self.next_contact_on,
            "next_form": self.next_form,
            "settled": self.settled,
            **self.more(),
            **self.sickness(),
        }

    def more(self) -> dict[str, Field]:
        """What is folded away."""
        return {
            "purpose": self.purpose,
            "present": self.present,
            "agreements": self.agreements,
            "since_last": self.since_last,
            "citizen_view": self.citizen_view,
            "job_search": self.job_search,
            "skills": self.skills,
            "obstacles": self.obstacles,
            "job_proposal": self.job_proposal,
            "weekly_hours_possible": self.hours,
            "part_time_wish": self.part_time,
            "plan_unchanged": self.plan_reviewed,
            "warned": self.warned,
            "fulfils_duty": self.duty,
        }

    def sickness(self) -> dict[str, Field]:
        """What a follow-up during sickness adds."""
        return {
            "health_as_told": self.health,
            "work_left_possible": self.work_left,
            "partial_return_on": self.partial_return,
            "retention_needed": self.retention,
            "retention_measures": self.retention_measures,
            "employer_contact_on": self.employer_contact,
            "doctor_contact_on": self.doctor_contact,
        }

    def new_match(self) -> dict[str, Field]:
        """What a new assessment asks for."""
        return {
            "category": self.category,
            "basis": self.basis,
            "reason": self.reason,
            "next_assessment_on": self.next_assessment_on,
        }

    def request(self, case_id: str) -> HoldTalk:
        """What the fields say. Refused `missing` where a date or the form is not there; the rest is for the rules."""
        held_on, form, next_contact_on = self.held_on.value(), self.form.value(), self.next_contact_on.value()
        if held_on is None:
            raise Refused("Skriv datoen for samtalen.", field="held_on", code="missing")
        if form is None:
            raise Refused("Vælg, hvordan samtalen blev holdt.", field="form", code="missing")
        if next_contact_on is None:
            raise Refused("Skriv, hvornår næste kontakt er.", field="next_contact_on", code="missing")
        purpose = self.purpose.value() or TalkPurpose.CONTACT
        return HoldTalk(
            case_id,
            held_on,
            form,
            note=self.note.value(),
            next_step_towards_work=self.next_step.value(),
            next_contact_on=next_contact_on,
            match_kept=True if self.match.value() is MatchAnswer.KEPT else None,
            new_match=self._new_match(),
            purpose=purpose,
            fulfils_duty=self.duty.value(),
            present=self.present.value(),
            since_last=self.since_last.value(),
            job_search=self.job_search.value(),
            skills=self.skills.value(),
            weekly_hours_possible=self.hours.whole(),
            part_time_wish=self.part_time.value(),
            obstacles=self.obstacles.value(),
            job_proposal=self.job_proposal.value(),
            citizen_view=self.citizen_view.value(),
            next_form=self.next_form.value(),
            agreements=self.agreements.value(),
            settled=self.settled.value(),
            warned=tuple(Warned(kind) for kind in self.warned.value()),
            plan_unchanged=bool(self.plan_reviewed.value()),
            sickness=self._sickness() if purpose is TalkPurpose.SICKNESS_FOLLOW_UP else None,
        )

    def _new_match(self) -> NewMatch | None:
        if self.match.value() is not MatchAnswer.NEW:
            return None
        return NewMatch(
            self.category.value() or 0, self.basis.value(), self.reason.value(), self.next_assessment_on.value()
        )

    def _sickness(self) -> SicknessPart:
        return SicknessPart(
            self.health.value(),
            self.work_left.value(),
            self.partial_return.value(),
            self.retention.value(),
            self.retention_measures.value(),
            self.employer_contact.value(),
            self.doctor_contact.value(),
        )
