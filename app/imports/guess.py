"""What kind of file it is, by its headings first and by its name where they do not tell."""

from __future__ import annotations

from collections.abc import Sequence

from app.imports.folding import folded
from app.imports.kinds.registry import KINDS


def kind_names() -> tuple[str, ...]:
    """The kinds in the order in which they must be taken in: citizens before what hangs on them."""
    return tuple(kind.name for kind in KINDS)


def guess_kind(headings: Sequence[str], stem: str) -> str | None:
    """The kind that has all its required headings there; else what the name says; else the one with most headings."""
    found = {folded(heading) for heading in headings}
    whole, most = [], ("", 0)
    for kind in KINDS:
        known = {folded(column.heading) for column in kind.columns}
        needed = {folded(column.heading) for column in kind.columns if column.required}
        share = len(found & known)
        if needed <= found:
            whole.append((len(needed), share, kind.name))
        if share > most[1]:
            most = (kind.name, share)
    if whole:
        return max(whole)[2]
    # A column `cpr` is in most kinds, and one heading that happens to be known tells nothing.
    return guess_by_name(stem) or (most[0] if most[1] > 2 else None)


def guess_by_name(stem: str) -> str | None:
    """The kind whose name the file's name begins with or holds: `borgere-marts` is `borgere`."""
    name = folded(stem)
    holding = [kind for kind in kind_names() if folded(kind) in name]
    beginning = [kind for kind in holding if name.startswith(folded(kind))]
    found = beginning or holding
    # `tilbud` begins `tilbudsforløb` too; the longer name says more.
    return max(found, key=len) if found else None
