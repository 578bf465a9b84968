"""What can be done about a row, and about which rows."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from enum import StrEnum
from typing import Final

from app.queue.item import QueueItem


class Action(StrEnum):
    """The first two are other screens' work; the rest is done here."""

    HOLD_TALK = "talk"
    PHONE_NOTE = "phone_note"
    REMIND_ME = "remind_me"
    HAND_OVER = "hand_over"
    OWN_REMINDER = "own_reminder"
    DONE_ELSEWHERE = "done_elsewhere"
    FINISH_REMINDER = "finish_reminder"


ACTIONS: Final[dict[Action, str]] = {
    Action.HOLD_TALK: "Registrér samtale",
    Action.FINISH_REMINDER: "Udført",
    Action.PHONE_NOTE: "Telefonnotat",
    Action.REMIND_ME: "Påmind mig …",
    Action.HAND_OVER: "Overfør til …",
    Action.OWN_REMINDER: "Egen påmindelse …",
    Action.DONE_ELSEWHERE: "Behandlet andetsteds …",
}

OF_OTHER_SCREENS: Final = frozenset({Action.HOLD_TALK, Action.PHONE_NOTE})

_CLOSED_BY_A_TALK: Final = frozenset(
    {
        "CONTACT_DUE",
        "CONTACT_INTENSIVE",
        "MATCH_MISSING",
        "SICK_FIRST",
        "SICK_FOLLOWUP_4W",
        "SICK_FOLLOWUP_8W",
        "SICK_FORM_RETURN",
        "CEILING_WARNING",
        "CEILING_HIT",
        "HOURS_RULE_WARNING",
        "PLAN_REVIEW",
    }
)


def actions_for(item: QueueItem, offered: Collection[Action], worker_id: str | None) -> tuple[Action, ...]:
    """What is shown for a row; `offered` is what there is somebody to do."""
    fits = {
        Action.HOLD_TALK: item.case_id is not None and item.kind in _CLOSED_BY_A_TALK,
        Action.PHONE_NOTE: item.case_id is not None,
        Action.REMIND_ME: True,
        Action.HAND_OVER: item.case_id is not None,
        Action.OWN_REMINDER: True,
        Action.DONE_ELSEWHERE: item.case_id is not None and item.kind != "REMINDER",
        Action.FINISH_REMINDER: item.kind == "REMINDER" and item.worker_id == worker_id,
    }
    return tuple(action for action in ACTIONS if action in offered and fits[action])


def snooze_help(item: QueueItem, today: date) -> str:
    """What is said before a row is put off: a citizen's right is not."""
    if item.consequence != 1:
        return "Rækken står under Senere indtil da."
    if item.due_on < today:
        return "Fristen ændres ikke."
    return f"Fristen er borgerens ret. Vælg senest {item.due_on:%d.%m.%Y}."
