"""The demo's store on disk is a store like any other, and is known for what it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.cases.settings import ME, read_setting
from app.demo.staff import HOLM
from app.demo.store import DEMO_PASSPHRASE, is_demo, make_demo
from db.errors import Refused
from db.keys import unlock_with_passphrase
from db.rows.local import ChangesetRow
from db.store.store import Store
from tests.app.demo.demo_stores import TODAY


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("demo") / "store"
    make_demo(directory, TODAY, citizens=10)
    return directory


def test_that_it_opens_with_the_public_passphrase_and_knows_who_sits_there(made: Path) -> None:
    key = unlock_with_passphrase(made, DEMO_PASSPHRASE)
    with Store.open(made, key, write=False) as store, store.reading() as session:
        assert read_setting(session, ME) == HOLM.id
        assert session.query(ChangesetRow).count() == 1


def test_that_it_is_known_as_a_demo_and_an_empty_folder_is_not(made: Path, tmp_path: Path) -> None:
    assert is_demo(made)
    assert not is_demo(tmp_path)


def test_that_a_store_that_is_there_is_left_alone(made: Path) -> None:
    before = (made / "tovholder.db").read_bytes()
    with pytest.raises(Refused):
        make_demo(made, TODAY, citizens=10)
    assert (made / "tovholder.db").read_bytes() == before


def test_that_a_real_store_is_never_marked_as_a_demo(tmp_path: Path) -> None:
    (tmp_path / "keys.json").write_text("{}", encoding="ascii")
    with pytest.raises(Refused):
        make_demo(tmp_path, TODAY, citizens=10)
    assert not is_demo(tmp_path)


def test_that_a_making_that_is_broken_off_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken_off(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("app.demo.store.populate", broken_off)
    with pytest.raises(KeyboardInterrupt):
        make_demo(tmp_path / "demo", TODAY, citizens=10)
    assert list(tmp_path.iterdir()) == []
    monkeypatch.undo()
    make_demo(tmp_path / "demo", TODAY, citizens=10)
    assert is_demo(tmp_path / "demo")
    assert [each.name for each in tmp_path.iterdir()] == ["demo"]
