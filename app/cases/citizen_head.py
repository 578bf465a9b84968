"""The citizen as every form names them at its top."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.cases.citizen_page import citizen_page
from app.cases.drafts import DraftKey, load_draft
from app.cases.usage_log import note_use
from app.work import Work
from db.values.people import BenefitType, UsageKind


@dataclass(frozen=True, slots=True)
class CitizenHead:
    """The citizen as a form names them. `language` is the interpreter's language, `match_label` its Danish name.

    `interpreter_needed` is kept apart, since a language may not be known.
    """

    name: str
    born: date
    match: int | None
    match_label: str | None
    benefit: BenefitType | None
    interpreter_needed: bool
    language: str | None
    phone: str | None


@dataclass(frozen=True, slots=True)
class OpenedCase:
    """What any form about a case begins with. `draft` is the form's kept state, None when there is none."""

    case_id: str
    head: CitizenHead
    draft: str | None


def open_case_form(work: Work, key: DraftKey, purpose: str) -> OpenedCase:
    """Read the head and the draft, and log that the case was opened for `purpose`, a fixed Danish text.

    The key must name a case. Refused as `citizen_page`.
    """
    if key.case_id is None:
        raise ValueError(key.form)
    head = citizen_head(work, key.case_id)
    note_use(work, UsageKind.OPENED, purpose, case_id=key.case_id)
    return OpenedCase(key.case_id, head, load_draft(work.session, key))


def citizen_head(work: Work, case_id: str) -> CitizenHead:
    """Read the head of a case without logging. Refused as `citizen_page`."""
    page = citizen_page(work.session, case_id, worker_id=work.author, today=work.today)
    details = page.details
    return CitizenHead(
        name=details.name,
        born=page.born,
        match=page.match.category if page.match else None,
        match_label=page.match.label if page.match else None,
        benefit=page.benefit.benefit if page.benefit else None,
        interpreter_needed=details.interpreter_needed,
        language=details.language,
        phone=details.phone,
    )
