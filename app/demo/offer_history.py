"""Some thousand invented people who ended an offer before the demo's day, anonymous as an import would have them.

2026-11-25. They are written as plain values, never as objects, and have dice of their own that are thrown last: the
demo's citizens do not depend on them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from random import Random
from typing import Any, Final

from app.demo.catalogue_lists import CatalogueLists, OfferProfile
from app.demo.scene import Scene
from app.demo.seed_lists import OfferEntry
from app.demo.writing import write_values
from app.rules.calendar import add_months
from db.rows.offers import OfferResultRow
from db.values.offers import AgeBand, OfferKind, OutcomeKind
from db.values.people import BenefitType

_MONTHS: Final = 24
_MOST: Final = 230
_LEAST: Final = 24
_FILLED: Final = 0.55
_COMPLETED: Final = 0.78
# Of those who drop out some find work all the same.
_WITHOUT_COMPLETING: Final = 0.45
# How much easier or harder it is in each category of match.
_BY_MATCH: Final = {1: 1.3, 2: 1.15, 3: 1.0, 4: 0.85, 5: 0.6}
_GOOD: Final = ((OutcomeKind.JOB, 50), (OutcomeKind.PART_TIME_JOB, 28), (OutcomeKind.EDUCATION, 22))
_GOOD_SCHOOL: Final = ((OutcomeKind.JOB, 25), (OutcomeKind.PART_TIME_JOB, 15), (OutcomeKind.EDUCATION, 60))
_ELSE: Final = (
    (OutcomeKind.BENEFIT, 62),
    (OutcomeKind.NEW_OFFER, 20),
    (OutcomeKind.SICK, 6),
    (OutcomeKind.SUBSIDISED_JOB, 5),
    (OutcomeKind.MOVED, 3),
    (OutcomeKind.UNKNOWN, 4),
)
_BENEFITS: Final = (
    (BenefitType.CASH_ASSISTANCE, 86),
    (BenefitType.START_ASSISTANCE, 8),
    (BenefitType.REHABILITATION_BENEFIT, 6),
)
_AGES: Final = ((AgeBand.UNDER_25, 12), (AgeBand.FROM_25, 16), (AgeBand.FROM_30, 50), (AgeBand.FROM_50, 22))
_YOUNG: Final = ((AgeBand.UNDER_25, 65), (AgeBand.FROM_25, 35))
_LANGUAGES: Final = (None, None, "arabisk", "somali", "tyrkisk", "urdu")


def write_offer_history(scene: Scene, lists: CatalogueLists) -> None:
    """Write them: as many as an offer's places have had room for, or as its profile says."""
    dice = Random(scene.dice.random())  # noqa: S311 - repeatable on purpose, no secret.
    stories = [(offer, lists.profiles[offer.no]) for offer in scene.lists.offers]
    further = [(more.entry, more.profile) for more in lists.offers]
    rows = [
        _person(dice, scene.today, offer)
        for offer, profile in (*stories, *further)
        for _ in range(_how_many(offer, profile))
    ]
    write_values(scene.work, OfferResultRow, rows)


def _how_many(offer: OfferEntry, profile: OfferProfile) -> int:
    if profile.history is not None:
        return profile.history
    ended = round(offer.places * _FILLED * _MONTHS * 4.35 / offer.weeks)
    return max(_LEAST, min(_MOST, ended))


def _person(dice: Random, today: date, offer: OfferEntry) -> dict[str, Any]:
    groups = set(offer.target_groups)
    sick = "sick" in groups and dice.random() < (0.9 if groups == {"sick"} else 0.25)
    match = None if sick else dice.randint(offer.match_from or 2, offer.match_to or 5)
    months_ago = dice.randint(1, _MONTHS)
    completed = dice.random() < _COMPLETED
    chance = offer.rate * _BY_MATCH[match or 3] * (1.12 if completed else _WITHOUT_COMPLETING)
    good = dice.random() < chance
    three, six = _outcomes(dice, offer.kind, good=good)
    moved_up = match is not None and match > 1 and (good or dice.random() < 0.12)
    return {
        "offer_no": offer.no,
        "match": match,
        "benefit": BenefitType.SICKNESS_BENEFIT if sick else _one(dice, _BENEFITS),
        "age_band": _one(dice, _YOUNG if groups <= {"under-25", "under-30"} else _AGES),
        "language": dice.choice(_LANGUAGES) if "language" in groups else None,
        "ended_on": add_months(today.replace(day=1), -months_ago),
        "ended_month_only": True,
        "completed": completed,
        # Nobody can know yet what has become of those who ended lately.
        "outcome_3_months": three if months_ago > 3 else None,
        "outcome_6_months": six if months_ago > 6 else None,
        "new_match": match - 1 if match is not None and moved_up else match,
    }


def _outcomes(dice: Random, kind: OfferKind, *, good: bool) -> tuple[OutcomeKind, OutcomeKind]:
    """After 3 and after 6 months: most of those who work in the end do so early, and some lose the work again."""
    works = _GOOD_SCHOOL if kind is OfferKind.EDUCATION_PREPARING else _GOOD
    six = _one(dice, works if good else _ELSE)
    if good:
        return (six if dice.random() < 0.8 else OutcomeKind.NEW_OFFER), six
    return (OutcomeKind.PART_TIME_JOB if dice.random() < 0.06 else six), six


def _one(dice: Random, things: Sequence[tuple[Any, int]]) -> Any:  # noqa: ANN401 - whatever the list holds.
    return dice.choices([thing for thing, _ in things], [weight for _, weight in things])[0]
