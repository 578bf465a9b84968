"""Which anchors are asked about a citizen: those that have facts to look at and a rule that may apply."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import compress
from operator import attrgetter
from typing import NamedTuple

from app.queue.anchors import (
    applications,
    contact,
    match,
    offers,
    orders,
    own,
    plans,
    sanctions,
    sickness,
    talks,
    visits,
    warnings,
    youth,
)
from app.queue.event import Anchor
from app.queue.facts import CaseFacts
from app.rules.book import RuleBook
from db.values.people import BenefitType


class Subject(NamedTuple):
    """An anchor, the name of the facts it looks at (None when it needs a benefit), and the kinds it may give."""

    anchor: Anchor
    facts: str | None
    kinds: tuple[str, ...]


def _subject(anchor: Anchor, facts: str | None, *kinds: str) -> Subject:
    return Subject(anchor, facts, kinds)


SUBJECTS = (
    _subject(match.match_missing, None, "MATCH_MISSING"),
    _subject(contact.contact_due, None, "CONTACT_DUE"),
    _subject(contact.closer_contact, "overrides", "CONTACT_INTENSIVE"),
    _subject(talks.reports, "reports", "PORTAL_REPORT"),
    _subject(talks.talk_notes, "talks", "NOTE_MISSING"),
    _subject(talks.visit_notes, "visits", "NOTE_MISSING"),
    _subject(talks.summons_outcomes, "summonses", "SUMMONS_OUTCOME"),
    _subject(talks.calls, "calls", "CALLBACK"),
    _subject(plans.plan_missing, None, "PLAN_MISSING"),
    _subject(plans.plan_before_offer, "placements", "PLAN_BEFORE_OFFER"),
    _subject(plans.plan_review, "plans", "PLAN_REVIEW"),
    _subject(plans.steps, "steps", "STEP_DUE"),
    _subject(offers.offer_due, None, "OFFER_FIRST_U30", "OFFER_FIRST_30", "OFFER_REPEAT"),
    _subject(offers.education_due, None, "EDUCATION_U25"),
    _subject(offers.offer_ending, "placements", "OFFER_ENDING"),
    _subject(offers.next_activity, "placements", "NEXT_ACTIVITY_MISSING"),
    _subject(offers.mentor_ending, "placements", "MENTOR_ENDING"),
    _subject(offers.outcome_checks, "placements", "OUTCOME_CHECK"),
    _subject(orders.orders, "orders", "ORDER_UNANSWERED", "FEEDBACK_DUE", "FEEDBACK_OVERDUE"),
    _subject(orders.feedbacks, "feedbacks", "ANSWER_INCOMPLETE"),
    _subject(orders.change_requests, "change_requests", "CHANGE_REQUEST"),
    _subject(sanctions.absences, "absences", "ABSENCE_REPORTED"),
    _subject(sanctions.sanctions, "sanctions", "HEARING_DEADLINE", "SANCTION_ANSWER"),
    _subject(sanctions.entitlement, "benefits", "ENTITLEMENT_NOTICE"),
    _subject(
        sickness.sickness,
        "sicknesses",
        "SICK_FIRST",
        "SICK_FOLLOWUP_4W",
        "SICK_FOLLOWUP_8W",
        "SICK_FORM_RETURN",
        "RISK_MISSING",
        "BENEFIT_LIMIT",
    ),
    _subject(applications.applications, "applications", "CASE_STEP_DUE", "WAITING_REMINDER", "DELAY_NOTICE"),
    _subject(applications.complaints, "complaints", "COMPLAINT"),
    _subject(warnings.ceiling, None, "CEILING_WARNING", "CEILING_HIT"),
    _subject(warnings.hours_rule, None, "HOURS_RULE_WARNING"),
    _subject(youth.youth_alerts, "youth_alerts", "YOUTH_ALERT", "YOUTH_FOLLOW_UP"),
    _subject(visits.home_visits, "visits", "HOME_VISIT"),
    _subject(own.reminders, "reminders", "REMINDER"),
    _subject(own.findings, "quality", "DATA_QUALITY"),
    _subject(own.conflicts, "conflicts", "SYNC_CONFLICT"),
)


class Chooser:
    """Chooses the anchors for a case by which facts it has, in one step for all of them."""

    __slots__ = ("_anchors", "_facts")

    def __init__(self, subjects: Iterable[Subject]) -> None:
        """Choose among these; one that needs no facts is always chosen, since every case has an id."""
        chosen = tuple(subjects)
        self._anchors = tuple(subject.anchor for subject in chosen)
        # Two names more, so that a tuple comes of it however few subjects there are.
        self._facts = attrgetter(*(subject.facts or "case_id" for subject in chosen), "case_id", "case_id")

    def anchors_for(self, case: CaseFacts) -> Iterator[Anchor]:
        """The anchors that have something to look at."""
        return compress(self._anchors, self._facts(case))


@lru_cache(maxsize=64)
def chooser_for(rule_book: RuleBook, benefit: BenefitType) -> Chooser:
    """Chooses among the subjects that have a rule for someone on this benefit; without one, those with facts."""
    return Chooser(
        subject
        for subject in SUBJECTS
        if (benefit is not BenefitType.NONE or subject.facts is not None)
        and any(
            row.benefits is None or benefit in row.benefits
            for kind in subject.kinds
            for row in rule_book.all_rows(kind)
        )
    )
