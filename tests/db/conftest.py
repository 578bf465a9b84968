"""A key, a small schema and stores of it for the tests of the encrypted store."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.store.schema_version import Schema
from db.store.store import Store
from tests.db.small_schema import small_schema


@pytest.fixture
def key() -> bytes:
    return secrets.token_bytes(32)


@pytest.fixture
def schema(tmp_path: Path) -> Schema:
    return small_schema(tmp_path / "scripts")


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return tmp_path / "lager"


@pytest.fixture
def store(directory: Path, key: bytes, schema: Schema) -> Iterator[Store]:
    with Store.create(directory, key, schema=schema) as made:
        yield made
