"""What the search does about a citizen, and the letter that does it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ui.shell.case_action import CaseAction

if TYPE_CHECKING:
    from ui.shell.workplace import Workplace

LETTERS: Final[dict[CaseAction, str]] = {
    CaseAction.OPEN_CITIZEN: "A",
    CaseAction.PHONE_NOTE: "N",
    CaseAction.HOLD_TALK: "S",
    CaseAction.SUMMON: "I",
    CaseAction.FIND_OFFER: "G",
    CaseAction.WRITE_NOTE: "J",
    CaseAction.ASSESS_MATCH: "M",
    CaseAction.CHANGE_HOLDER: "T",
    CaseAction.COPY_CPR: "C",
    CaseAction.COPY_NOTE: "K",
}
"""Those that fit any citizen, in the order in which they are shown. What needs a row of the case is not here."""


WITHOUT_LETTER: Final = (
    CaseAction.RECEIVE,
    CaseAction.REGISTER_BENEFIT,
    CaseAction.FOLLOW_UP_SICKNESS,
    CaseAction.OPEN_APPLICATION,
    CaseAction.RECEIVE_COMPLAINT,
    CaseAction.ATTACH_DOCUMENT,
    CaseAction.CHANGE_DETAILS,
    CaseAction.CHANGE_HOUSEHOLD,
    CaseAction.CHANGE_CPR,
    CaseAction.SET_CONTACT,
    CaseAction.EXCLUDE,
    CaseAction.RESTRICT,
    CaseAction.DECLARE_CONFLICT,
    CaseAction.CLOSE_CASE,
    CaseAction.MERGE_CITIZENS,
)
"""Those that fit a citizen too and are found by their words: rarer ones, for which there is no letter."""


def more_about(workplace: Workplace) -> tuple[CaseAction, ...]:
    """Those without a letter that somebody does."""
    offered = workplace.offered()
    return tuple(action for action in WITHOUT_LETTER if action in offered)


def actions_about(workplace: Workplace) -> tuple[CaseAction, ...]:
    """Those of them that somebody does."""
    offered = workplace.offered()
    return tuple(
        action
        for action in LETTERS
        if action in offered or (action is CaseAction.OPEN_CITIZEN and workplace.shows_citizens())
    )
