"""The headings of a talk's note by its purpose: what a good talk covers. Data, so that they can be another's."""

from __future__ import annotations

from app.reference.entry import parse, resource
from db.values.talks import TalkPurpose

_FILE = "headings.toml"


def talk_headings() -> dict[TalkPurpose, tuple[str, ...]]:
    """Read them. Refused `bad_reference_data` names the file and the key."""
    entry = parse(resource("talks", _FILE), _FILE)
    found = {purpose: entry.texts(purpose.value) for purpose in TalkPurpose}
    entry.done()
    return found


def with_headings(note: str, headings: tuple[str, ...]) -> str:
    """The note with every heading that it does not have yet, each with an empty line to write in."""
    missing = [heading for heading in headings if f"{heading}:" not in note.split("\n")]
    blocks = [note.rstrip("\n"), *(f"{heading}:\n" for heading in missing)]
    return "\n".join(block for block in blocks if block)
