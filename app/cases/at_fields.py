"""A refusal of a part, told at the field that the part has in a larger form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from db.errors import Refused


@contextmanager
def at_fields(names: Mapping[str, str]) -> Iterator[None]:
    """Give a refusal the field's other name, where it has one."""
    try:
        yield
    except Refused as refused:
        field = refused.field
        raise Refused(refused.message, field=names.get(field or "", field), code=refused.code) from refused
