"""The demo's store on disk: made once, opened like any other, and marked so that nobody takes it for real.

2026-11-22. The passphrase is public, so that `tovholder demo` never asks; nothing in the store is secret.
The mark is a file beside the store and not a row in it, because what must not be done to a demo store (an
import, another hub) is refused before it is unlocked. The key's derivation has the cheapest allowed cost.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.cases.settings import ME
from app.clock import FixedClock
from app.demo.population import populate
from app.demo.staff import HOLM
from app.ids import seeded_ids
from app.work import working
from db.keys import FLOOR, create_key_file
from db.rows.local import SettingRow
from db.store.store import Store

DEMO_PASSPHRASE = "opdigtede borgere i København"  # noqa: S105 - public on purpose, see above.
DEMO_DAY = date(2007, 3, 20)
DEMO_CITIZENS = 300
DEMO_SEED = 2007

_MARK = "demo"
_MARK_TEXT = "Dette lager er opdigtet. Ingen af personerne findes.\n"


def is_demo(directory: Path) -> bool:
    """Tell whether the store in the folder is one of invented people."""
    return (directory / _MARK).is_file()


def make_demo(directory: Path, today: date, seed: int = DEMO_SEED, citizens: int = DEMO_CITIZENS) -> None:
    """Make a demo store in an empty folder and close it again.

    `Refused` and `Unavailable` as `create_key_file` and `Store.create` say; a store that is there is never
    touched.
    """
    directory.mkdir(parents=True, exist_ok=True, mode=0o700)
    created = create_key_file(directory, passphrase=DEMO_PASSPHRASE, use_keyring=False, kdf=FLOOR)
    # The mark comes before the store, so that a store made halfway is never taken for a real one.
    (directory / _MARK).write_text(_MARK_TEXT, encoding="utf-8")
    with (
        Store.create(directory, created.key) as store,
        working(store, author=HOLM.id, clock=FixedClock(today), make_id=seeded_ids(seed), use_case="make_demo") as work,
    ):
        populate(work, seed, citizens)
        work.session.add(SettingRow(name=ME, value=HOLM.id))
