"""The command line as a batch sees it: exit codes, rows, and where the passphrase comes from."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from app.clock import SystemClock
from app.results.labels import INDICATORS
from app.results.measure import Indicator
from db.errors import Refused, Unavailable
from db.rows.local import UsageLogRow
from db.store.store import Store
from db.values.people import UsageKind
from tests.helpers.repository import ROOT
from tests.ui.demo_store import copy_demo, demo_key
from ui.command_line import outcome
from ui.command_line.parser import SUBCOMMANDS, parse
from ui.command_line.passphrase import ask_passphrase
from ui.command_line.program import Program
from ui.demo_day import DEMO_DAY
from ui.main import main

FIELDS = [
    *("kind", "case_id", "citizen", "born", "due_on", "act_by", "opens_on", "lane", "class", "rule", "source"),
    *("reason", "waiting_for", "waiting_since", "excluded"),
]


@pytest.fixture
def demo(directory: Path) -> Path:
    return copy_demo(directory)


def _rows(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    assert main(arguments) == 0
    return list(json.loads(capsys.readouterr().out))


def _log(directory: Path) -> list[tuple[UsageKind, int]]:
    with Store.open(directory, demo_key(), write=False) as store, store.reading() as session:
        query = select(UsageLogRow.kind, UsageLogRow.count).order_by(UsageLogRow.seq)
        return [(kind, count) for kind, count in session.execute(query)]


def test_that_a_queue_row_has_exactly_the_promised_fields(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = _rows(capsys, "queue", "--json", "--store", str(demo), "--today", "2007-03-20")
    assert rows
    assert all(list(row) == FIELDS for row in rows)


def test_that_store_and_day_stand_before_or_after_the_subcommand(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    after = _rows(capsys, "queue", "--json", "--store", str(demo), "--today", "2007-05-02")
    before = _rows(capsys, "--store", str(demo), "--today", "2007-05-02", "queue", "--json")
    assert before == after


def test_that_listing_is_logged_with_how_many_persons(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = len(_log(demo))
    rows = _rows(capsys, "queue", "--json", "--store", str(demo), "--today", "2007-03-20")
    persons = {row["case_id"] for row in rows if row["case_id"]}
    assert _log(demo)[before:] == [(UsageKind.LISTED, len(persons))]


def test_that_each_shown_cpr_number_is_logged(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = len(_log(demo))
    rows = _rows(capsys, "queue", "--json", "--reveal-cpr", "--store", str(demo), "--today", "2007-03-20")
    persons = {row["case_id"] for row in rows if row["case_id"] and row["cpr"]}
    assert [*FIELDS, "cpr"] == list(rows[0])
    assert _log(demo)[before:].count((UsageKind.CPR_REVEALED, 1)) == len(persons) > 0


def test_that_no_cpr_number_is_shown_unasked(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["queue", "--store", str(demo), "--today", "2007-03-20"]) == 0
    shown = capsys.readouterr().out
    assert "Køen tirsdag 20. marts 2007" in shown
    assert not re.search(r"\b\d{6}-?\d{4}\b", shown)


def test_that_only_one_kind_is_shown_when_asked(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = _rows(capsys, "queue", "--json", "--kind", "contact_due", "--store", str(demo), "--today", "2007-03-20")
    assert {row["kind"] for row in rows} == {"CONTACT_DUE"}


def test_that_reading_works_beside_a_program_that_has_the_store(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Store.open(demo, demo_key()):
        assert _rows(capsys, "queue", "--json", "--store", str(demo), "--today", "2007-03-20")


def test_that_an_unknown_rule_set_is_refused_with_the_known_ones(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["queue", "--store", str(demo), "--rule-set", "odense-1999"]) == 1
    assert "koebenhavn-2007" in capsys.readouterr().err


def test_that_a_result_row_has_exactly_the_promised_fields(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = _rows(capsys, "results", "--json", "--store", str(demo), "--today", "2007-03-20")
    fields = [
        "indicator",
        "scope",
        "numerator",
        "denominator",
        "excluded",
        "rate",
        "target",
        "target_on",
        "projected",
        "as_of",
    ]
    assert rows
    assert all(list(row) == fields for row in rows)


def test_that_a_folder_without_a_store_is_unavailable(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["queue", "--store", str(tmp_path)]) == 3
    assert "tovholder new" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["kø"], ["queue", "--today", "i går"], ["queue", "--nonsense"], ["new"]])
def test_that_wrong_usage_is_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2


def test_that_help_names_every_subcommand_and_imports_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    shown = capsys.readouterr().out
    assert all(name in shown for name in SUBCOMMANDS)
    program = "import sys; from ui.main import main; main(['--help']); print([m for m in sys.modules if 'ui.' in m])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.splitlines()[-1].count("ui.command_line.") == len({"parser", "danish_parser"})


def test_that_the_value_of_a_common_option_is_not_taken_for_a_subcommand() -> None:
    options = parse(["--store", "queue", "demo", "--no-window"])
    assert options.store == Path("queue")
    assert options.command == "demo"


class _Broken:
    def __init__(self, error: BaseException) -> None:
        self.error = error

    def run(self, options: object, program: object) -> int:
        raise self.error


@pytest.mark.parametrize(
    ("error", "code"),
    [(Refused("nej"), 1), (Unavailable("væk"), 3), (ValueError("Kanariefugl"), 3), (KeyboardInterrupt(), 130)],
)
def test_that_each_way_to_go_wrong_has_its_exit_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: BaseException, code: int
) -> None:
    monkeypatch.setattr(outcome, "module_of", lambda name: _Broken(error))
    assert main(["demo", "--no-window"]) == code
    told = capsys.readouterr().err
    assert told.strip()
    assert "Kanariefugl" not in told


def test_that_a_bug_says_where_its_file_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], crash_files: Path
) -> None:
    monkeypatch.setattr(outcome, "module_of", lambda name: _Broken(ValueError("Kanariefugl")))
    main(["demo", "--no-window"])
    (written,) = crash_files.iterdir()
    assert str(written) in capsys.readouterr().err
    assert "Kanariefugl" not in written.read_text(encoding="utf-8")


def test_that_a_passphrase_is_one_line_of_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("rød grød med fløde\nmere\n"))
    assert ask_passphrase() == "rød grød med fløde"


def test_that_a_passphrase_can_come_from_a_descriptor() -> None:
    reading, writing = os.pipe()
    os.write(writing, "rød grød\n".encode())
    os.close(writing)
    assert ask_passphrase(reading) == "rød grød"
    os.close(reading)


def test_that_no_passphrase_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    with pytest.raises(Refused) as refused:
        ask_passphrase()
    assert refused.value.code == "no_passphrase"


def test_that_a_descriptor_that_cannot_be_read_is_unavailable() -> None:
    with pytest.raises(Unavailable):
        ask_passphrase(9999)


@pytest.mark.slow
@pytest.mark.usefixtures("no_keyring")
def test_that_a_new_store_tells_its_code_on_standard_error_and_opens_with_its_passphrase(directory: Path) -> None:
    def run(*arguments: str, given: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "ui.main", "--store", str(directory), *arguments]
        return subprocess.run(command, input=given, capture_output=True, text=True, cwd=ROOT, check=False)

    made = run("new", "--name", "M. Holm", "--unit", "jobcenter musvågevej", given="rigtig hest batteri\n")
    assert made.returncode == 0, made.stderr
    assert any(line.count("-") == 7 for line in made.stderr.splitlines())
    assert not any(line.count("-") == 7 for line in made.stdout.splitlines())
    assert run("queue", "--json", given="rigtig hest batteri\n").stdout.strip() == "[]"
    assert run("queue", "--json", given="forkert hest batteri\n").returncode == 1
    assert run("new", "--name", "M. Holm", "--unit", "Jobcenter Musvågevej", given="rigtig hest\n").returncode == 1


def _usage_fault(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(arguments) == 2
    return capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nix",), "'nix' kendes ikke. Vælg en af:"),
        (("new",), "mangler: --name, --unit"),
        (("new", "--name", "M. Holm", "--unit", "x", "--role", "chef"), "--role: 'chef' kendes ikke. Vælg en af:"),
        (("queue", "--today"), "der mangler en værdi efter --today"),
        (("queue", "--today", "2007-02-30"), "--today: skriv dagen som ÅÅÅÅ-MM-DD"),
        (("queue", "--today", "9999-12-31"), "--today: året skal ligge fra 1900 til 2199"),
        (("queue", "--today", "0001-01-01"), "--today: året skal ligge fra 1900 til 2199"),
        (("queue", "--passphrase-fd", "x"), "--passphrase-fd: skriv et helt tal, ikke 'x'"),
        (("queue", "--nix"), "kendes ikke: --nix"),
        (("import", "borgere", "f.csv", "--extract-date", "31-12"), "--extract-date: skriv dagen som ÅÅÅÅ-MM-DD"),
        (("rules", "nix"), "HANDLING: 'nix' kendes ikke. Vælg en af: 'check', 'show'"),
    ],
)
def test_that_wrong_usage_is_told_in_danish(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    told = _usage_fault(capsys, *arguments)
    assert said in told
    assert told.startswith("brug: tovholder")
    assert "error" not in told


@pytest.mark.parametrize("name", [None, *SUBCOMMANDS])
def test_that_every_help_is_danish(capsys: pytest.CaptureFixture[str], name: str | None) -> None:
    assert main([*filter(None, [name]), "--help"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("brug: ")
    assert not any(word in shown for word in ("usage:", "options:", "positional arguments", "show this help"))


@pytest.mark.parametrize("command", [("queue",), ("results",), ("rules", "show")])
def test_that_a_demo_store_is_seen_from_its_own_day(demo: Path, command: tuple[str, ...]) -> None:
    options = parse([*command, "--store", str(demo)])
    assert Program(options.store, options.today).clock.today() == DEMO_DAY
    options = parse([*command, "--store", str(demo), "--today", "2007-05-02"])
    assert Program(options.store, options.today).clock.today() == date(2007, 5, 2)


def test_that_a_store_of_ones_own_is_seen_from_today(directory: Path) -> None:
    assert Program(directory).clock == SystemClock()


def test_that_a_kind_that_nobody_knows_is_no_empty_queue(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["queue", "--store", str(demo), "--kind", "CONTACT_DEU"]) == 1
    assert "CONTACT_DUE" in capsys.readouterr().err


@pytest.mark.parametrize("stdin", [None, "closed"])
def test_that_a_missing_standard_input_is_a_missing_passphrase(
    monkeypatch: pytest.MonkeyPatch, stdin: str | None
) -> None:
    given = io.StringIO()
    given.close()
    monkeypatch.setattr(sys, "stdin", stdin and given)
    with pytest.raises(Refused) as refused:
        ask_passphrase()
    assert refused.value.code == "no_passphrase"


def test_that_standard_input_that_is_no_text_is_unavailable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff\xfe\n"), encoding="utf-8"))
    with pytest.raises(Unavailable):
        ask_passphrase()


def test_that_a_file_is_no_folder_of_a_store(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "fil"
    path.write_text("x", encoding="utf-8")
    assert main(["queue", "--store", str(path)]) == 1
    assert "er ikke en mappe" in capsys.readouterr().err


def test_that_the_table_of_results_names_every_indicator_as_everywhere(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["results", "--store", str(demo)]) == 0
    assert INDICATORS[Indicator.YEARLY_OFFER] in capsys.readouterr().out
