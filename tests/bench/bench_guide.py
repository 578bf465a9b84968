"""How long the guide takes: opening it on 1,000 offers and 200,000 outcomes, and a keystroke on up to 5,000 offers.

Opening has two parts. The counting and the estimating are done once per change and once per citizen and are kept; the
rest is what every opening costs. The store is a real encrypted one in a folder that goes with the run.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from time import perf_counter, process_time
from typing import TypeVar

from app.guide.catalogue import read_catalogue
from app.guide.figures import GuideFigures, figures_for, figures_of
from app.guide.filters import GuideFilters, preset_for
from app.guide.outcomes import Outcomes, read_outcomes
from app.guide.ranking import guide_list, prepare_guide
from app.ids import seeded_ids
from db.store.store import Store
from tests.helpers.built_guide import CITIZEN, TODAY, many_offers

OFFERS, OUTCOMES = 1_000, 200_000
KEYSTROKE_SIZES = (1_000, 5_000)
KEYSTROKE_BAR = 16.0
OPENING_BAR = 150.0
_ROUNDS = 5
_TYPED = ("l", "la", "lager", "rengoring paa", "dansk nørrebro", "zzz", "")

Answer = TypeVar("Answer")


def fill(store: Store, rng: random.Random) -> None:
    """Offers and anonymous outcomes, as an import leaves them."""
    make_id, now = seeded_ids(5), datetime(2007, 1, 1, tzinfo=UTC)
    results = ("job", "part_time_job", "education", "new_offer", "benefit", "unknown", None)
    offers = [
        (make_id(now), f"T-{number:04}", f"Tilbud {number}", "tilbud", "mentor", 3, 4) for number in range(OFFERS)
    ]
    rows = [
        (
            make_id(now),
            f"T-{rng.randrange(OFFERS):04}",
            rng.randint(1, 5),
            rng.choices(("cash_assistance", "sickness_benefit", "start_assistance"), (70, 20, 10))[0],
            rng.choice(("under_25", "25_29", "30_49", "50_plus")),
            f"2006-{rng.randint(1, 8):02}-01",
            int(rng.random() < 0.8),
            *rng.choices(results, (10, 8, 7, 20, 45, 5, 5), k=2),
        )
        for _ in range(OUTCOMES)
    ]
    with store.writing() as session:
        connection = session.connection()
        connection.exec_driver_sql(
            "insert into offer (id, offer_no, title, search_text, kind, match_from, match_to)"
            " values (?, ?, ?, ?, ?, ?, ?)",
            offers,
        )
        connection.exec_driver_sql(
            "insert into offer_result (id, offer_no, match, benefit, age_band, ended_on, completed, outcome_3_months,"
            " outcome_6_months, ended_month_only) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
            rows,
        )


def best_of(work: Callable[[], Answer]) -> tuple[Answer, float, float]:
    """What the work gives, and its shortest time in milliseconds: by the clock, and of this process alone."""
    answer, wall, own = None, [], []
    for _ in range(_ROUNDS):
        began, cpu = perf_counter(), process_time()
        answer = work()
        own.append((process_time() - cpu) * 1000)
        wall.append((perf_counter() - began) * 1000)
    assert answer is not None
    return answer, min(wall), min(own)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def _line(name: str, wall: float, own: float, bar: float | None = None) -> None:
    _say(f"{name:<44} {wall:>9.1f} ms   {own:>9.1f} ms of its own   {f'bar {bar:.0f}' if bar else ''}")


def measure_opening() -> None:
    """Each step of the first opening, and an opening with the figures at hand."""
    with tempfile.TemporaryDirectory() as folder, Store.create(Path(folder) / "store", bytes(range(32))) as store:
        fill(store, random.Random(4))
        with store.raw_reader() as connection:
            catalogue, wall, own = best_of(lambda: read_catalogue(connection))
            _line("catalogue of 1,000 offers read", wall, own)
            outcomes, *times = best_of(lambda: read_outcomes(connection))
            _line("200,000 outcomes added up, once per change", *times)
        figures, *times = best_of(lambda: figures_of(catalogue, outcomes))
        _line("figures made, once per change", *times)
        group, *times = best_of(lambda: figures_for(figures, catalogue, CITIZEN))
        _line("figures estimated, once per citizen", *times)
        _, *ranked = best_of(lambda: guide_list(prepare_guide(catalogue, group, CITIZEN, TODAY), preset_for(CITIZEN)))
        _line("ranked and filtered", *ranked)
        parts = zip((wall, own), times, ranked, strict=True)
        all_wall, all_own = map(sum, parts)
        _line("opened, what was counted at hand", all_wall, all_own, OPENING_BAR)


def measure_keystrokes() -> None:
    """The slowest of several searches, filters and counts of both entrances included."""
    for size in KEYSTROKE_SIZES:
        catalogue = many_offers(size, random.Random(size))
        figures = figures_for(GuideFigures(Outcomes({}, None), None, 0), catalogue, CITIZEN)
        prepared = prepare_guide(catalogue, figures, CITIZEN, TODAY)
        slowest = (0.0, 0.0)
        for text in _TYPED:
            for filters in (GuideFilters(text=text), GuideFilters(text=text, free_places_only=True, hours_to=30)):
                _, wall, own = best_of(partial(guide_list, prepared, filters))
                slowest = max(slowest, (wall, own))
        _line(f"keystroke on {size} offers, the slowest", *slowest, KEYSTROKE_BAR)


def main() -> None:
    measure_opening()
    measure_keystrokes()


def test_that_the_guide_is_measured() -> None:
    main()


if __name__ == "__main__":
    main()
