"""Which version's news the worker of this machine has been told of."""

from __future__ import annotations

from typing import Final

from app.cases.settings import read_setting, write_setting
from app.work import Work

SEEN_VERSION: Final = "seen_version"


def note_version(work: Work, version: str) -> str | None:
    """Remember that this version has been opened; give the one before it when it was another, else None.

    None the first time, too: to somebody who has just begun everything is new.
    """
    before = read_setting(work.session, SEEN_VERSION)
    if before == version:
        return None
    write_setting(work, SEEN_VERSION, version)
    return before
