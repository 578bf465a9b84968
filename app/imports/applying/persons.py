"""The columns of a citizen's row that follow from the CPR number and the name."""

from __future__ import annotations

from typing import Any

from app.cases.cpr import Cpr
from app.cases.names import search_text, sort_name, tidy_name


def person_values(cpr: str, name: str) -> dict[str, Any]:
    """The columns that a new citizen's row must have."""
    number = Cpr.parse(cpr)
    return {"cpr": number.digits, "cpr_mark": number.mark, "born": number.born, **name_values(name)}


def name_values(name: str) -> dict[str, Any]:
    """The name with the keys by which it is ordered and found."""
    tidy = tidy_name(name)
    return {"name": tidy, "sort_name": sort_name(tidy), "search_text": search_text(tidy)}
