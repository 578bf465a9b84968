"""What a keystroke in the guide's search costs the GUI's thread with 5,000 offers: filter, lay out, and draw.

    python -m tests.bench.bench_guide_keys [offers]

It is measured as the thread's own time, since what other programs take of the machine says nothing about it.
Milliseconds are of one machine.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
from dataclasses import replace
from time import thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.guide.figures import figures_for, figures_of
from app.guide.filters import GuideFilters
from app.guide.ranking import prepare_guide
from tests.helpers.built_guide import CITIZEN, TODAY, ended, many_offers, outcomes
from ui.guide.offers_area import OffersArea
from ui.theme.theme import Theme
from ui.theme.tokens import LIGHT, Size
from ui.window_start import make_application

OFFERS = 5_000
TYPED = ("l", "la", "lag", "lage", "lager", "lager a", "lager", "rengoring", "paedagog", "zzz", "")
BAR_MS = 16.0
_ROUNDS = 5


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def main() -> int:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdigit() else OFFERS
    application = QApplication.instance()
    made = application if isinstance(application, QApplication) else make_application()
    rng = random.Random(5)
    catalogue = many_offers(count, rng)
    counted = outcomes({each.offer_no: (ended(rng.randint(0, 90), 0),) for each in catalogue.offers})
    figures = figures_for(figures_of(catalogue, counted), catalogue, CITIZEN)
    prepared = prepare_guide(catalogue, figures, CITIZEN, TODAY)
    theme = Theme(made, LIGHT)
    theme.apply()
    area = OffersArea(theme, TODAY)
    area.resize(Size.WINDOW[0] - Size.NAVIGATION - Size.WHY_PANEL, Size.WINDOW[1])
    area.show()
    filters = GuideFilters(contract_covers_start=True)
    area.show_guide(prepared, catalogue, filters)
    made.processEvents()
    for text in TYPED:
        taken: list[float] = []
        for _ in range(_ROUNDS):
            # What was typed before is kept: each round looks for it anew.
            area.show_guide(prepared, catalogue, replace(filters, text="x"))
            made.processEvents()
            began = thread_time()
            area.show_filters(replace(filters, text=text))
            made.processEvents()
            taken.append((thread_time() - began) * 1000)
        half = statistics.median(taken)
        rows = area.view.rows.rowCount()
        _say(f"  {text or '(empty)':<12} {rows:>6} rows   {half:6.2f} ms ({half / BAR_MS:4.2f} of the bar)")
    area.close()
    return 0


def test_guide_keys() -> None:
    main()


if __name__ == "__main__":
    raise SystemExit(main())
