"""The layout of the house holds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.helpers.repository import ROOT, kept_files, text_of

_FLOORS = ("app", "ui", "db")
_FOLDERS = frozenset({".ci", "app", "db", "packaging", "resources", "tests", "ui"})
_TEST_FOLDERS = frozenset({"app", "bench", "db", "golden", "helpers", "journeys", "old_stores", "ui"})

# A module of such a name gathers what has nothing in common but that nobody found it a home.
_HEAPS = frozenset(
    stem + plural for stem in ("controller", "helper", "manager", "util", "widget") for plural in ("", "s")
)

_MOST_LINES = 500

# Put together, so that this file does not find itself.
_UNFINISHED = re.compile(r"\b(?:" + "|".join(("TO" + "DO", "FIX" + "ME")) + r")\b(?!.*https?://)")
_ONE_MACHINE = re.compile(r"(?<![\w.])/(?:home|root|Users)/|\b[A-Z]:\\+Users\\")


def _texts() -> list[tuple[Path, str]]:
    read = [(path, text_of((ROOT / path).read_bytes())) for path in kept_files() if path.name != "uv.lock"]
    return [(path, text) for path, text in read if text is not None]


def _lines_with(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{path.as_posix()}:{number}"
        for path, text in _texts()
        if pattern.search(text)
        for number, line in enumerate(text.splitlines(), start=1)
        if pattern.search(line)
    ]


def _product_modules() -> list[Path]:
    return [path for path in kept_files() if path.parts[0] in _FLOORS and path.suffix == ".py"]


def test_that_the_folders_at_the_root_are_the_ones_of_the_house() -> None:
    assert {path.parts[0] for path in kept_files() if len(path.parts) > 1} <= _FOLDERS


def test_that_every_test_folder_is_a_room_of_its_own() -> None:
    found = {path.parts[1] for path in kept_files() if path.parts[0] == "tests" and len(path.parts) > 2}
    assert found <= _TEST_FOLDERS


def test_that_no_file_of_the_product_is_longer_than_anyone_reads() -> None:
    long = {
        path.as_posix(): lines
        for path in _product_modules()
        if "migrations" not in path.parts
        and (lines := len((ROOT / path).read_text(encoding="utf-8").splitlines())) > _MOST_LINES
    }
    assert not long


def test_that_no_module_or_package_is_named_like_a_heap() -> None:
    named = [path.as_posix() for path in _product_modules() if _HEAPS & {*path.parent.parts, path.stem}]
    assert not named


def test_that_packaging_is_no_package() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_that_no_file_names_a_path_of_one_machine() -> None:
    assert not _lines_with(_ONE_MACHINE)


def test_that_nothing_unfinished_is_left_without_a_link() -> None:
    assert not _lines_with(_UNFINISHED)


@pytest.mark.parametrize("line", ["/{}/anna/main", 'open("/{}/x")', "= /{}/"])
def test_that_the_search_for_paths_finds_a_planted_one(line: str) -> None:
    assert all(_ONE_MACHINE.search(line.format(folder)) for folder in ("home", "root", "Users"))
    assert not _ONE_MACHINE.search(line.format("usr"))
