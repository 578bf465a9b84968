"""Which systems something must also be written in, and in which order each asks for it: read from a file."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Final

from app.reference.entry import Entry, parse, resource
from app.reference.read import read_reference
from db.values.people import ExternalSystem

FILE: Final = "systems.toml"
_NO_MATCH: Final = "ingen"
_MATCHES: Final = ("1", "2", "3", "4", "5", _NO_MATCH)


class Subject(StrEnum):
    """What is written elsewhere too; the value is the name of its table."""

    TALK = "talk"
    MATCH = "match_assessment"
    PLAN = "job_plan"
    PLACEMENT = "placement"


class EntryField(StrEnum):
    """One thing that another system asks for."""

    CPR = "cpr"
    DATE = "date"
    FORM = "form"
    PURPOSE = "purpose"
    MATCH = "match"
    HELD_BY = "held_by"
    NEXT_STEP = "next_step"
    NEXT_CONTACT = "next_contact"
    NOTE = "note"
    BASIS = "basis"
    REASON = "reason"
    NEXT_ASSESSMENT = "next_assessment"
    PLAN_NO = "plan_no"
    VALID_FROM = "valid_from"
    GOAL = "goal"
    STEPS = "steps"
    NEXT_REVIEW = "next_review"
    OFFER_NO = "offer_no"
    TITLE = "title"
    PROVIDER = "provider"
    OFFER_KIND = "offer_kind"
    FROM = "from"
    TO = "to"
    WEEKLY_HOURS = "weekly_hours"


_F = EntryField
FIELDS: Final[Mapping[Subject, tuple[EntryField, ...]]] = MappingProxyType({
    Subject.TALK: (
        _F.CPR, _F.DATE, _F.FORM, _F.MATCH, _F.PURPOSE, _F.HELD_BY, _F.NEXT_STEP, _F.NEXT_CONTACT, _F.NOTE,
    ),
    Subject.MATCH: (_F.CPR, _F.DATE, _F.MATCH, _F.BASIS, _F.NEXT_ASSESSMENT, _F.REASON),
    Subject.PLAN: (_F.CPR, _F.PLAN_NO, _F.VALID_FROM, _F.MATCH, _F.GOAL, _F.STEPS, _F.NEXT_REVIEW),
    Subject.PLACEMENT: (
        _F.CPR, _F.OFFER_NO, _F.TITLE, _F.PROVIDER, _F.OFFER_KIND, _F.FROM, _F.TO, _F.WEEKLY_HOURS, _F.MATCH,
    ),
})  # fmt: skip
"""What can be asked about each, and the order where a system has none of its own."""

_KEYS: Final = {
    "talk": Subject.TALK,
    "match": Subject.MATCH,
    "plan": Subject.PLAN,
    "placement": Subject.PLACEMENT,
}


class _SubjectKey(StrEnum):
    TALK = "talk"
    MATCH = "match"
    PLAN = "plan"
    PLACEMENT = "placement"


@dataclass(frozen=True, slots=True)
class Rule:
    """Something goes to some systems. No units and no matches mean all; in `matches` None is *no match*."""

    subject: Subject
    systems: tuple[ExternalSystem, ...]
    units: frozenset[str] = frozenset()
    matches: frozenset[int | None] = frozenset()

    def holds(self, subject: Subject, unit: str | None, match: int | None) -> bool:
        """Whether it applies; `unit` is the key of the reference data."""
        return (
            self.subject is subject
            and (not self.units or unit in self.units)
            and (not self.matches or match in self.matches)
        )


@dataclass(frozen=True, slots=True)
class Systems:
    """The whole file."""

    names: Mapping[ExternalSystem, str]
    orders: Mapping[tuple[ExternalSystem, Subject], tuple[EntryField, ...]]
    rules: tuple[Rule, ...]

    def name(self, system: ExternalSystem) -> str:
        """What the system is called."""
        return self.names.get(system, system.value)

    def order(self, system: ExternalSystem | None, subject: Subject) -> tuple[EntryField, ...]:
        """What the system asks for, in its order."""
        return FIELDS[subject] if system is None else self.orders.get((system, subject), FIELDS[subject])

    def needed(self, subject: Subject, unit: str | None, match: int | None) -> tuple[ExternalSystem, ...]:
        """The systems beside the labour market portal that something must be written in, in the file's order."""
        wanted = {system for rule in self.rules if rule.holds(subject, unit, match) for system in rule.systems}
        return tuple(system for system in self.names if system in wanted)


@cache
def the_systems() -> Systems:
    """What comes with the program, read once."""
    return read_systems(resource("transfer", FILE), {unit.key for unit in read_reference().units})


def read_systems(text: str, units: Collection[str]) -> Systems:
    """Read the file's text; `units` are the keys that a rule may name.

    `Refused` code `bad_reference_data` names file, place and key.
    """
    file = parse(text, FILE)
    names: dict[ExternalSystem, str] = {}
    orders: dict[tuple[ExternalSystem, Subject], tuple[EntryField, ...]] = {}
    for entry in file.tables("system"):
        system = entry.choice("key", ExternalSystem)
        if system in names:
            entry.refuse("key", f"»{system}« er brugt før i filen")
        names[system] = entry.text("name")
        for key, subject in _KEYS.items():
            if entry.has(key):
                orders[system, subject] = _order(entry, key, subject)
        entry.done()
    rules = tuple(_rule(entry, orders, set(units)) for entry in file.tables("rule"))
    file.done()
    return Systems(MappingProxyType(names), MappingProxyType(orders), rules)


def _order(entry: Entry, key: str, subject: Subject) -> tuple[EntryField, ...]:
    allowed = [field.value for field in FIELDS[subject]]
    asked = entry.texts(key)
    for name in asked:
        if name not in allowed:
            entry.refuse(key, f"nævner »{name}«; det kan være {', '.join(allowed)}")
    if not asked or len(set(asked)) != len(asked):
        entry.refuse(key, "skal nævne hver oplysning én gang")
    return tuple(EntryField(name) for name in asked)


def _rule(
    entry: Entry, orders: Mapping[tuple[ExternalSystem, Subject], tuple[EntryField, ...]], units: set[str]
) -> Rule:
    subject = _KEYS[entry.choice("subject", _SubjectKey)]
    systems = tuple(ExternalSystem(name) for name in _known(entry, "systems", {each.value for each in ExternalSystem}))
    if not systems:
        entry.refuse("systems", "skal nævne mindst ét system")
    for system in systems:
        if system is ExternalSystem.LABOUR_MARKET_PORTAL:
            entry.refuse("systems", f"må ikke nævne »{system}«: dertil går hver samtale og hvert match af sig selv")
        if (system, subject) not in orders:
            entry.refuse("systems", f"nævner »{system}«, som i [[system]] ikke beder om noget af den slags")
    matches = _known(entry, "match", set(_MATCHES))
    rule = Rule(
        subject,
        systems,
        frozenset(_known(entry, "units", units)),
        frozenset(None if each == _NO_MATCH else int(each) for each in matches),
    )
    entry.done()
    return rule


def _known(entry: Entry, key: str, allowed: set[str]) -> tuple[str, ...]:
    found = entry.texts(key)
    for each in found:
        if each not in allowed:
            entry.refuse(key, f"nævner »{each}«, som ikke findes")
    return found
