"""Makes a new store: key, encrypted file, reference data, and the worker who sits here."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from app.clock import Clock
from app.ids import NewId
from db.errors import Refused, Unavailable
from db.values.people import Role

if TYPE_CHECKING:
    from db.keys import CreatedKey
    from db.store.store import Store


@dataclass(frozen=True, slots=True)
class NewStore:
    """Who will sit at it, and the passphrase, which is not part of the representation."""

    name: str
    unit_id: str
    role: Role
    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Created:
    """The open store, the code to write down, and what is worth knowing about how it was made."""

    store: Store
    recovery_code: str = field(repr=False)
    notice: str | None = None


@dataclass(frozen=True, slots=True)
class UnitChoice:
    """A unit that every new store knows."""

    id: str
    name: str


def unit_choices() -> tuple[UnitChoice, ...]:
    """The units that come with the program, by name."""
    from app.cases.names import sort_name
    from app.reference.read import read_reference
    from app.reference.seed import reference_id

    units = [UnitChoice(reference_id("org_unit", unit.key), unit.name) for unit in read_reference().units]
    return tuple(sorted(units, key=lambda unit: sort_name(unit.name)))


def create_store(directory: Path, request: NewStore, clock: Clock, make_id: NewId) -> Created:
    """Make the store and leave it open for writing.

    `Refused`: the passphrase is too short, there is a store already, the name or unit will not do; nothing
    is left behind then. `Unavailable`: the disk is full or the folder cannot be written to. A machine
    without a keyring is no hindrance, but it is said.
    """
    from db.keys import KEY_FILE_NAME
    from db.store.opening import DATABASE_NAME
    from db.store.store import Store

    if (directory / DATABASE_NAME).exists():
        message = "Der ligger allerede et lager i mappen. Vælg en tom mappe, eller åbn det lager, der er der."
        raise Refused(message, code="store_exists")
    key, notice = _key_file(directory, request.passphrase)
    store: Store | None = None
    try:
        store = Store.create(directory, key.key)
        _fill(store, request, clock, make_id)
    except BaseException:
        if store is not None:
            store.close()
            store.path.unlink(missing_ok=True)
        # A key file without a store would only stand in the way of the next try.
        (directory / KEY_FILE_NAME).unlink(missing_ok=True)
        raise
    return Created(store, key.recovery_code, notice)


def _key_file(directory: Path, passphrase: str) -> tuple[CreatedKey, str | None]:
    from db.keys import create_key_file

    try:
        return create_key_file(directory, passphrase=passphrase, use_keyring=True), None
    except Unavailable as no_keyring:
        if no_keyring.code == "cannot_save_key":
            raise
    notice = "Maskinen har ingen nøglering, der kan bruges. Adgangssætningen skal skrives, hver gang programmet åbnes."
    return create_key_file(directory, passphrase=passphrase, use_keyring=False), notice


def _fill(store: Store, request: NewStore, clock: Clock, make_id: NewId) -> None:
    from app.cases.workers import CreateWorker, SetMe, create_worker, set_me
    from app.reference.seed import seed_reference
    from app.work import working

    with working(store, author=None, clock=clock, make_id=make_id, use_case="create_store") as work:
        seed_reference(work)
        work.session.flush()
        worker = create_worker(work, CreateWorker(request.name, request.unit_id, request.role))
        work.session.flush()
        set_me(work, SetMe(worker.id))
