"""A rule set as values: its rules and parameters, frozen, every field validated by the reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.rules.calendar import LocalHolidays
from app.rules.interval import Interval
from app.rules.sentence import Sentence
from db.values.cases import ApplicationCaseKind
from db.values.offers import OfferKind
from db.values.people import BenefitType
from db.values.plans import PlanKind
from db.values.talks import TalkForm, TalkPurpose


class Turn(StrEnum):
    """Whose turn it is. OWNER: the one who owns the step; OTHERS_UNTIL_DUE: ours from the day after."""

    OURS = "ours"
    OTHERS = "others"
    OTHERS_UNTIL_DUE = "others_until_due"
    OWNER = "owner"


class Mark(StrEnum):
    """Where a number comes from: an adopted paper, the law, the field's own knowledge, the municipality's choice."""

    ADOPTED = "S"
    LAW = "L"
    FIELD = "K"
    OWN = "O"


class AgeOn(StrEnum):
    """The day on which a person's age decides whether a rule applies."""

    EVENT = "event"
    TODAY = "today"


class UnderOffer(StrEnum):
    """What the contact duty does while an offer runs; the words are those of the rule set."""

    RESTS = "hviler"
    OTHER_FORM = "anden_form"


@dataclass(frozen=True, slots=True)
class AppliesTo:
    """Whom a rule is for; None leaves a condition open, and no condition at all means everybody.

    `benefits` are compared with the benefit of today, `NONE` when there is none. `campaign` says whether the
    citizen lives in an area with a jobplan campaign, `children_at_home` whether there are any; a condition on
    something that is not known does not hold.
    """

    benefits: frozenset[BenefitType] | None = None
    match_from: int | None = None
    match_to: int | None = None
    age_from: int | None = None
    age_below: int | None = None
    age_on: AgeOn = AgeOn.EVENT
    areas: frozenset[str] | None = None
    campaign: bool | None = None
    spouse_on_cash_assistance: bool | None = None
    vocational_education: bool | None = None
    children_at_home: bool | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the deadline table.

    `dues` holds the interval for each due date's name, `sentences` and `rows` a text for each variant; the
    row's text falls back on `label`. A row is seen from `opens_before` days before it is due or, when that is
    None, from `opens_after` days after its event (0: at once). `amber_before` counts days before the due date;
    None means by pace. `consequence` is the class 1 to 4, None when each item brings its own.
    """

    kind: str
    label: str
    applies_to: AppliesTo
    counted_from: str
    dues: Mapping[str, Interval]
    opens_before: int | None
    opens_after: int
    amber_before: int | None
    consequence: int | None
    turn: Turn
    covered_by_talk: frozenset[TalkPurpose]
    excludable: bool
    sentences: Mapping[str, Sentence]
    rows: Mapping[str, Sentence]
    source: str
    mark: Mark
    legal_check: bool
    valid_from: date
    valid_to: date | None = None
    counted_from_earliest: date | None = None
    cutoff: date | None = None


@dataclass(frozen=True, slots=True)
class Parameters:
    """What several rules share.

    `one_episode` lists the benefits between which a change does not start a new episode. `plan_kinds` are the
    plans that answer the duty to have one, `plan_kinds_by_benefit` where a benefit asks for others.
    `published_case_times` count from the application.
    """

    under_offer: UnderOffer
    forms_that_fulfil: frozenset[TalkForm]
    purposes_that_fulfil: frozenset[TalkPurpose]
    forms_during_offer: frozenset[TalkForm]
    forms_of_close_contact: frozenset[TalkForm]
    one_episode: tuple[frozenset[BenefitType], ...]
    kinds_that_are_no_offer: frozenset[OfferKind]
    plan_kinds: frozenset[PlanKind]
    plan_kinds_by_benefit: Mapping[BenefitType, frozenset[PlanKind]]
    ceiling_hits: Interval
    campaign_goal_percent: int
    visit_attempts: int
    benefit_limit_looks_back_months: int
    published_case_times: Mapping[ApplicationCaseKind, Interval]
    local_holidays: LocalHolidays


@dataclass(frozen=True, slots=True)
class RuleSet:
    """A named set of rules with its source. Without `parameters` those of the set before hold on."""

    name: str
    title: str
    source: str
    valid_from: date
    valid_to: date | None
    parameters: Parameters | None
    rules: tuple[Rule, ...]
