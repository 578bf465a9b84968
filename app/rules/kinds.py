"""The closed set of kinds: from which event each counts, and which texts and due dates its rule must give.

The numbers and words of a kind are data of a rule set. That there is such a kind, and how its event is found
among the facts, is code: a rule set that names another kind or another event is refused.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from db.values.cases import CaseStepKind

# Placeholders that every sentence may use: the event's day and the due day, long (8. december 2006) and short (08.12).
COMMON_WORDS: Final = frozenset({"date", "date_short", "due", "due_short"})

# The name of the only text or due date of a kind that has but one.
ONLY: Final = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a rule of one kind must say.

    `counted_from` is the event's name. `variants` are the situations that need a sentence each, `dues` the
    names of the due dates, both `("",)` where there is one. `words` are further placeholders the texts may
    use; `required` are those that every sentence must use, so that a reason never leaves out its date.
    """

    counted_from: str
    variants: tuple[str, ...] = (ONLY,)
    dues: tuple[str, ...] = (ONLY,)
    words: frozenset[str] = frozenset()
    required: frozenset[str] = frozenset({"date"})
    has_cutoff: bool = False
    own_class: bool = False


def _words(*names: str) -> frozenset[str]:
    return frozenset(names)


KINDS: Final[dict[str, Kind]] = {
    "MATCH_MISSING": Kind("enquiry_or_notice", ("enquiry", "notice", "benefit_start")),
    "CONTACT_DUE": Kind("last_contact", ("talk", "offer_end", "benefit_start")),
    "CONTACT_INTENSIVE": Kind("last_talk_or_override", ("talk", "override"), words=_words("days")),
    "PORTAL_REPORT": Kind("talk_or_match", ("talk", "match", "rejected")),
    "NOTE_MISSING": Kind("talk_or_visit", ("talk", "visit")),
    "PLAN_MISSING": Kind("benefit_start"),
    "PLAN_CAMPAIGN": Kind("campaign_start", words=_words("area")),
    "PLAN_BEFORE_OFFER": Kind("offer_start", ("planned", "started"), words=_words("title")),
    "PLAN_REVIEW": Kind("plan_version", ("version", "reviewed")),
    "STEP_DUE": Kind("step_agreed", ("plan", "talk"), words=_words("step"), required=_words("date", "due")),
    "OFFER_FIRST_U30": Kind("benefit_start"),
    "OFFER_FIRST_30": Kind("benefit_start"),
    "OFFER_REPEAT": Kind("offer_end"),
    "EDUCATION_U25": Kind("benefit_start"),
    "NEXT_ACTIVITY_MISSING": Kind("offer_end", words=_words("title")),
    "OFFER_ENDING": Kind("planned_end", words=_words("title", "end", "end_short"), required=_words("end")),
    "MENTOR_ENDING": Kind("planned_end", words=_words("title", "end", "end_short"), required=_words("end")),
    "ORDER_UNANSWERED": Kind("order_sent", ("waiting", "late"), words=_words("provider")),
    "FEEDBACK_DUE": Kind("answer_promised", ("midway", "final"), words=_words("provider")),
    "FEEDBACK_OVERDUE": Kind(
        "answer_promised",
        ("reminder-1", "reminder-2", "phone"),
        ("reminder-1", "reminder-2", "phone"),
        _words("provider", "answer"),
    ),
    "ANSWER_INCOMPLETE": Kind("feedback_received", words=_words("count")),
    "CHANGE_REQUEST": Kind("request_received"),
    "OUTCOME_CHECK": Kind("offer_end", dues=("3-months", "6-months"), words=_words("title", "months")),
    "ABSENCE_REPORTED": Kind("absence_reported", words=_words("event")),
    "HEARING_DEADLINE": Kind("hearing_sent", ("waiting", "passed"), required=_words("date", "due")),
    "SANCTION_ANSWER": Kind("recommendation_sent"),
    "ENTITLEMENT_NOTICE": Kind("entitlement_enquiry"),
    "SICK_FIRST": Kind("first_absence"),
    "SICK_FOLLOWUP_4W": Kind("last_follow_up"),
    "SICK_FOLLOWUP_8W": Kind("last_follow_up"),
    "SICK_FORM_RETURN": Kind("form_sent"),
    "RISK_MISSING": Kind("sickness_notice"),
    "BENEFIT_LIMIT": Kind("first_absence", ("first", "earlier_weeks"), words=_words("weeks")),
    "CASE_STEP_DUE": Kind(
        "step_start",
        ("ours", "waiting"),
        tuple(step.value for step in CaseStepKind),
        _words("step", "application", "who"),
    ),
    "WAITING_REMINDER": Kind("step_sent", words=_words("step", "application", "who")),
    "CEILING_WARNING": Kind("benefit_start", words=_words("hit"), required=_words("date", "hit")),
    "CEILING_HIT": Kind("ceiling_hit"),
    "HOURS_RULE_WARNING": Kind("cutoff", has_cutoff=True),
    "YOUTH_ALERT": Kind("alert_received"),
    "YOUTH_FOLLOW_UP": Kind("talk_offered", dues=("3-months", "6-months"), words=_words("months")),
    "HOME_VISIT": Kind(
        "planned_visit",
        ("visit", "next-attempt", "letter"),
        ("visit", "next-attempt", "letter"),
        _words("attempt", "attempts"),
    ),
    "DELAY_NOTICE": Kind("application_received", words=_words("application", "published")),
    "COMPLAINT": Kind("complaint_received"),
    "SUMMONS_OUTCOME": Kind("summons_meeting"),
    "CALLBACK": Kind("phone_note"),
    "DATA_QUALITY": Kind("finding", words=_words("text"), required=_words("text")),
    "REMINDER": Kind("own_date", words=_words("text"), required=_words("text"), own_class=True),
    "SYNC_CONFLICT": Kind("conflict_found"),
}

COUNTED_FROM: Final = frozenset(kind.counted_from for kind in KINDS.values())
