"""What can be done about a row, and about which rows."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from enum import StrEnum
from typing import Final

from app.queue.item import QueueItem
from ui.shell.case_action import WORDS, CaseAction


class Action(StrEnum):
    """What is done to a row without doing its work. What does its work is a `CaseAction`."""

    REMIND_ME = "remind_me"
    HAND_OVER = "hand_over"
    OWN_REMINDER = "own_reminder"
    DONE_ELSEWHERE = "done_elsewhere"
    FINISH_REMINDER = "finish_reminder"


Doing = Action | CaseAction

ACTIONS: Final[dict[Action, str]] = {
    Action.FINISH_REMINDER: "Udført",
    Action.REMIND_ME: "Påmind mig …",
    Action.HAND_OVER: "Overfør til …",
    Action.OWN_REMINDER: "Egen påmindelse …",
    Action.DONE_ELSEWHERE: "Behandlet andetsteds …",
}

_TALK: Final = (CaseAction.HOLD_TALK, CaseAction.SUMMON)
_SICKNESS: Final = (CaseAction.FOLLOW_UP_SICKNESS, CaseAction.SUMMON)

NEXT: Final[dict[str, tuple[CaseAction, ...]]] = {
    "CONTACT_DUE": _TALK,
    "CONTACT_INTENSIVE": _TALK,
    "MATCH_MISSING": (*_TALK, CaseAction.ASSESS_MATCH, CaseAction.RECEIVE),
    "PLAN_REVIEW": _TALK,
    "CEILING_WARNING": _TALK,
    "CEILING_HIT": _TALK,
    "HOURS_RULE_WARNING": _TALK,
    "SICK_FIRST": _SICKNESS,
    "SICK_FOLLOWUP_4W": _SICKNESS,
    "SICK_FOLLOWUP_8W": _SICKNESS,
    "SICK_FORM_RETURN": (CaseAction.RECEIVE_FORM,),
    "RISK_MISSING": (CaseAction.ASSESS_RISK,),
    "BENEFIT_LIMIT": (CaseAction.DECIDE_EXTENSION,),
    "ENTITLEMENT_NOTICE": (CaseAction.RECEIVE,),
    "PORTAL_REPORT": (CaseAction.OPEN_TRANSFER,),
    "NOTE_MISSING": (CaseAction.WRITE_NOTE,),
    "SUMMONS_OUTCOME": (CaseAction.NOTE_ATTENDANCE, CaseAction.REBOOK),
    "CALLBACK": (CaseAction.PHONE_NOTE,),
    "STEP_DUE": (CaseAction.FINISH_PLAN_STEP,),
    "CASE_STEP_DUE": (CaseAction.TAKE_STEP,),
    "WAITING_REMINDER": (CaseAction.TAKE_STEP,),
    "DELAY_NOTICE": (CaseAction.SEND_DELAY_NOTICE,),
    "COMPLAINT": (CaseAction.SETTLE_COMPLAINT,),
    "YOUTH_ALERT": (CaseAction.FOLLOW_UP_YOUTH, CaseAction.SUMMON),
    "YOUTH_FOLLOW_UP": (CaseAction.FOLLOW_UP_YOUTH,),
    "ABSENCE_REPORTED": (CaseAction.ANSWER_ABSENCE,),
    "DATA_QUALITY": (CaseAction.CORRECT_DATA,),
    "OFFER_FIRST_U30": (CaseAction.FIND_OFFER,),
    "OFFER_FIRST_30": (CaseAction.FIND_OFFER,),
    "OFFER_REPEAT": (CaseAction.FIND_OFFER,),
    "EDUCATION_U25": (CaseAction.FIND_OFFER,),
    "OUTCOME_CHECK": (CaseAction.CHECK_OUTCOME,),
    "OFFER_ENDING": (CaseAction.DECIDE_NEXT_STEP, CaseAction.FIND_OFFER, CaseAction.END_PLACEMENT),
    "MENTOR_ENDING": (CaseAction.DECIDE_NEXT_STEP, CaseAction.END_PLACEMENT),
    "NEXT_ACTIVITY_MISSING": (CaseAction.FIND_OFFER, CaseAction.DECIDE_NEXT_STEP),
}
"""What does a row's work, the first of them first. A kind that is not here has nothing that does it yet."""

# Who is summoned may call off before the day.
_SUMMONED: Final = (CaseAction.REBOOK, CaseAction.NOTE_ATTENDANCE)
_ABOUT_ANY_CASE: Final = (CaseAction.PHONE_NOTE, CaseAction.OPEN_CITIZEN)

# The column of next steps is narrow; the button says it in full.
_SHORT: Final[dict[CaseAction, str]] = {
    CaseAction.FOLLOW_UP_SICKNESS: "Registrér opfølgning",
    CaseAction.RECEIVE_FORM: "Skema modtaget",
    CaseAction.NOTE_ATTENDANCE: "Notér fremmøde",
    CaseAction.SEND_DELAY_NOTICE: "Send besked",
    CaseAction.FOLLOW_UP_YOUTH: "Følg op",
}


def words(doing: Doing) -> str:
    """What stands on the button."""
    return WORDS[doing] if isinstance(doing, CaseAction) else ACTIONS[doing]


def short_words(doing: Doing | None) -> str:
    """What stands in the list; nothing where nobody can act yet."""
    if doing is None:
        return ""
    return _SHORT[doing] if isinstance(doing, CaseAction) and doing in _SHORT else words(doing)


def next_step(item: QueueItem, offered: Collection[Doing], worker_id: str | None = None) -> Doing | None:
    """What does the row's work; None when nobody offers it."""
    if item.kind == "REMINDER" and item.worker_id == worker_id:
        return Action.FINISH_REMINDER
    return next((action for action in NEXT.get(item.kind, ()) if action in offered), None)


def actions_for(item: QueueItem, offered: Collection[Doing], worker_id: str | None) -> tuple[Doing, ...]:
    """What is shown for a row, its own work first; `offered` is what there is somebody to do.

    A row that stands for many has only what is done about all of them.
    """
    if item.case_id is None and item.kind in NEXT:
        return tuple(action for action in NEXT[item.kind] if action in offered)
    in_case = item.case_id is not None
    fits = {
        Action.FINISH_REMINDER: item.kind == "REMINDER" and item.worker_id == worker_id,
        Action.REMIND_ME: True,
        Action.HAND_OVER: in_case,
        Action.OWN_REMINDER: True,
        Action.DONE_ELSEWHERE: in_case and item.kind != "REMINDER",
    }
    moved = _SUMMONED if item.agreed else ()
    shown: list[Doing] = [*NEXT.get(item.kind, ()), *moved, *(_ABOUT_ANY_CASE if in_case else ())]
    shown.extend(action for action in ACTIONS if fits[action])
    return tuple(dict.fromkeys(each for each in shown if each in offered))


def snooze_help(item: QueueItem, today: date) -> str:
    """What is said before a row is put off: a citizen's right is not."""
    if item.consequence != 1:
        return "Rækken står under Senere indtil da."
    if item.due_on < today:
        return "Fristen ændres ikke."
    return f"Fristen er borgerens ret. Vælg senest {item.due_on:%d.%m.%Y}."
