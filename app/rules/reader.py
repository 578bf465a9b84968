"""Reads a rule set from its TOML file, and refuses it with every fault named when it cannot be used."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from app.foreign_file import NotAnOrdinaryFile, TooManyBytes, read_foreign_file
from app.rules.calendar import LocalHolidays
from app.rules.faults import Fault, RuleFileRefused
from app.rules.fields import Fields
from app.rules.interval import Interval, Unit
from app.rules.kinds import COMMON_WORDS, COUNTED_FROM, KINDS, Kind
from app.rules.rule import AgeOn, AppliesTo, Mark, Parameters, Rule, RuleSet, Turn, UnderOffer
from app.rules.sentence import Sentence, parse_sentence
from db.values.cases import ApplicationCaseKind
from db.values.offers import OfferKind
from db.values.people import BenefitType
from db.values.plans import PlanKind
from db.values.talks import TalkForm, TalkPurpose

_MOST_BYTES = 1_000_000
_MOST_DAYS = 3660
_AT_ONCE = "at once"
_BY_PACE = "pace"
_OWN_CLASS = "own"


def read_rule_set(path: Path) -> RuleSet:
    """Read the file at `path`; `RuleFileRefused` when it cannot be read or used."""
    return parse_rule_set(_text(path), path.name)


def _text(path: Path) -> str:
    try:
        # Editors on Windows begin a file with a mark of its encoding, which TOML does not know.
        return read_foreign_file(path, _MOST_BYTES).decode("utf-8-sig")
    except FileNotFoundError:
        wrong = "filen findes ikke"
    except (NotAnOrdinaryFile, IsADirectoryError):
        wrong = "det er ikke en fil, men en mappe eller noget andet"
    except TooManyBytes:
        wrong = "filen er for stor til at være et regelsæt"
    except UnicodeDecodeError:
        wrong = "filen er ikke gemt som UTF-8"
    except OSError:
        wrong = "filen kan ikke læses; se efter, om du har ret til den"
    raise RuleFileRefused((Fault(path.name, "", "", wrong),))


def parse_rule_set(text: str, file: str) -> RuleSet:
    """Read a rule set's text; `file` names it in the faults. `RuleFileRefused` names every fault."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RuleFileRefused((Fault(file, "", "", f"filen er ikke gyldig TOML: {error}"),)) from None
    except RecursionError:
        wrong = "filen er ikke gyldig TOML: der er for mange parenteser inden i hinanden"
        raise RuleFileRefused((Fault(file, "", "", wrong),)) from None
    faults: list[Fault] = []
    rule_set = _rule_set(table, faults, file)
    if faults:
        raise RuleFileRefused(tuple(faults))
    return rule_set


def _rule_set(table: Mapping[str, object], faults: list[Fault], file: str) -> RuleSet:
    head = Fields(table, faults, file, "")
    valid_from, valid_to = _validity(head, None)
    parameters = head.table_or_none("parameters")
    found = RuleSet(
        name=head.text("name"),
        title=head.text("title"),
        source=head.text("source"),
        valid_from=valid_from,
        valid_to=valid_to,
        parameters=_parameters(parameters) if parameters else None,
        rules=tuple(_rules(head, faults, file, valid_from, valid_to)),
    )
    head.finish()
    return found


def _rules(head: Fields, faults: list[Fault], file: str, valid_from: date, valid_to: date | None) -> list[Rule]:
    rules = head.raw("rules")
    if rules is None:
        return []
    if not isinstance(rules, list) or not all(isinstance(rule, dict) for rule in rules):
        head.fault("rules", "skal være en liste af regler, skrevet som [[rules]]")
        return []
    found = []
    for number, table in enumerate(rules, start=1):
        name = table.get("kind")
        fields = Fields(table, faults, file, name if isinstance(name, str) and name else f"regel nr. {number}")
        kind_name = fields.text("kind")
        kind = KINDS.get(kind_name)
        if kind is None:
            if kind_name:
                fields.fault("kind", f"»{kind_name}« er ukendt; kendte er {', '.join(KINDS)}")
            continue
        found.append(_rule(fields, kind_name, kind, valid_from, valid_to))
        fields.finish()
    return found


def _rule(fields: Fields, name: str, kind: Kind, set_from: date, set_to: date | None) -> Rule:
    opens_before, opens_after = _opens(fields)
    sentences = _texts(fields, "sentence", kind)
    valid_from, valid_to = _validity(fields, (set_from, set_to))
    return Rule(
        kind=name,
        label=fields.text("label"),
        applies_to=_applies_to(fields.table("applies_to")),
        counted_from=_counted_from(fields, kind),
        dues={due: at.interval(key) for due, at, key in fields.each("due", kind.dues)},
        opens_before=opens_before,
        opens_after=opens_after,
        amber_before=_amber(fields),
        consequence=_class(fields, kind),
        turn=fields.member("turn", Turn),
        covered_by_talk=(
            fields.members("covered_by_talk", TalkPurpose) if fields.has("covered_by_talk") else frozenset()
        ),
        excludable=fields.flag("excludable"),
        sentences=sentences,
        rows=_rows(fields, kind),
        source=fields.text("source"),
        mark=fields.member("mark", Mark),
        legal_check=fields.flag_or_none("legal_check") or False,
        valid_from=valid_from,
        valid_to=valid_to,
        counted_from_earliest=fields.day_or_none("counted_from_earliest"),
        cutoff=fields.day("cutoff") if kind.has_cutoff else None,
    )


