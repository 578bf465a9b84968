"""The demo's store on disk: made once, opened like any other, and marked so that nobody takes it for real.

2026-11-22. The passphrase is public, so that `tovholder demo` never asks; nothing in the store is secret.
The mark is a file beside the store and not a row in it, because what must not be done to a demo store (an
import, another hub) is refused before it is unlocked. The key's derivation has the cheapest allowed cost.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from app.cases.settings import ME
from app.clock import FixedClock
from app.demo.population import populate
from app.demo.staff import HOLM
from app.ids import seeded_ids
from app.work import working
from db.errors import Refused
from db.keys import FLOOR, KEY_FILE_NAME, create_key_file
from db.keys.atomic_file import private_directory
from db.rows.local import SettingRow
from db.store.opening import DATABASE_NAME
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
    """Make a demo store in a folder and close it again.

    It is made beside the folder and moved in when it is whole, so that a making that was broken off leaves
    no half store behind. `Refused` code `store_exists`: a store that is there is never touched; otherwise
    as `create_key_file` and `Store.create` say.
    """
    if (directory / DATABASE_NAME).exists() or ((directory / KEY_FILE_NAME).exists() and not is_demo(directory)):
        message = "Der ligger allerede et lager i mappen. Vælg en tom mappe til de opdigtede borgere."
        raise Refused(message, code="store_exists")
    directory.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=f"{directory.name}-", dir=directory.parent) as beside:
        making = Path(beside)
        _make(making, today, seed, citizens)
        private_directory(directory)
        # The database comes last: whoever looks for a store looks for it.
        for name in (_MARK, KEY_FILE_NAME, DATABASE_NAME):
            (making / name).replace(directory / name)


def _make(directory: Path, today: date, seed: int, citizens: int) -> None:
    created = create_key_file(directory, passphrase=DEMO_PASSPHRASE, use_keyring=False, kdf=FLOOR)
    (directory / _MARK).write_text(_MARK_TEXT, encoding="utf-8")
    with (
        Store.create(directory, created.key) as store,
        working(store, author=HOLM.id, clock=FixedClock(today), make_id=seeded_ids(seed), use_case="make_demo") as work,
    ):
        populate(work, seed, citizens)
        work.session.add(SettingRow(name=ME, value=HOLM.id))
