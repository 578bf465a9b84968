"""What kind of file it is, by its name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.imports.folding import folded
from app.imports.kinds.registry import KINDS


def kind_names() -> tuple[str, ...]:
    """The kinds in the order in which they must be taken in: citizens before what hangs on them."""
    return tuple(kind.name for kind in KINDS)


def guess_kind(path: Path) -> str | None:
    """The kind whose name the file's name begins with or holds: `borgere-marts.csv` is `borgere`."""
    name = folded(path.stem)
    holding = [kind for kind in kind_names() if folded(kind) in name]
    beginning = [kind for kind in holding if name.startswith(folded(kind))]
    found = beginning or holding
    # `tilbud` begins `tilbudsforløb` too; the longer name says more.
    return max(found, key=len) if found else None


def in_order(files: Sequence[tuple[Path, str]]) -> tuple[tuple[Path, str], ...]:
    """The files in the order in which they must be taken in."""
    order = {name: place for place, name in enumerate(kind_names())}
    return tuple(sorted(files, key=lambda file: order[file[1]]))
