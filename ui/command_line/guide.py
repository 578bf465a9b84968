"""`tovholder guide`: the offers by what they have led to, as a table or as JSON."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from db.errors import Refused
from ui.command_line.program import Program
from ui.command_line.table import as_table
from ui.danish_dates import full_date

if TYPE_CHECKING:
    from app.guide.listing import Listing
    from app.guide.ranking import GuideRow
    from app.guide.target_group import TargetGroup

_PURPOSE = "visitationsguide, kommandolinjen"
_LONGEST_TITLE = 44


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whom the offers are for, and how they are written."""
    whom = parser.add_mutually_exclusive_group()
    whom.add_argument("--case", metavar="ID", help="sagens id: resultater og krav for den borger; opslaget logges")
    whom.add_argument("--target-group", metavar="GRUPPE", help="en målgruppe, for eksempel match-4 eller under-30")
    parser.add_argument("--industry", metavar="BRANCHE", help="kun tilbud i én branche, for eksempel rengøring")
    parser.add_argument("--json", action="store_true", help="skriv rækker, som et program kan læse")


def run(options: argparse.Namespace, program: Program) -> int:
    """Rank and write. A citizen's case stands in the log before anything is written out."""
    listing = _listing(options, program)
    if options.json:
        json.dump([guide_row(row, listing) for row in listing.found.rows], program.out, ensure_ascii=False, indent=1)
        program.say()
        return 0
    for line in _table(listing, options):
        program.say(line)
    return 0


def guide_row(row: GuideRow, listing: Listing) -> dict[str, object]:
    """Return exactly the fields that are promised. Shares lie between 0 and 1; None where too few are known."""
    from app.guide.criteria import unmet_of
    from app.guide.listing import group_name

    figure, as_of = row.figure, listing.found.as_of
    estimate, beside = figure.estimate, figure.comparison
    return {
        "offer": row.offer.offer_no,
        "rank": row.rank,
        "estimate": _rounded(estimate.share if estimate else None),
        "low": _rounded(estimate.low if estimate else None),
        "high": _rounded(estimate.high if estimate else None),
        "n": figure.n,
        "group_used": group_name(figure.group_used, listing.profile),
        "unmet": list(unmet_of(row.criteria)),
        "comparison": _rounded(beside.share if beside else None),
        "as_of": None if as_of is None else as_of.isoformat(),
    }


def _listing(options: argparse.Namespace, program: Program) -> Listing:
    from app.guide.catalogue import read_catalogue
    from app.guide.figures import figures_of
    from app.guide.listing import industry_of, list_for, profile_for
    from app.guide.outcomes import read_outcomes
    from app.work import Work

    group = _group(options.target_group)
    store = program.open_store(writing=False)
    author = program.author(store)
    with store.raw_reader() as connection:
        catalogue = read_catalogue(connection)
        figures = figures_of(catalogue, read_outcomes(connection))
    industry = None
    if options.industry is not None:
        with store.reading() as session:
            industry = industry_of(session, options.industry)
    profile = None
    if options.case is not None:
        with store.logging() as session:
            profile = profile_for(Work(session, author, program.clock, program.make_id), options.case, _PURPOSE)
    return list_for(catalogue, figures, program.clock.today(), profile=profile, group=group, industry=industry)


def _group(text: str | None) -> TargetGroup | None:
    """The group that is wanted; a misspelt one must not look like an empty list."""
    from app.guide.target_group import TargetGroup

    if text is None:
        return None
    try:
        return TargetGroup(text.lower())
    except ValueError:
        message = f"Målgruppen kendes ikke. Vælg en af: {', '.join(TargetGroup)}."
        raise Refused(message, field="target_group", code="unknown_group") from None


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)


_HEADINGS = ("Nr.", "Tilbud", "Titel", "Skøn", "Interval", "Antal", "Gruppe", "Andre tilbud", "Krav")


def _table(listing: Listing, options: argparse.Namespace) -> list[str]:
    found = listing.found
    whom = "borgeren" if options.case else "alle" if options.target_group is None else options.target_group
    head = f"Tilbud efter resultater for {whom}: {len(found.rows)} af {found.total}."
    if found.as_of is not None:
        head += f" Tal pr. {full_date(found.as_of)}."
    if not found.rows:
        return [head, "Ingen tilbud passer."]
    return [head, "", *as_table(_HEADINGS, [_table_row(row) for row in found.rows], numbers=(0, 3, 4, 5, 7))]


def _table_row(row: GuideRow) -> tuple[str, ...]:
    from app.guide.criteria import fit_words
    from app.guide.figures import RELIABILITIES
    from app.guide.ranking import percent

    figure = row.figure
    estimate, beside = figure.estimate, figure.comparison
    word = RELIABILITIES[figure.reliability]
    share = f"{percent(estimate.share)} %" if estimate else "–"
    title = row.offer.title
    return (
        str(row.rank),
        row.offer.offer_no,
        title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1]}…",
        f"{word} {share}" if word and estimate else word or share,
        f"{percent(estimate.low)}–{percent(estimate.high)} %" if estimate else "–",
        str(figure.n),
        figure.group_used.words,
        f"{percent(beside.share)} %" if beside is not None and beside.share is not None else "–",
        fit_words(row.fit),
    )
