"""The steps of an application case in their order and the days they are due, as the rule set gives them."""

from __future__ import annotations

from datetime import date

from app.cases.application_cases import StepTemplate
from app.rules.book import RuleBook
from db.values.cases import CaseStepKind

_KIND = "CASE_STEP_DUE"


def step_template(book: RuleBook, on: date) -> StepTemplate:
    """The steps in force on a day; empty where the rule set has none."""
    rows = book.rows_on(_KIND, on)
    dues = rows[0].rule.dues if rows else {}
    return StepTemplate(tuple(step for step in CaseStepKind if step in dues and step is not CaseStepKind.OTHER))


def step_due_on(book: RuleBook, step: CaseStepKind, starts_on: date) -> date | None:
    """The day a step that begins on a day is to be done; None where the rule set does not say."""
    rows = book.rows_on(_KIND, starts_on)
    return rows[0].due_after(starts_on, step.value) if rows else None
