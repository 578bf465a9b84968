"""From seven kinds of extract files to the queue: every row that should be there, and no other.

The expected dates are reckoned by hand with a calendar of 2007; the reckoning stands beside each row in `extracts/`.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.journeys.extracts.contact_rows import CITIZENS_WITHOUT_ROWS
from tests.journeys.extracts.row import DAYS
from tests.journeys.extracts.running import (
    EARLIER,
    EXTRACTS,
    FILES,
    IMPORTED_ON,
    LATER,
    make_store,
    queue_on,
    run,
    take_in,
)
from tests.journeys.extracts.tables import (
    ALL_ROWS,
    CITIZENS,
    TABLES,
    expected_lines,
    found_lines,
)

_KEYS = [
    "kind",
    "case_id",
    "citizen",
    "born",
    "due_on",
    "act_by",
    "opens_on",
    "lane",
    "class",
    "rule",
    "source",
    "reason",
    "waiting_for",
    "waiting_since",
    "excluded",
]

# Ten digits with or without a hyphen, day + 60.
_CPR = re.compile(r"\b([6-9]\d\d{4})-?(\d{4})\b")

Queue = Callable[[str], list[dict[str, object]]]


@pytest.fixture(scope="module")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    home = tmp_path_factory.mktemp("extracts-home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
            patch.setenv(name, str(home))
        store = tmp_path_factory.mktemp("extracts") / "empty"
        make_store(store)
        yield store


@pytest.fixture(scope="module")
def store(empty_store: Path) -> Path:
    filled = empty_store.with_name("filled")
    shutil.copytree(empty_store, filled)
    for kind, file in (*EARLIER, *EXTRACTS):
        take_in(filled, kind, file)
    return filled


@pytest.fixture(scope="module")
def queue(store: Path) -> Queue:
    read: dict[str, list[dict[str, object]]] = {}

    def on(day: str) -> list[dict[str, object]]:
        if day not in read:
            read[day] = queue_on(store, day)
        return read[day]

    return on


@pytest.fixture
def copy_of(tmp_path: Path) -> Callable[[Path], Path]:
    def copied(original: Path) -> Path:
        return Path(shutil.copytree(original, tmp_path / "copy"))

    return copied


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("subject", TABLES)
def test_that_every_citizen_has_the_rows_reckoned_by_hand_and_no_others(queue: Queue, subject: str, day: str) -> None:
    assert found_lines(queue(day), TABLES[subject], day) == expected_lines(TABLES[subject], day)


@pytest.mark.parametrize("day", DAYS)
def test_that_nobody_else_stands_in_the_queue(queue: Queue, day: str) -> None:
    in_queue = {row["citizen"] for row in queue(day)}
    assert not in_queue & set(CITIZENS_WITHOUT_ROWS)
    assert in_queue <= CITIZENS


def test_that_a_row_has_exactly_the_promised_keys(queue: Queue) -> None:
    assert {tuple(row) for day in DAYS for row in queue(day)} == {tuple(_KEYS)}


def test_that_a_citizen_is_known_by_name_and_birth_date(queue: Queue) -> None:
    born = {row["citizen"]: row["born"] for row in queue(IMPORTED_ON)}
    assert born["Asta Bech"] == "1959-05-11"
    # The seventh digit is 9, which means 1963 and not 2063.
    assert born["Jens Krag"] == "1963-11-13"
    assert born["Birk Zander"] == "1985-10-12"
    assert born["Liva Grøn"] == "1989-02-20"


def test_that_each_row_tells_its_rule_source_and_reason(queue: Queue) -> None:
    for row in queue(IMPORTED_ON):
        assert row["rule"] == f"koebenhavn-2007:{row['kind']}"
        assert row["source"]
        assert row["reason"]


def test_that_each_citizen_has_one_case(queue: Queue) -> None:
    cases: dict[object, set[object]] = {}
    for day in DAYS:
        for row in queue(day):
            cases.setdefault(row["citizen"], set()).add(row["case_id"])
    assert all(len(ids) == 1 and None not in ids for ids in cases.values())
    assert len(set.union(*cases.values())) == len(cases)


def test_that_no_cpr_number_is_shown_unless_asked_for(store: Path) -> None:
    numbers = _numbers_in_the_files()
    hidden = run("queue", "--json", "--today", IMPORTED_ON, "--store", store)
    assert not {number for number in numbers if number in hidden.out.replace("-", "") + hidden.err.replace("-", "")}


def test_that_the_cpr_number_is_one_more_key_when_asked_for(store: Path) -> None:
    rows = queue_on(store, IMPORTED_ON, "--reveal-cpr")
    assert {frozenset(row) for row in rows} == {frozenset([*_KEYS, "cpr"])}
    numbers = _numbers_in_the_files()
    assert {str(row["cpr"]).replace("-", "") for row in rows} <= numbers
    assert next(str(row["cpr"]) for row in rows if row["citizen"] == "Asta Bech").replace("-", "") in numbers


def test_that_the_same_files_imported_twice_change_nothing(
    store: Path, queue: Queue, copy_of: Callable[[Path], Path]
) -> None:
    again = copy_of(store)
    for kind, file in EXTRACTS:
        report = take_in(again, kind, file)
        assert (report["new"], report["changed"], report["findings"]) == (0, 0, []), kind
    for day in (DAYS[0], DAYS[-1]):
        assert queue_on(again, day) == queue(day)


def test_that_a_dry_run_writes_nothing_and_reports_what_the_real_run_reports(
    empty_store: Path, copy_of: Callable[[Path], Path]
) -> None:
    tried = copy_of(empty_store)
    take_in(tried, "borgere", "borgere.csv", "--dry-run")
    take_in(tried, "unge-varsler", "unge-varsler.txt", "--dry-run")
    assert queue_on(tried, IMPORTED_ON) == []
    for kind, file in EXTRACTS:
        dry, real = take_in(tried, kind, file, "--dry-run"), take_in(tried, kind, file)
        assert (dry["dry_run"], dry["written"]) == (True, False)
        assert (real["dry_run"], real["written"]) == (False, True)
        assert _told(dry) == _told(real)
    assert queue_on(tried, IMPORTED_ON) != []


def test_that_a_dry_run_changes_no_row_of_a_filled_store(
    store: Path, queue: Queue, copy_of: Callable[[Path], Path]
) -> None:
    tried = copy_of(store)
    for kind, file in LATER:
        take_in(tried, kind, file, "--dry-run", today="2007-05-02")
    assert queue_on(tried, "2007-05-02") == queue("2007-05-02")


def test_that_a_later_extract_moves_the_contact_and_counts_over_store_bededag(
    store: Path, copy_of: Callable[[Path], Path]
) -> None:
    later = copy_of(store)
    for kind, file in LATER:
        take_in(later, kind, file, today="2007-05-02")
    found = {
        (row["citizen"], row["kind"], row["due_on"], row["act_by"], row["opens_on"], row["lane"])
        for row in queue_on(later, "2007-05-02")
        if row["citizen"] in {"Asta Bech", "Storm Hjort"} and row["kind"] != "CEILING_HIT"
    }
    assert found == {
        # Samtale onsdag 02.05.2007, ikke indberettet: + 5 arbejdsdage (3., 7., 8., 9., 10.; fredag 04.05 er Store
        # Bededag) = torsdag 10.05. Ny kontaktfrist 02.08, åbner 05.07.
        ("Asta Bech", "PORTAL_REPORT", "2007-05-10", "2007-05-10", "2007-05-02", "four_weeks"),
        # Ukendt ung, varslet samme dag: også torsdag 10.05.
        ("Storm Hjort", "YOUTH_ALERT", "2007-05-10", "2007-05-10", "2007-05-02", "four_weeks"),
    }
    # 02.05.2007 + 3 måneder = torsdag 02.08; åbner 28 dage før, 05.07.
    contact = [
        (row["due_on"], row["opens_on"], row["lane"])
        for row in queue_on(later, "2007-07-05")
        if (row["citizen"], row["kind"]) == ("Asta Bech", "CONTACT_DUE")
    ]
    assert contact == [("2007-08-02", "2007-07-05", "four_weeks")]


def _told(report: dict[str, object]) -> dict[str, object]:
    """Give what a report says, without what tells a dry run from a real one and ids made in the run."""
    return {key: value for key, value in report.items() if key not in {"dry_run", "written", "findings"}}


def _numbers_in_the_files() -> set[str]:
    numbers: set[str] = set()
    for path in FILES.iterdir():
        text = path.read_bytes().decode("latin-1")
        numbers |= {f"{day}{serial}" for day, serial in _CPR.findall(text)}
    assert len(numbers) > len({row.citizen for row in ALL_ROWS})
    return numbers