def _validity(fields: Fields, of_the_set: tuple[date, date | None] | None) -> tuple[date, date | None]:
    """The validity of a file or rule; what a rule does not say of itself it has from its set."""
    valid_from = of_the_set[0] if of_the_set and not fields.has("valid_from") else fields.day("valid_from")
    valid_to = fields.day_or_none("valid_to")
    if valid_to is None and of_the_set:
        valid_to = of_the_set[1]
    if valid_to is not None and valid_to < valid_from:
        fields.fault("valid_to", "ligger før valid_from")
    return valid_from, valid_to


def _counted_from(fields: Fields, kind: Kind) -> str:
    name = fields.text("counted_from")
    if name and name != kind.counted_from:
        known = "hører ikke til reglen" if name in COUNTED_FROM else "er en ukendt begivenhed"
        fields.fault("counted_from", f"»{name}« {known}; skriv »{kind.counted_from}«")
    return name


def _opens(fields: Fields) -> tuple[int | None, int]:
    value = fields.raw("opens")
    if value == _AT_ONCE:
        return None, 0
    if isinstance(value, str):
        interval = fields.interval("opens")
        if interval.unit is not Unit.DAYS or interval.amount < 0:
            fields.fault("opens", f"skal være »{_AT_ONCE}«, dage før fristen, eller »+1 days« efter begivenheden")
        return None, interval.amount
    return fields.number("opens", 0, _MOST_DAYS), 0


def _amber(fields: Fields) -> int | None:
    if fields.has("amber") and fields.raw("amber") == _BY_PACE:
        return None
    return fields.number("amber", 0, _MOST_DAYS)


def _class(fields: Fields, kind: Kind) -> int | None:
    if kind.own_class:
        if fields.raw("class") != _OWN_CLASS:
            fields.fault("class", f"skal være »{_OWN_CLASS}«: klassen følger den enkelte påmindelse")
        return None
    return fields.number("class", 1, 4)


def _texts(fields: Fields, key: str, kind: Kind) -> dict[str, Sentence]:
    allowed = COMMON_WORDS | kind.words
    return {
        variant: at.sentence(where, allowed, kind.required) for variant, at, where in fields.each(key, kind.variants)
    }


def _rows(fields: Fields, kind: Kind) -> dict[str, Sentence]:
    """The row's text for each variant: `row` where given, one text or one a variant, else the label."""
    allowed = COMMON_WORDS | kind.words
    if not fields.has("row"):
        label = parse_sentence(fields.text("label").replace("{", "{{").replace("}", "}}"))
        return dict.fromkeys(kind.variants, label)
    if isinstance(fields.raw("row"), str):
        return dict.fromkeys(kind.variants, fields.sentence("row", allowed, frozenset()))
    return {
        variant: at.sentence(where, allowed, frozenset()) for variant, at, where in fields.each("row", kind.variants)
    }


def _applies_to(fields: Fields) -> AppliesTo:
    found = AppliesTo(
        benefits=fields.members("benefits", BenefitType) if fields.has("benefits") else None,
        match_from=fields.number_or_none("match_from", 1, 5),
        match_to=fields.number_or_none("match_to", 1, 5),
        age_from=fields.number_or_none("age_from", 0, 120),
        age_below=fields.number_or_none("age_below", 0, 120),
        age_on=fields.member("age_on", AgeOn) if fields.has("age_on") else AgeOn.EVENT,
        areas=fields.texts("areas") if fields.has("areas") else None,
        campaign=fields.flag_or_none("campaign"),
        spouse_on_cash_assistance=fields.flag_or_none("spouse_on_cash_assistance"),
        vocational_education=fields.flag_or_none("vocational_education"),
        children_at_home=fields.flag_or_none("children_at_home"),
    )
    if found.match_from is not None and found.match_to is not None and found.match_to < found.match_from:
        fields.fault("match_to", "ligger før match_from")
    fields.finish()
    return found


def _parameters(fields: Fields) -> Parameters:
    by_benefit = fields.table("plan_kinds_by_benefit")
    case_times = fields.table("published_case_times")
    holidays = fields.table("holidays")
    found = Parameters(
        under_offer=fields.member("under_tilbud", UnderOffer),
        forms_that_fulfil=fields.members("forms_that_fulfil", TalkForm),
        purposes_that_fulfil=fields.members("purposes_that_fulfil", TalkPurpose),
        forms_during_offer=fields.members("forms_during_offer", TalkForm),
        forms_of_close_contact=fields.members("forms_of_close_contact", TalkForm),
        one_episode=fields.groups("one_episode", BenefitType),
        kinds_that_are_no_offer=fields.members("kinds_that_are_no_offer", OfferKind),
        plan_kinds=fields.members("plan_kinds", PlanKind),
        plan_kinds_by_benefit={
            benefit: by_benefit.members(benefit.value, PlanKind)
            for benefit in BenefitType
            if by_benefit.has(benefit.value)
        },
        ceiling_hits=fields.interval("ceiling_hits"),
        campaign_goal_percent=fields.number("campaign_goal_percent", 1, 100),
        visit_attempts=fields.number("visit_attempts", 1, 10),
        benefit_limit_looks_back_months=fields.number("benefit_limit_looks_back_months", 0, 60),
        published_case_times=_case_times(case_times),
        local_holidays=LocalHolidays(
            first_of_may=holidays.flag("first_of_may"),
            constitution_day=holidays.flag("constitution_day"),
            christmas_eve=holidays.flag("christmas_eve"),
            new_years_eve=holidays.flag("new_years_eve"),
        ),
    )
    for part in (by_benefit, case_times, holidays, fields):
        part.finish()
    return found


def _case_times(fields: Fields) -> dict[ApplicationCaseKind, Interval]:
    return {kind: fields.interval(kind.value) for kind in ApplicationCaseKind}
