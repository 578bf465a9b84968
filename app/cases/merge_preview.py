"""What would move if two cases of one citizen became one: both side by side, counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from app.cases.addresses import full_line
from app.cases.case_rows import the_case
from app.cases.citizen_page import citizen_page
from app.cases.usage_log import note_use
from app.cases.withdraw import case_classes
from app.cases.words import BENEFITS
from app.work import Work
from db.errors import Refused
from db.values.people import UsageKind

# What a person counts; the rest goes along as *andre oplysninger*.
COUNTED = {
    "talk": ("samtale", "samtaler"),
    "note": ("notat", "notater"),
    "match_assessment": ("matchvurdering", "matchvurderinger"),
    "job_plan": ("jobplan", "jobplaner"),
    "placement": ("tilbud", "tilbud"),
    "application_case": ("ansøgningssag", "ansøgningssager"),
    "sickness_case": ("sygesag", "sygesager"),
    "benefit_period": ("ydelsesperiode", "ydelsesperioder"),
    "summons": ("indkaldelse", "indkaldelser"),
    "attachment": ("dokument", "dokumenter"),
}


@dataclass(frozen=True, slots=True)
class MergeSide:
    """One of the two. `address` is None where there is none or it is protected."""

    case_id: str
    name: str
    born: date
    address: str | None
    phone: str | None
    holder: str | None
    benefit: str | None
    is_closed: bool
    counts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MergePreview:
    """`keep` stays; all rows of `duplicate` move to it."""

    keep: MergeSide
    duplicate: MergeSide


def merge_preview(work: Work, keep_id: str, duplicate_id: str) -> MergePreview:
    """Read both sides and log that the other one was opened.

    Refused: `same_citizen` (field `duplicate_id`), and as `citizen_page` says.
    """
    if keep_id == duplicate_id:
        raise Refused("Vælg en anden sag end den, du står i.", field="duplicate_id", code="same_citizen")
    preview = MergePreview(_side(work, keep_id), _side(work, duplicate_id))
    note_use(work, UsageKind.OPENED, "Sammenlægning af dubletter", case_id=duplicate_id)
    return preview


def _side(work: Work, case_id: str) -> MergeSide:
    the_case(work, case_id, field="duplicate_id")
    page = citizen_page(work.session, case_id, worker_id=work.author, today=work.today)
    details = page.details
    return MergeSide(
        case_id=case_id,
        name=details.name,
        born=page.born,
        address=None if details.address_protected else full_line(details.address) or None,
        phone=details.phone,
        holder=page.holder.name if page.holder else None,
        benefit=BENEFITS[page.benefit.benefit] if page.benefit else None,
        is_closed=page.closed is not None,
        counts=_counts(work, case_id),
    )


def _counts(work: Work, case_id: str) -> tuple[str, ...]:
    found, others = [], 0
    for name, kind in case_classes().items():
        query = select(func.count()).select_from(kind).where(kind.case_id == case_id, kind.gone.is_(False))
        count = work.session.scalar(query) or 0
        if name in COUNTED and count:
            one, many = COUNTED[name]
            found.append((list(COUNTED).index(name), f"{count} {one if count == 1 else many}"))
        elif name not in COUNTED:
            others += count
    lines = [text for _, text in sorted(found)]
    if others:
        lines.append(f"{others} andre oplysninger")
    return tuple(lines)
