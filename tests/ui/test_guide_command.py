"""`tovholder guide` as a batch sees it: exactly the promised rows, exit codes, and a log of whose case was read."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from db.rows.local import UsageLogRow
from db.rows.people import MatchAssessmentRow
from db.store.store import Store
from db.values.people import UsageKind
from tests.helpers.repository import ROOT
from tests.ui.demo_store import copy_demo, demo_key
from ui.main import main

FIELDS = ["offer", "rank", "estimate", "low", "high", "n", "group_used", "unmet", "comparison", "as_of"]


@pytest.fixture
def demo(directory: Path) -> Path:
    return copy_demo(directory)


def _rows(capsys: pytest.CaptureFixture[str], demo: Path, *arguments: str) -> list[dict[str, Any]]:
    assert main(("guide", "--json", "--store", str(demo), *arguments)) == 0
    return list(json.loads(capsys.readouterr().out))


def _opened(demo: Path) -> list[str | None]:
    with Store.open(demo, demo_key(), write=False) as store, store.reading() as session:
        query = select(UsageLogRow.case_id).where(UsageLogRow.kind == UsageKind.OPENED).order_by(UsageLogRow.seq)
        return list(session.scalars(query))


def test_that_a_row_has_exactly_the_promised_fields_and_stands_by_its_estimate(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = _rows(capsys, demo)
    assert all(list(row) == FIELDS for row in rows)
    assert [row["rank"] for row in rows] == list(range(1, len(rows) + 1))
    estimates = [row["estimate"] for row in rows if row["estimate"] is not None]
    assert estimates == sorted(estimates, reverse=True)
    assert all(row["low"] <= row["estimate"] <= row["high"] for row in rows if row["estimate"] is not None)
    few = [row for row in rows if row["n"] < 5]
    assert few
    assert all(row["estimate"] is None for row in few)
    assert {row["group_used"] for row in rows} == {"all"}
    assert rows[0]["as_of"] <= "2007-03-20"


def test_that_a_group_and_an_industry_narrow_and_the_group_used_is_told(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    everything = {row["offer"] for row in _rows(capsys, demo)}
    rows = _rows(capsys, demo, "--target-group", "match-4")
    assert {row["offer"] for row in rows} < everything
    assert {"match-4", "match-4-5", "all"} >= {row["group_used"] for row in rows}
    assert "match-4" in {row["group_used"] for row in rows}
    narrow = _rows(capsys, demo, "--target-group", "match-4", "--industry", "rengoering")
    assert set() < {row["offer"] for row in narrow} < {row["offer"] for row in rows}
    # The place is that among all offers, whatever is asked for.
    ranks = {row["offer"]: row["rank"] for row in rows}
    assert all(ranks[row["offer"]] == row["rank"] for row in narrow)
    assert {row["group_used"] for row in _rows(capsys, demo, "--target-group", "under-30")} <= {"under-30", "all"}


def test_that_a_citizen_hides_nothing_and_is_logged_before_anything_is_said(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Store.open(demo, demo_key(), write=False) as store, store.reading() as session:
        case = session.scalar(select(MatchAssessmentRow.case_id).where(MatchAssessmentRow.category == 4)) or ""
    before = _opened(demo)
    rows = _rows(capsys, demo, "--case", case)
    assert len(rows) == len(_rows(capsys, demo))
    assert any("Match" in text for row in rows for text in row["unmet"])
    assert _opened(demo)[len(before) :] == [case]

    assert main(("guide", "--store", str(demo), "--case", case)) == 0
    table = capsys.readouterr().out
    assert table.startswith(f"Tilbud efter resultater for borgeren: {len(rows)} af {len(rows)}. Tal pr. ")
    assert "for få" in table
    assert "Opfylder krav" in table
    assert case not in table


def test_that_what_is_not_known_is_refused_with_what_would_be_right(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments, said in (
        (("--target-group", "match-9"), "match-1, match-2"),
        (("--industry", "rengørring"), "Mon der menes »Rengøring og service«?"),
        (("--case", "nobody"), "Sagen findes ikke"),
    ):
        assert main(("guide", "--store", str(demo), *arguments)) == 1
        answer = capsys.readouterr()
        assert said in answer.err
        assert answer.out == ""
    assert main(("guide", "--store", str(demo), "--case", "x", "--target-group", "match-1")) == 2


def test_that_the_program_itself_answers(demo: Path) -> None:
    command = [sys.executable, "-m", "ui.main", "guide", "--json", "--store", str(demo), "--industry", "køkken"]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=60, cwd=ROOT)
    assert (run.returncode, run.stderr) == (0, "")
    assert all(list(row) == FIELDS for row in json.loads(run.stdout))
