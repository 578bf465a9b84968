"""What the search shows, from what was typed: citizens, pages, commands and what can be done about a citizen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.cases.find import MOST_HITS, Hit
from app.cases.names import search_text
from ui.danish_dates import age, full_date
from ui.theme.icons import Icon

# Beside pages or commands that fit as well no more citizens than these come first.
_FIRST_HITS: Final = 6

FEWEST_LETTERS: Final = 2
"""One letter is in nearly every name, and would show fifty people whom nobody asked for."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that cannot be chosen: the name of a group, or what to do when there is nothing."""

    title: str


@dataclass(frozen=True, slots=True)
class CitizenResult:
    """A citizen."""

    hit: Hit
    second: str
    aside: str


@dataclass(frozen=True, slots=True)
class DoingResult:
    """A page, a command, or something about a citizen. `keys` is the shortcut that does the same."""

    title: str
    icon: Icon
    do: Callable[[], object]
    second: str = ""
    keys: str | None = None
    words: str = ""
    stays: bool = False


SearchRow = Heading | CitizenResult | DoingResult


@dataclass(frozen=True, slots=True)
class Group:
    """Things under one heading that are there whatever is typed, and shown when they fit."""

    title: str
    results: tuple[DoingResult, ...]
    only_when_typed: bool = False


@dataclass(frozen=True, slots=True)
class Citizens:
    """What the store answered: what was found, or for an empty field whom one is likely to want."""

    found: tuple[Hit, ...] = ()
    current: tuple[Hit, ...] = ()
    recent: tuple[Hit, ...] = ()


def asks_for_citizens(text: str) -> bool:
    """Whether the text is enough to look for somebody."""
    return len(search_text(text)) >= FEWEST_LETTERS


def fitting(text: str, results: Iterable[DoingResult]) -> tuple[DoingResult, ...]:
    """Those of which every part that was typed begins a word; all of them when nothing was typed."""
    parts = search_text(text).split()
    return tuple(each for each in results if _fits(parts, each))


def rows_for(text: str, citizens: Citizens, groups: Iterable[Group], today: date, *, waiting: bool) -> list[SearchRow]:
    """Everything that is shown for what was typed. `waiting`: the store has not answered yet."""
    typed = bool(text.strip())
    found = [_citizen(hit, today) for hit in citizens.found]
    others: list[SearchRow] = []
    for group in groups:
        fit = fitting(text, group.results) if typed or not group.only_when_typed else ()
        others += _under(group.title, fit)
    if not typed:
        rows = _under("Valgt borger", [_citizen(hit, today) for hit in citizens.current])
        return [*rows, *_under("Senest åbnet", [_citizen(hit, today) for hit in citizens.recent]), *others]
    first = _FIRST_HITS if others else len(found)
    rows = [*_under("Borgere", found[:first]), *others, *_under("Flere borgere", found[first:])]
    if len(found) >= MOST_HITS:
        rows.append(Heading(f"Der vises højst {MOST_HITS}. Skriv mere af navnet."))
    if waiting:
        rows.insert(0, Heading("Søger efter borgere …"))
    return rows or [Heading(_nothing(text))]


def _nothing(text: str) -> str:
    if not asks_for_citizens(text):
        return f"Skriv mindst {FEWEST_LETTERS} bogstaver af navnet."
    return "Ingen fundet. Prøv en del af navnet, fødselsdatoen eller hele CPR-nummeret."


def _under(title: str, results: Iterable[SearchRow]) -> list[SearchRow]:
    under = list(results)
    return [Heading(title), *under] if under else []


def _fits(parts: list[str], result: DoingResult) -> bool:
    words = search_text(f"{result.title} {result.words}").replace("-", " ").split()
    return all(any(word.startswith(part) for word in words) for part in parts)


def _citizen(hit: Hit, today: date) -> CitizenResult:
    second = f"født {full_date(hit.born)} · {age(hit.born, today)} år"
    state = "Afsluttet" if hit.is_closed else hit.holder_name or "Uden tovholder"
    return CitizenResult(hit, second, " · ".join(filter(None, (hit.area_name, state))))
