"""The text of a letter as data: parts with merge fields, read from TOML and filled with what is known.

A field that is empty is never printed as nothing: the part that names it in `when` is left out, and anywhere else it
is marked and reported as missing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from app.documents.letter import Facts
from app.reference.entry import Entry, parse


class MergeField(StrEnum):
    """What a text may name in braces, as the municipality writes it."""

    NAME = "navn"
    DAY = "dag"
    CLOCK = "tid"
    WHERE = "hvor"
    WORKER = "medarbejder"
    UNIT = "enhed"
    PHONE = "telefon"
    BRING = "medbring"
    INTERPRETER = "tolk"
    REBOOK_UNTIL = "ny_tid_senest"
    DUTY = "følger"
    THEME = "emne"
    BEFORE = "før"
    REASON = "grund"
    NEW_DATE = "ny_dato"
    MATTER = "sag"


MISSING_WORDS: Final = {
    MergeField.NAME: "borgerens navn",
    MergeField.DAY: "dato",
    MergeField.CLOCK: "tidspunkt",
    MergeField.WHERE: "sted og adresse",
    MergeField.WORKER: "medarbejder",
    MergeField.UNIT: "enhed",
    MergeField.PHONE: "telefon",
    MergeField.BRING: "hvad borgeren skal tage med",
    MergeField.INTERPRETER: "tolkens sprog",
    MergeField.REBOOK_UNTIL: "sidste dag for en ny tid",
    MergeField.DUTY: "pligt og følger",
    MergeField.THEME: "emne",
    MergeField.BEFORE: "den tidligere tid",
    MergeField.REASON: "grunden",
    MergeField.NEW_DATE: "den nye dato",
    MergeField.MATTER: "hvad sagen handler om",
}

_FIELD: Final = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, or with a `label` a line of the box. Left out when `when` is empty, or `unless` is not."""

    text: str
    label: str | None = None
    when: MergeField | None = None
    unless: MergeField | None = None


@dataclass(frozen=True, slots=True)
class LetterText:
    """One letter's text in the days it may be used. `duty` is what absence may mean, as it is proposed in the form."""

    letter_id: str
    title: str
    parts: tuple[Part, ...]
    duty: str | None = None
    bring: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether it may be used on a day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Merged:
    """The parts with their fields filled, and the fields that were needed and empty."""

    paragraphs: tuple[str | Facts, ...]
    missing: tuple[MergeField, ...]


def read_letter_text(text: str, name: str) -> LetterText:
    """Read one TOML text. Refused `bad_reference_data` names the file, the place and the key."""
    entry = parse(text, name)
    found = LetterText(
        letter_id=entry.text("letter_id"),
        title=entry.text("title"),
        duty=entry.optional_text("duty"),
        bring=entry.optional_text("bring"),
        valid_from=entry.optional_day("valid_from"),
        valid_to=entry.optional_day("valid_to"),
        parts=tuple(_part(each) for each in entry.tables("part")),
    )
    entry.done()
    if not found.parts:
        entry.refuse("part", "mangler; et brev har mindst ét afsnit")
    return found


def merge(text: LetterText, values: Mapping[MergeField, str]) -> Merged:
    """Fill the fields; lines of a box that follow each other become one box."""
    made: list[str | Facts] = []
    missing: dict[MergeField, None] = {}

    def value(match: re.Match[str]) -> str:
        field = MergeField(match[1])
        if found := values.get(field, ""):
            return found
        missing[field] = None
        return f"[mangler: {MISSING_WORDS[field]}]"

    for part in text.parts:
        if (part.when and not values.get(part.when)) or (part.unless and values.get(part.unless)):
            continue
        filled = _FIELD.sub(value, part.text)
        if part.label is None:
            made.append(filled)
            continue
        # In the box nothing stands before it: `onsdag den 28. marts` begins with a capital as `Lokale 2` does.
        line = (part.label, filled[:1].upper() + filled[1:])
        if made and isinstance(made[-1], Facts):
            made[-1] = Facts((*made[-1].lines, line))
        else:
            made.append(Facts((line,)))
    return Merged(tuple(made), tuple(missing))


def _part(entry: Entry) -> Part:
    text = entry.text("text")
    if set(_FIELD.sub("", text)) & {"{", "}"}:
        entry.refuse("text", "har en { eller } uden sin mage")
    for name in _FIELD.findall(text):
        if name not in set(MergeField):
            entry.refuse("text", f"bruger {{{name}}}, som ikke er et flettefelt")
    part = Part(
        text,
        entry.optional_text("label"),
        entry.choice("when", MergeField) if entry.has("when") else None,
        entry.choice("unless", MergeField) if entry.has("unless") else None,
    )
    entry.done()
    return part
