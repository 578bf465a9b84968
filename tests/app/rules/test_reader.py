"""A rule file is read whole, or refused with every fault named by file, rule and key."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.rules.book import standard_rule_files
from app.rules.faults import RuleFileRefused
from app.rules.kinds import KINDS
from app.rules.reader import parse_rule_set, read_rule_set
from app.rules.rule import AppliesTo, Mark, Turn, UnderOffer
from db.errors import Refused
from db.values.people import BenefitType
from tests.app.rules.rule_text import rule_text


def _faults(text: str) -> list[tuple[str, str, str]]:
    with pytest.raises(RuleFileRefused) as refused:
        parse_rule_set(text, "prøve.toml")
    assert all(fault.message and str(fault) in refused.value.message for fault in refused.value.faults)
    return [(fault.file, fault.rule, fault.key) for fault in refused.value.faults]


def test_that_a_rule_is_read_field_by_field() -> None:
    found = parse_rule_set(rule_text(parameters=True), "prøve.toml")
    assert (found.name, found.title, found.valid_from, found.valid_to) == ("proeve", "Prøve", date(2008, 1, 1), None)
    assert found.parameters is not None
    assert found.parameters.under_offer is UnderOffer.RESTS
    (rule,) = found.rules
    assert (rule.kind, rule.label, rule.counted_from) == ("CONTACT_DUE", "Kontaktsamtale", "last_contact")
    assert rule.applies_to == AppliesTo(benefits=frozenset({BenefitType.CASH_ASSISTANCE}))
    assert {name: str(interval) for name, interval in rule.dues.items()} == {"": "+2 months"}
    assert (rule.opens_before, rule.opens_after, rule.amber_before, rule.consequence) == (28, 0, 14, 1)
    assert (rule.turn, rule.mark, rule.legal_check, rule.excludable) == (Turn.OURS, Mark.OWN, False, True)
    assert (rule.valid_from, rule.valid_to) == (date(2008, 1, 1), None)
    assert str(rule.sentences["talk"]) == "Seneste samtale var {date}."
    assert str(rule.rows["talk"]) == "Kontaktsamtale"


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (("CONTACT_DUE", "CONTACT_DOO"), "kind"),
        (('label = "Kontaktsamtale"', "label = 5"), "label"),
        (('label = "Kontaktsamtale"', 'label = "  "'), "label"),
        (('"cash_assistance"', '"cash"'), "applies_to.benefits"),
        (('["cash_assistance"]', '"cash_assistance"'), "applies_to.benefits"),
        (('["cash_assistance"]', "[]"), "applies_to.benefits"),
        (('{ benefits = ["cash_assistance"] }', "{ benefit = 1 }"), "applies_to.benefit"),
        (('{ benefits = ["cash_assistance"] }', "{ match_from = 6 }"), "applies_to.match_from"),
        (('{ benefits = ["cash_assistance"] }', "{ match_from = 4, match_to = 3 }"), "applies_to.match_to"),
        (('{ benefits = ["cash_assistance"] }', '{ age_below = "30" }'), "applies_to.age_below"),
        (('{ benefits = ["cash_assistance"] }', '{ age_on = "birth" }'), "applies_to.age_on"),
        (('{ benefits = ["cash_assistance"] }', "{ areas = [] }"), "applies_to.areas"),
        (('{ benefits = ["cash_assistance"] }', "{ campaign = 1 }"), "applies_to.campaign"),
        (('{ benefits = ["cash_assistance"] }', '"all"'), "applies_to"),
        (('"last_contact"', '"benefit_start"'), "counted_from"),
        (('"last_contact"', '"birth"'), "counted_from"),
        (('"+2 months"', '"2 måneder"'), "due"),
        (('"+2 months"', "60"), "due"),
        (("opens = 28", "opens = -1"), "opens"),
        (("opens = 28", 'opens = "soon"'), "opens"),
        (("opens = 28", 'opens = "+1 months"'), "opens"),
        (("amber = 14", "amber = true"), "amber"),
        (("class = 1", "class = 5"), "class"),
        (("class = 1", 'class = "own"'), "class"),
        (('"ours"', '"mine"'), "turn"),
        (("excludable = true", 'excludable = "ja"'), "excludable"),
        (("excludable = true", 'excludable = true\ncovered_by_talk = ["chat"]'), "covered_by_talk"),
        (("excludable = true", "excludable = true\nlegal_check = 1"), "legal_check"),
        (("excludable = true", 'excludable = true\nvalid_from = "2008-01-01"'), "valid_from"),
        (("excludable = true", "excludable = true\nvalid_from = 2008-01-01T10:00:00"), "valid_from"),
        (("excludable = true", "excludable = true\nvalid_to = 2007-12-31"), "valid_to"),
        (("excludable = true", 'excludable = true\ncounted_from_earliest = "always"'), "counted_from_earliest"),
        (("excludable = true", "excludable = true\ncutoff = 2008-04-01"), "cutoff"),
        (("excludable = true", "excludable = true\ncolour = 3"), "colour"),
        (("samtale var {date}", "samtale var længe siden"), "sentence.talk"),
        (("samtale var {date}", "samtale var {date} {day}"), "sentence.talk"),
        (("samtale var {date}", "samtale var {date"), "sentence.talk"),
        (("samtale var {date}", "samtale var {date:>9}"), "sentence.talk"),
        (("samtale var {date}", "samtale var {}"), "sentence.talk"),
        (('sentence.talk = "Seneste samtale var {date}."\n', ""), "sentence.talk"),
        (("sentence.talk", "sentence.tolk"), "sentence.talk"),
        (("excludable = true", 'excludable = true\nrow = "{day}"'), "row"),
        (("excludable = true", "excludable = true\nrow = 5"), "row"),
        (('mark = "O"', 'mark = "Q"'), "mark"),
        (('mark = "O"', ""), "mark"),
        (('source = "en prøve"\nmark', "mark"), "source"),
    ],
)
def test_that_a_fault_is_named_by_file_rule_and_key(change: tuple[str, str], key: str) -> None:
    rule = "CONTACT_DOO" if key == "kind" else "CONTACT_DUE"
    assert ("prøve.toml", rule, key) in _faults(rule_text(change))


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (('name = "proeve"', ""), "name"),
        (("valid_from = 2008-01-01", ""), "valid_from"),
        (("valid_from = 2008-01-01", "valid_from = 2008-01-01\nvalid_to = 2007-01-01"), "valid_to"),
        (('title = "Prøve"', 'title = "Prøve"\nauthor = "A"'), "author"),
        (("[[rules]]", "[rules]"), "rules"),
        (('under_tilbud = "hviler"', 'under_tilbud = "sover"'), "parameters.under_tilbud"),
        (('"individual", "home_visit"]', '"individual", "post"]'), "parameters.forms_that_fulfil"),
        (('[["cash_assistance", "start_assistance"]]', '["cash_assistance"]'), "parameters.one_episode"),
        (("campaign_goal_percent = 90", "campaign_goal_percent = 900"), "parameters.campaign_goal_percent"),
        (('ceiling_hits = "+6 months"', 'ceiling_hits = "6"'), "parameters.ceiling_hits"),
        (("early_pension = ", "pension = "), "parameters.published_case_times.early_pension"),
        (("first_of_may = true", "may = true"), "parameters.holidays.may"),
        (("visit_attempts = 3", ""), "parameters.visit_attempts"),
    ],
)
def test_that_a_fault_in_head_or_parameters_names_its_key(change: tuple[str, str], key: str) -> None:
    assert ("prøve.toml", "", key) in _faults(rule_text(change, parameters=True))


def test_that_all_faults_are_told_at_once() -> None:
    found = _faults(
        rule_text(("+2 months", "soon"), ("class = 1", "class = 9"), ('mark = "O"', 'mark = "X"\nextra = 1'))
    )
    assert [key for _, _, key in found] == ["due", "class", "mark", "extra"]


def test_that_a_rule_without_a_kind_is_named_by_its_number() -> None:
    assert ("prøve.toml", "regel nr. 1", "kind") in _faults(rule_text(('kind = "CONTACT_DUE"\n', "")))


def test_that_the_message_is_danish_and_names_everything() -> None:
    with pytest.raises(Refused) as refused:
        parse_rule_set(rule_text(("+2 months", "soon")), "prøve.toml")
    assert refused.value.code == "rule_file"
    assert refused.value.message.startswith(
        "Regelsættet kan ikke bruges, der er 1 fejl:\nprøve.toml · CONTACT_DUE · due: "
    )


def test_that_a_rule_may_have_dates_and_texts_of_its_own() -> None:
    own = 'excludable = true\nvalid_from = 2008-07-01\nvalid_to = 2008-12-31\nrow = "Samtale siden {date_short}"'
    (rule,) = parse_rule_set(rule_text(("excludable = true", own)), "prøve.toml").rules
    assert (rule.valid_from, rule.valid_to) == (date(2008, 7, 1), date(2008, 12, 31))
    assert str(rule.rows["offer_end"]) == "Samtale siden {date_short}"


@pytest.mark.parametrize(
    ("opens", "expected"), [('"at once"', (None, 0)), ('"+1 days"', (None, 1)), ("0", (0, 0)), ("30", (30, 0))]
)
def test_that_opens_is_read_in_its_three_ways(opens: str, expected: tuple[int | None, int]) -> None:
    (rule,) = parse_rule_set(rule_text(("opens = 28", f"opens = {opens}")), "prøve.toml").rules
    assert (rule.opens_before, rule.opens_after) == expected


def test_that_a_percent_sign_stays_a_percent_sign() -> None:
    text = rule_text(("samtale var {date}", "samtale var {date}, 90 %"), ('"Kontaktsamtale"', '"Samtale {90 %}"'))
    (rule,) = parse_rule_set(text, "prøve.toml").rules
    assert rule.sentences["talk"].pattern % "i går" == "Seneste samtale var i går, 90 %."
    assert rule.rows["talk"].pattern == "Samtale {90 %}"


@pytest.mark.parametrize("content", [b"name = ", b"\xff\xfe\x00"])
def test_that_a_file_that_is_no_toml_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "regler.toml"
    path.write_bytes(content)
    with pytest.raises(RuleFileRefused, match=r"regler\.toml"):
        read_rule_set(path)


def test_that_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleFileRefused, match=r"findes-ikke\.toml"):
        read_rule_set(tmp_path / "findes-ikke.toml")


def test_that_the_shipped_rule_set_holds_every_kind_with_a_source() -> None:
    (found,) = (read_rule_set(path) for path in standard_rule_files())
    assert found.name == "koebenhavn-2007"
    assert {rule.kind for rule in found.rules} == set(KINDS)
    assert all(rule.source for rule in found.rules)


def test_that_what_is_knowledge_of_the_field_is_marked_for_the_lawyer() -> None:
    (found,) = (read_rule_set(path) for path in standard_rule_files())
    assert all(rule.legal_check for rule in found.rules if rule.mark is Mark.FIELD)


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        (None, "findes ikke"),
        (b"\xff\xfe", "ikke gemt som UTF-8"),
        (b"a = " + b"[" * 5000, "for mange parenteser"),
        (b"#" * 1_000_001, "for stor"),
    ],
)
def test_that_a_file_that_is_no_rule_set_is_told_apart(tmp_path: Path, content: bytes | None, wrong: str) -> None:
    path = tmp_path / "prøve.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(RuleFileRefused) as refused:
        read_rule_set(path)
    (fault,) = refused.value.faults
    assert wrong in fault.message


def test_that_a_folder_and_a_device_are_no_rule_sets(tmp_path: Path) -> None:
    for path in (tmp_path, Path("/dev/zero")):
        with pytest.raises(RuleFileRefused, match="ikke en fil"):
            read_rule_set(path)


def test_that_a_rule_set_with_the_mark_of_its_encoding_is_read(tmp_path: Path) -> None:
    path = tmp_path / "prøve.toml"
    path.write_text(rule_text(), encoding="utf-8-sig")
    assert read_rule_set(path).name == "proeve"
