"""Neither the key nor what was written can be found in any file of the store's folder."""

from __future__ import annotations

import base64
from datetime import date
from pathlib import Path

import pytest

from db import keys
from db.keys import FLOOR
from db.store.backup import backup_if_due
from db.store.schema_version import Schema
from db.store.store import Store
from tests.db.people import add_person
from tests.helpers.canaries import found_in, text_forms, written_forms
from tests.helpers.memory_keyring import MemoryKeyring

CANARY = "Kanarie Gulfjer-Æblegård"
PASSPHRASE = "en kanarie synger i buret"


def test_that_the_search_finds_what_it_looks_for(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / str(number)).write_bytes(b"nothing")
    raw = bytes(range(32))
    for shift in range(3):
        (tmp_path / "4").write_bytes(base64.b64encode(b"abc"[:shift] + raw + b"tail"))
        assert found_in(tmp_path, written_forms(raw)) == ["4"]
    (tmp_path / "4").write_bytes(CANARY.encode("utf-16-le"))
    assert found_in(tmp_path, text_forms(CANARY)) == ["4"]


@pytest.mark.parametrize("still_open", [True, False])
def test_that_neither_key_nor_text_lies_readable_on_disk(
    directory: Path, schema: Schema, memory_keyring: MemoryKeyring, home: Path, still_open: bool
) -> None:
    created = keys.create_key_file(directory, passphrase=PASSPHRASE, use_keyring=True, kdf=FLOOR)
    with Store.create(directory, created.key, schema=schema) as store:
        for number in range(30):
            add_person(store, f"{CANARY} {number}")
        backup_if_due(store, date(2007, 3, 20))
        if not still_open:
            store.close()
        (wrapping_key,) = memory_keyring.entries.values()
        secrets = written_forms(created.key)
        secrets |= text_forms(CANARY) | text_forms(PASSPHRASE)
        secrets |= {created.recovery_code.encode(), created.recovery_code.replace("-", "").encode()}
        secrets.add(wrapping_key.encode())
        assert found_in(directory, secrets) == []
        assert not [path for path in home.rglob("*") if path.is_file()]
