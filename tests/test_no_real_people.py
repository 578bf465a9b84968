"""No file and no commit holds a number that could be a living person's CPR number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.cpr_scan import lines_with_cpr_numbers
from tests.helpers.repository import ROOT, git, kept_files, text_of

# The lock file is hashes and addresses only.
_NOT_READ = frozenset({"uv.lock"})

_DAYS = st.integers(1, 31)
_MONTHS = st.integers(1, 12)
_YEARS = st.integers(0, 99)
_SERIALS = st.integers(0, 9999)


def _number(day: int, month: int, year: int, serial: int, hyphen: str) -> str:
    # Put together here, so that no such number stands in this file.
    return f"{day:02}{month:02}{year:02}{hyphen}{serial:04}"


def test_that_no_kept_file_holds_a_possible_cpr_number() -> None:
    found: list[str] = []
    for path in kept_files():
        text = None if path.name in _NOT_READ else text_of((ROOT / path).read_bytes())
        if text is not None:
            found += [f"{path.as_posix()}:{line}" for line in lines_with_cpr_numbers(text)]
    assert not found, "possible CPR numbers (use day + 60, or build the number at run time): " + ", ".join(found)


def test_that_no_earlier_version_of_a_file_holds_a_possible_cpr_number() -> None:
    listed = git("rev-list", "--objects", "HEAD")
    if not listed:
        pytest.skip("there is no git history here")
    names = dict(line.partition(b" ")[::2] for line in listed.splitlines())
    wanted = b"\n".join(key for key, name in names.items() if name.rpartition(b"/")[2].decode() not in _NOT_READ)
    stream = git("cat-file", "--batch", "--buffer", given=wanted) or b""
    found: list[str] = []
    place = 0
    while place < len(stream):
        head_end = stream.index(b"\n", place)
        key, kind, size = stream[place:head_end].split()
        content = stream[head_end + 1 : head_end + 1 + int(size)]
        place = head_end + 1 + int(size) + 1
        # A commit's message is kept for ever too; a tree holds names and hashes only.
        if kind == b"tree":
            continue
        text = text_of(content.partition(b"\n\n")[2] if kind == b"commit" else content)
        where = names[key].decode() or "message of"
        if text is not None:
            found += [f"{where} ({key[:12].decode()}):{line}" for line in lines_with_cpr_numbers(text)]
    assert not found, "possible CPR numbers in the history: " + ", ".join(found)


@given(_DAYS, _MONTHS, _YEARS, _SERIALS, st.sampled_from(["", "-"]))
def test_that_a_planted_number_is_found_on_its_line(day: int, month: int, year: int, serial: int, hyphen: str) -> None:
    number = _number(day, month, year, serial, hyphen)
    for line in (number, f"cpr;{number};Nielsen", f'"{number}"', f"cpr={number}.", f"({number})"):
        assert lines_with_cpr_numbers(f"first\n{line}\nlast\n") == [2]


@given(_DAYS, _MONTHS, _YEARS, _SERIALS, st.sampled_from(["", "-"]))
def test_that_a_replacement_number_passes(day: int, month: int, year: int, serial: int, hyphen: str) -> None:
    assert lines_with_cpr_numbers(_number(day + 60, month, year, serial, hyphen)) == []


@pytest.mark.parametrize(
    "around",
    ["1{}", "{}1", "a{}", "{}f", "0.{}", "12.{}", "{}abcdef"],
)
def test_that_a_part_of_a_longer_number_or_hash_passes(around: str) -> None:
    assert lines_with_cpr_numbers(around.format(_number(1, 2, 90, 1234, ""))) == []


@pytest.mark.parametrize(("day", "month"), [(0, 1), (32, 1), (1, 0), (1, 13)])
def test_that_a_number_without_a_date_passes(day: int, month: int) -> None:
    assert lines_with_cpr_numbers(_number(day, month, 90, 1234, "-")) == []


def test_that_the_finding_never_repeats_the_number() -> None:
    assert lines_with_cpr_numbers(_number(1, 2, 90, 1234, "-")) == [1]


def test_that_latin_1_and_utf_16_files_are_read_and_binary_files_are_not() -> None:
    row = f"Sønderby;{_number(1, 2, 90, 1234, '-')}"
    for encoding in ("utf-8", "latin-1", "utf-16"):
        text = text_of(row.encode(encoding))
        assert text is not None
        assert lines_with_cpr_numbers(text) == [1]
    assert text_of(b"\x89PNG\r\n\x1a\n\0\0\0") is None
