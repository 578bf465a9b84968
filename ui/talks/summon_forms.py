"""Indkald and Ny tid, as the desk for forms opens them."""

from __future__ import annotations

import json
import uuid
from datetime import date
from typing import TYPE_CHECKING, Final

from app.talks.invite import InviteMany, invite_many
from app.talks.new_time import REBOOK_FORM, OpenedRebook, give_new_time, open_rebook
from app.talks.send_summons import SendSummonses, Sent, send_summonses
from app.talks.summons_form import SUMMONS_FORM, OpenedSummons, open_summons
from db.errors import Refused
from db.values.talks import TalkPurpose
from ui.forms.case_form import CaseForm
from ui.talks.rebook_dialog import RebookDialog
from ui.talks.summon_dialog import SummonDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.cases.drafts import DraftKey
    from app.work import Work

_NAMESPACE: Final = uuid.UUID("a5b1a9f2-31f4-5d0e-8a5e-7d0a51c3c6b7")


def summon_form(case_ids: tuple[str, ...] = (), purpose: TalkPurpose = TalkPurpose.CONTACT) -> CaseForm[OpenedSummons]:
    """Return the form for one citizen or many. Without any, they are those of the draft."""

    def read(work: Work, key: DraftKey) -> OpenedSummons:
        return open_summons(work, key, case_ids or _cases_of(work, key))

    def make(opened: OpenedSummons, today: date, window: QWidget) -> SummonDialog:
        return SummonDialog(opened, today, purpose, window)

    return CaseForm(SUMMONS_FORM, read, make, summon_citizens)


def rebook_form() -> CaseForm[OpenedRebook]:
    """Return the form of a new time."""
    return CaseForm(REBOOK_FORM, open_rebook, RebookDialog, give_new_time)


def summon_citizens(work: Work, request: SendSummonses | InviteMany) -> Sent:
    """Summon each to a time of their own, or all to a group meeting."""
    return invite_many(work, request) if isinstance(request, InviteMany) else send_summonses(work, request)


def list_id(case_ids: tuple[str, ...]) -> str:
    """What a draft for these citizens is about: another list has a draft of its own."""
    return str(uuid.uuid5(_NAMESPACE, "/".join(sorted(case_ids))))


def _cases_of(work: Work, key: DraftKey) -> tuple[str, ...]:
    from app.cases.drafts import load_draft

    if key.case_id is not None:
        return (key.case_id,)
    state = load_draft(work.session, key)
    if state is None:
        raise Refused("Kladden findes ikke længere. Vælg borgerne igen.", code="unknown_draft")
    lines = json.loads(state).get("fields", {}).get("case_ids", [])
    return tuple(str(line[0]) for line in lines)
