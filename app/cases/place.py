"""Where a worker was when the program locked, so that the next process comes back to the same page and form."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Final

from sqlalchemy.orm import Session

from app.cases.drafts import DraftKey, load_draft
from app.cases.settings import forget_setting, read_setting, write_setting
from app.changes import Done
from app.work import Work

PLACE: Final = "place"


@dataclass(frozen=True, slots=True)
class Place:
    """A page by its name, what was shown `inside` it in the page's own words, and the form that was open over it."""

    page: str
    inside: str | None = None
    form: DraftKey | None = None


@dataclass(frozen=True, slots=True)
class KeepPlace:
    """`saving` says that the form was just being saved: it is come back to only if its draft is still there."""

    place: Place
    saving: bool = False


def keep_place(work: Work, request: KeepPlace) -> Done:
    """Write it down, in the encrypted store and nowhere else."""
    place, form = request.place, request.place.form
    if form is not None and request.saving and load_draft(work.session, form) is None:
        form = None
    key = None if form is None else [form.form, form.case_id, form.about_id]
    text = json.dumps({"page": place.page, "inside": place.inside, "form": key}, ensure_ascii=False)
    write_setting(work, PLACE, text)
    return Done(PLACE)


def read_place(session: Session) -> Place | None:
    """Where to go back to; None when nowhere, or when what stands there cannot be read."""
    text = read_setting(session, PLACE)
    try:
        found = json.loads(text or "null")
        form = found["form"]
        return Place(str(found["page"]), _text(found["inside"]), None if form is None else _key(*form))
    except (ValueError, KeyError, TypeError):
        return None


def forget_place(work: Work, _request: None = None) -> Done:
    """Come back only once."""
    forget_setting(work, PLACE)
    return Done(PLACE)


def _key(form: object, case_id: object, about_id: object) -> DraftKey:
    return DraftKey(str(form), _text(case_id), _text(about_id))


def _text(value: object) -> str | None:
    return None if value is None else str(value)
