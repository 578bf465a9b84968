"""The guide's rows, facts and figures in Danish words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from app.cases.words import BENEFITS
from app.guide.catalogue import Offer
from app.guide.criteria import Criterion, CriterionState
from app.guide.figures import FEWEST, RELIABILITIES, OfferFigure, Reliability, Share
from app.guide.ranking import GuideRow
from app.guide.ranking import percent as whole_percent
from app.guide.words import OFFER_KINDS, kroner
from ui.danish_dates import full_date
from ui.guide.offer_line import OfferLine

if TYPE_CHECKING:
    from app.cases.citizen_head import CitizenHead
    from ui.guide.shown_rows import ShownRow

# A longer name would push the search off the header; the tip has all of it.
_LONGEST_NAME: Final = 26
_LONGEST_CHIP: Final = 36
CRITERIA: Final = {
    CriterionState.MET: "opfyldt",
    CriterionState.UNMET: "ikke opfyldt",
    CriterionState.UNKNOWN: "ikke oplyst",
}


def citizen_words(head: CitizenHead) -> str:
    """As in `for Amina Yusuf · match 4 · kontanthjælp`."""
    parts = [f"for {short(head.name, _LONGEST_NAME)}"]
    if head.match is not None:
        parts.append(f"match {head.match}")
    if head.benefit is not None:
        words = BENEFITS[head.benefit]
        parts.append(words[0].lower() + words[1:])
    return " · ".join(parts)


def offer_line(shown: ShownRow, today: date, *, with_criteria: bool) -> OfferLine:
    """How a row of the list reads."""
    row, figure = shown.row, shown.row.figure
    start, places = start_words(row, today), places_words(row)
    return OfferLine(
        title=row.offer.title,
        about=about_words(row.offer),
        estimate=figure.estimate,
        share=percent(figure.estimate.share) if figure.estimate else "–",
        persons="" if figure.reliability is Reliability.TOO_FEW else str(figure.n),
        doubt=RELIABILITIES[figure.reliability],
        start=start,
        places=places,
        places_in_full=places_in_full(row),
        places_old=row.places_are_old,
        criteria=f"{row.fit.met} af {row.fit.total}" if row.fit.total else "ingen",
        met=not row.fit.unmet,
        similar=_similar(shown),
        indented=shown.indented,
        spoken=", ".join(_spoken(shown, start, places, with_criteria=with_criteria)),
    )


def about_words(offer: Offer) -> str:
    """Who delivers it, and what kind it is."""
    kind = OFFER_KINDS[offer.kind].lower()
    return f"{offer.provider or 'Uden leverandør'} · {kind}"


def start_words(row: GuideRow, today: date) -> str:
    """When it starts next, as the narrow column has room for it."""
    if row.next_start is not None:
        day = row.next_start
        return f"{day:%d.%m}" if day.year == today.year else f"{day:%d.%m.%y}"
    if row.offer.waiting_weeks:
        return f"om ca. {row.offer.waiting_weeks} uger"
    return "løbende" if row.offer.waiting_weeks == 0 else "ikke oplyst"


def places_words(row: GuideRow) -> str:
    """How many places are free, and how old the number is; the column has room for an abbreviation only."""
    offer = row.offer
    if offer.free_places is None:
        return ""
    number = free_words(offer.free_places)
    if offer.free_places_on is None:
        return f"{number}, uden dato"
    return f"{number}, {'gl. ' if row.places_are_old else ''}{offer.free_places_on:%d.%m}"


def free_words(places: int) -> str:
    """As in `4 ledige`."""
    return {0: "ingen ledige", 1: "1 ledig"}.get(places, f"{places} ledige")


def places_in_full(row: GuideRow) -> str:
    """The same in full, with a warning where nobody has told for long."""
    offer = row.offer
    if offer.free_places is None:
        return "Ledige pladser er ikke oplyst."
    number = "Ingen ledige pladser" if offer.free_places == 0 else f"{offer.free_places} ledige pladser"
    if offer.free_places == 1:
        number = "1 ledig plads"
    if offer.free_places_on is None:
        return f"{number}, uden dato, gammel oplysning."
    old = ", gammel oplysning" if row.places_are_old else ""
    return f"{number} pr. {full_date(offer.free_places_on)}{old}."


def percent(share: float) -> str:
    """As in `42 %`; there is no break before the sign."""
    return f"{whole_percent(share)}\u00a0%"


def short(text: str, longest: int = _LONGEST_CHIP) -> str:
    """As much of a text as a chip has room for."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def unbroken(text: str) -> str:
    """The same on one line, such as a phone number."""
    return text.replace(" ", "\u00a0")


def interval_words(figure: OfferFigure) -> str:
    """As in `34–50 %`."""
    if figure.estimate is None:
        return ""
    return f"{whole_percent(figure.estimate.low)}–{whole_percent(figure.estimate.high)}\u00a0%"


def share_words(share: Share | None) -> str:
    """As in `27 % (92 af 340)`; a dash where there is nobody, and no share of so few that they could be known."""
    if share is None or share.share is None:
        return "–"
    if share.n < FEWEST:
        return "for få"
    return f"{percent(share.share)} ({share.k} af {share.n})"


def price_words(offer: Offer) -> str:
    """What it costs a week and in all."""
    if offer.price_per_week is None:
        return "ikke oplyst"
    week = f"{kroner(offer.price_per_week)} pr. uge"
    return week if offer.weeks is None else f"{week}, {kroner(offer.price_per_week * offer.weeks)} i alt"


def length_words(offer: Offer) -> str:
    """As in `13 uger, 25 timer om ugen`."""
    weeks = None if offer.weeks is None else ("1 uge" if offer.weeks == 1 else f"{offer.weeks} uger")
    hours = None if offer.weekly_hours is None else f"{offer.weekly_hours} timer om ugen"
    return ", ".join(part for part in (weeks, hours, offer.daytime) if part) or "ikke oplyst"


def criterion_words(criterion: Criterion) -> str:
    """What is asked for, and how the citizen stands to it."""
    return f"{criterion.text}: {CRITERIA[criterion.state]}"


def _similar(shown: ShownRow) -> str:
    if not shown.similar:
        return ""
    return "skjul lignende" if shown.unfolded else f"+{shown.similar} lignende"


def _spoken(shown: ShownRow, start: str, places: str, *, with_criteria: bool) -> list[str]:
    """A row in words for a screen reader: first what it is, then its figures."""
    row, figure = shown.row, shown.row.figure
    parts = [row.offer.title, row.offer.provider or "uden leverandør", OFFER_KINDS[row.offer.kind].lower()]
    if figure.estimate is None:
        parts.append("for få borgere til et skøn")
    else:
        low, high = whole_percent(figure.estimate.low), whole_percent(figure.estimate.high)
        parts.append(
            f"skøn {whole_percent(figure.estimate.share)} procent i job eller uddannelse efter 6 måneder, "
            f"mellem {low} og {high} procent"
        )
        parts.append(f"{figure.n} borgere{', usikkert' if figure.reliability is Reliability.UNCERTAIN else ''}")
    parts.append(f"næste start {start}")
    if places:
        parts.append(places_in_full(row).rstrip("."))
    if with_criteria:
        parts.append(f"opfylder krav {row.fit.met} af {row.fit.total}" if row.fit.total else "ingen krav")
    if shown.similar:
        parts.append(f"{shown.similar} lignende tilbud, {'foldet ud' if shown.unfolded else 'foldet sammen'}")
    return parts
