"""Headings and mapping files."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.imports.headings import match_headings
from app.imports.kinds.citizens import CITIZENS
from app.imports.kinds.registry import KINDS, find_kind
from app.imports.mapping import read_mapping
from db.errors import Refused

_REQUIRED = ("cpr", "navn", "ydelse", "ydelse_fra", "enhed", "tovholder")


def test_that_case_spaces_underscores_and_danish_letters_do_not_count() -> None:
    matched = match_headings((*_REQUIRED, "AEGTEFAELLE CPR", "Børn hjemme", "Boligomraade"), CITIZENS)
    assert {"spouse_cpr", "children_at_home", "area"} <= matched.fields


def test_that_unknown_headings_are_told_and_ignored() -> None:
    assert match_headings((*_REQUIRED, "sko nr", "", "afvist_fordi"), CITIZENS).ignored == ("sko nr",)


def test_that_all_missing_headings_are_named_at_once() -> None:
    with pytest.raises(Refused) as refused:
        match_headings(("navn", "Anna Test", "enhed", "ydelse"), CITIZENS)
    assert refused.value.code == "missing_columns"
    assert "cpr, ydelse_fra, tovholder" in refused.value.message
    assert "Anna" not in refused.value.message


def test_that_a_heading_twice_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        match_headings((*_REQUIRED, "ENHED"), CITIZENS)
    assert refused.value.code == "doubled_columns"
    assert "enhed" in refused.value.message


def test_that_kinds_are_found_without_danish_letters() -> None:
    assert find_kind("Tilbudsforloeb").name == "tilbudsforløb"
    assert find_kind("ungevarsler").name == "unge-varsler"
    with pytest.raises(Refused, match="borgere, samtaler"):
        find_kind("katte")


def test_that_every_kind_has_its_own_headings_and_fields_once() -> None:
    for kind in KINDS:
        assert len(set(kind.headings())) == len(kind.columns)
        assert len({column.field for column in kind.columns}) == len(kind.columns)
        assert (kind.columns[0].field, kind.columns[0].required) == (kind.about, True)


def _mapping(folder: Path, text: str) -> Path:
    path = folder / "m.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_that_a_mapping_renames_headings_and_values(tmp_path: Path) -> None:
    text = '[columns]\n"PNR" = "cpr"\n[values.ydelse]\n"KTHJ" = "kontanthjælp"\n'
    mapping = read_mapping(_mapping(tmp_path, text), CITIZENS)
    assert mapping.heading("pnr") == "cpr"
    assert mapping.heading("navn") == "navn"
    assert mapping.value("ydelse", "kthj") == "kontanthjælp"
    assert mapping.value("navn", "KTHJ") == "KTHJ"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('[columns]\n"PNR" = "cprr"', "cprr"),
        ('[values.ydlse]\n"A" = "B"', "ydlse"),
        ('[values.ydelse]\n"A" = "kontantjælp"', "[values.ydelse]"),
        ("[columns]\nPNR = 1", "pnr"),
        ("[kolonner]\n", "[kolonner]"),
        ("columns = 1", "[columns]"),
        ("[columns", "TOML"),
    ],
)
def test_that_faults_of_a_mapping_are_named(tmp_path: Path, text: str, named: str) -> None:
    with pytest.raises(Refused) as refused:
        read_mapping(_mapping(tmp_path, text), CITIZENS)
    assert (refused.value.code, refused.value.field) == ("bad_mapping", "mapping")
    assert named.casefold() in refused.value.message.casefold()


def test_that_a_missing_mapping_is_named_so(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="findes ikke"):
        read_mapping(tmp_path / "m.toml", CITIZENS)


def test_that_a_heading_is_not_repeated_when_it_is_long_or_may_be_a_number() -> None:
    headings = [column.heading for column in CITIZENS.columns]
    matched = match_headings([*headings, "z" * 5000, "61 01 75-1001", "rød\x1b[2J"], CITIZENS)
    assert matched.ignored == ("z" * 60 + "…", "(et tal)", "rød[2J")


@pytest.mark.parametrize(("content", "named"), [(b"a = " + b"[" * 5000, "parenteser"), (b"#" * 1_000_001, "for stor")])
def test_that_a_mapping_of_no_sense_is_refused(tmp_path: Path, content: bytes, named: str) -> None:
    path = tmp_path / "m.toml"
    path.write_bytes(content)
    for mapping, word in ((path, named), (tmp_path, "ikke en fil"), (Path("/dev/zero"), "ikke en fil")):
        with pytest.raises(Refused, match=word):
            read_mapping(mapping, CITIZENS)
