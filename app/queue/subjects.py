"""Which anchors are asked about a citizen: those that have facts to look at and a rule that may apply."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple

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
from app.rules.book import RuleBook
from db.values.people import BenefitType

HasFacts = Callable[[Any], object]


class Subject(NamedTuple):
    """An anchor, the kinds it may give, and which facts of the case it needs; None when it needs a benefit."""

    anchor: Anchor
    kinds: frozenset[str]
    has_facts: HasFacts | None


def _subject(anchor: Anchor, needs: str | None, *kinds: str) -> Subject:
    return Subject(anchor, frozenset(kinds), attrgetter(needs) if needs else None)


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


@lru_cache(maxsize=64)
def subjects_for(rule_book: RuleBook, benefit: BenefitType) -> tuple[Subject, ...]:
    """The subjects that have a rule for someone on this benefit; without a benefit only those with facts."""
    return tuple(
        subject
        for subject in SUBJECTS
        if (benefit is not BenefitType.NONE or subject.has_facts is not None)
        and any(
            row.benefits is None or benefit in row.benefits
            for kind in subject.kinds
            for row in rule_book.all_rows(kind)
        )
    )
