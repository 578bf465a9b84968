"""What was chosen for a file's columns, kept for the next file of the same shape."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.cases.settings import read_setting, write_setting
from app.imports.folding import folded
from app.imports.headings import WHY
from app.imports.mapping import Mapping

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.work import Work


@dataclass(frozen=True, slots=True)
class KeepMapping:
    """A file's shape is its kind and its headings, in whatever order."""

    kind: str
    headings: tuple[str, ...]
    mapping: Mapping


def kept_mapping(session: Session, kind: str, headings: Sequence[str]) -> Mapping | None:
    """What was chosen for that shape before; None when it is new."""
    text = read_setting(session, _name(kind, headings))
    if text is None:
        return None
    kept = json.loads(text)
    return Mapping(kept["columns"], kept["values"])


def kept_kind(session: Session, kinds: Sequence[str], headings: Sequence[str]) -> str | None:
    """The kind that a file of these headings was taken in as before."""
    return next((kind for kind in kinds if read_setting(session, _name(kind, headings)) is not None), None)


def keep_mapping(work: Work, request: KeepMapping) -> None:
    """Keep it in the place of what was kept for that shape."""
    mapping = request.mapping
    kept = {"columns": dict(mapping.columns), "values": {name: dict(table) for name, table in mapping.values.items()}}
    write_setting(work, _name(request.kind, request.headings), json.dumps(kept, ensure_ascii=False))


def _name(kind: str, headings: Sequence[str]) -> str:
    # Folded and hashed: a file without a heading line begins with somebody's name. Refused rows come back with a
    # column of our own.
    shape = "\n".join(sorted({folded(heading) for heading in headings} - {folded(WHY)}))
    return f"import_mapping:{kind}:{hashlib.sha256(shape.encode()).hexdigest()[:32]}"
