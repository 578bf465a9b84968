"""Who gets which story: the caseloads of the demo, as tables. The numbers are the days until the row falls due.

M. Holm is the one who sits at the screen: 60 cases here and the couple of the worked example. The others
are there so that search, lists and figures have something to work on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app.demo.case_file import CaseFile
from app.demo.staff import DAM, HOLM, KROGH, LIND, TOFT, WULFF, Worker
from app.demo.stories import benefits, contact, couples, offers, plans, rest, trouble, youth

Story = Callable[[CaseFile, int], None]
CoupleStory = Callable[[tuple[CaseFile, CaseFile], int], None]

ADULT, YOUNG, TEEN, ANY = (31, 61), (18, 28), (16, 19), (24, 62)


@dataclass(frozen=True, slots=True)
class Part:
    """A story told once for each of its days. `area` None leaves it to the dice whether it lies in an area."""

    story: Story
    days: tuple[int, ...]
    ages: tuple[int, int] = ADULT
    area: bool | None = None
    also: Story | None = None


@dataclass(frozen=True, slots=True)
class CouplePart:
    """A story of two spouses told once for each of its days."""

    story: CoupleStory
    days: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Caseload:
    """The cases of one worker, or of nobody; `areas` is the share of them in the housing areas."""

    worker: Worker | None
    parts: tuple[Part, ...]
    couples: tuple[CouplePart, ...] = ()
    areas: float = 0.5


def _part(
    story: Story,
    *days: int | Iterable[int],
    ages: tuple[int, int] = ADULT,
    area: bool | None = None,
    also: Story | None = None,
) -> Part:
    flat: list[int] = []
    for day in days:
        flat += [day] if isinstance(day, int) else day
    return Part(story, tuple(flat), ages, area, also)


_HOLM = Caseload(
    HOLM,
    (
        _part(contact.contact, -12, -3, 1, 2, 8, 13, 17, 22, 27),
        _part(contact.contact_today, 0, 1),
        _part(contact.contact_agreed, 9, 16),
        _part(contact.outcome_of_summons, 0),
        _part(contact.contact, 3, also=rest.reminded),
        _part(contact.contact_new, 15),
        _part(contact.unreported, -1, 1, 2, 4),
        _part(contact.note_missing, 0),
        _part(contact.match_missing, 3),
        _part(contact.entitlement, 4),
        _part(contact.excluded, 12),
        _part(plans.plan_campaign, 0, 1, 2, area=True),
        _part(plans.plan_missing, 10, area=False),
        _part(plans.plan_review, 8),
        _part(plans.own_step, -2),
        _part(plans.own_step, 2, also=contact.call_back),
        _part(plans.citizens_step, 3),
        _part(offers.offer_ending, 6, 14, 23),
        _part(offers.next_activity, 6),
        _part(offers.outcome_check, 5),
        _part(offers.first_offer, 18, ages=(34, 60)),
        _part(offers.repeat_offer, 12, 24),
        _part(offers.order_unanswered, 2),
        _part(offers.feedback_overdue, -1),
        _part(offers.feedback_due, 2),
        _part(offers.change_request, 2),
        _part(offers.answer_incomplete, 3),
        _part(offers.running, 0, 0),
        _part(benefits.sick_on_cash_assistance, 2, 9),
        _part(benefits.waiting_for_doctor, -5, ages=(45, 61)),
        _part(benefits.waiting_for_decision, 16, ages=(50, 61)),
        _part(benefits.own_case_step, 3, 10, ages=(40, 61)),
        _part(trouble.absence_reported, 1),
        _part(rest.home_visit, 2, area=True),
        _part(rest.match_without_reason, 9),
    ),
    (CouplePart(couples.couple_ceiling, (3,)), CouplePart(couples.couple_in_order, (0,))),
    areas=0.55,
)

_LIND = Caseload(
    LIND,
    (
        _part(contact.contact, range(-7, 48, 9)),
        _part(contact.came, 0, 1),
        _part(contact.contact_agreed, 7, 14),
        _part(contact.stayed_away, 5),
        _part(contact.absent, 9),
        _part(contact.intensive, 6),
        _part(contact.excluded, 1, 6),
        _part(contact.rejected, 3),
        _part(contact.group_course, 40),
        _part(plans.plan_campaign, 0, 1, area=True),
        _part(plans.plan_before_offer, 5),
        _part(plans.reviewed, 0),
        _part(plans.providers_step, 4),
        _part(plans.profiled, 0),
        _part(offers.second_outcome_check, 4),
        _part(offers.order_answered, 0, 1),
        _part(offers.order_received, 0),
        _part(offers.order_declined, 0),
        _part(offers.order_withdrawn, 0),
        _part(offers.order_in_hand, 0, 1, 2, 3),
        _part(offers.feedback_reminded, 2),
        _part(offers.received_by_phone, 0),
        _part(offers.change_decided, 0, 1),
        _part(offers.stopped_early, 0),
        _part(offers.ended_recently, 1, 3),
        _part(trouble.absence_closed, 0, 1, 2),
        _part(trouble.hearing, 1),
        _part(trouble.recommended, 6),
        _part(trouble.sanction_opened, 0),
        _part(trouble.sanction_over, 0, 1),
        _part(trouble.complaint, 9),
        _part(trouble.complaint_settled, 0),
        _part(benefits.waiting_for_provider, 20),
        _part(benefits.untouched, 3),
        _part(benefits.delayed, 5),
        _part(benefits.delay_told, 12),
        _part(benefits.decided, 0, 1),
        _part(benefits.other_benefit, range(6)),
        _part(rest.ended_without_result, 7),
        _part(rest.planned_not_started, 9),
        _part(rest.conflicting, 1),
        _part(rest.noted, 0),
    ),
    (
        CouplePart(couples.couple_hours_rule, (0,)),
        CouplePart(couples.couple_ceiling_hit, (0,)),
        CouplePart(couples.couple_apart, (0,)),
    ),
    areas=0.3,
)

_TOFT = Caseload(
    TOFT,
    (
        _part(contact.contact, range(2, 84, 9), area=True),
        _part(contact.home_talks, 0, 4, area=True),
        _part(plans.plan_campaign, range(6), area=True),
        _part(rest.home_visit, 0, 1, 2, area=True),
        _part(rest.nobody_home, 4, 9, area=True),
        _part(rest.visited, range(6), area=True),
        _part(offers.running, 0, 0, area=True),
    ),
    (CouplePart(couples.couple_in_order, (0, 0)),),
    areas=1.0,
)

_KROGH = Caseload(
    KROGH,
    (
        _part(contact.contact, range(-4, 84, 8), ages=YOUNG),
        _part(youth.alert, 1, 3, 5, ages=TEEN),
        _part(youth.alert_follow_up, 6, ages=TEEN),
        _part(youth.alert_met, range(5), ages=TEEN),
        _part(youth.in_preparing_course, range(8), ages=(18, 24)),
        _part(youth.education_due, 12, 25, ages=(18, 23)),
        _part(youth.with_mentor, 0, 0, ages=YOUNG),
        _part(offers.mentor_ending, 7, ages=YOUNG),
        _part(offers.first_offer_young, 9, ages=(25, 28)),
        _part(offers.running, range(6), ages=YOUNG),
        _part(contact.in_order, 0, 0, ages=YOUNG),
    ),
    areas=0.15,
)

_DAM = Caseload(
    DAM,
    (
        _part(contact.contact, range(1, 84, 8), ages=YOUNG),
        _part(contact.contact_agreed, 8, ages=YOUNG),
        _part(contact.unreported, 2, 3, ages=YOUNG),
        _part(plans.own_step, 4, ages=YOUNG),
        _part(youth.in_preparing_course, range(6), ages=(18, 24)),
        _part(offers.offer_ending, 9, ages=YOUNG),
        _part(offers.order_unanswered, 3, ages=YOUNG),
        _part(offers.ended_recently, 0, 2, ages=YOUNG),
        _part(offers.running, range(5), ages=YOUNG),
    ),
    areas=0.1,
)

_WULFF = Caseload(
    WULFF,
    (
        _part(benefits.sick_four_weeks, range(-2, 26, 3), ages=ANY),
        _part(benefits.sick_eight_weeks, range(-3, 54, 6), ages=ANY),
        _part(benefits.sick_first, -1, 6, 20, 33, 40, ages=ANY),
        _part(benefits.sick_form, 2, 5, ages=ANY),
        _part(benefits.risk_missing, 3, 6, ages=ANY),
        _part(benefits.benefit_limit, 12, 40, 70, 85, ages=ANY),
        _part(benefits.extended, 0, 0, ages=ANY),
        _part(benefits.recovered, range(6), ages=ANY),
        _part(rest.reminded, 0, ages=ANY),
    ),
    areas=0.1,
)

_NOBODY = Caseload(
    None,
    (
        _part(contact.match_missing, 2, 5),
        _part(contact.contact, 6, 19, 35),
        _part(contact.in_order, 0),
        _part(youth.alert, 4, ages=TEEN),
        _part(benefits.sick_first, 22, ages=ANY),
    ),
    areas=0.3,
)

_OVER = Caseload(LIND, (_part(rest.closed, range(8)),), areas=0.3)

CASELOADS = (_HOLM, _LIND, _TOFT, _KROGH, _DAM, _WULFF, _NOBODY, _OVER)


def size(load: Caseload) -> int:
    """The number of citizens in a caseload."""
    return sum(len(part.days) for part in load.parts) + 2 * sum(len(part.days) for part in load.couples)
