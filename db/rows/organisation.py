"""Reference rows about units, workers, areas, targets and the texts and rules that arrive as data."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from db.rows.base import CatalogueRow, Oere, OptionalRef, Row, UnitRow
from db.values.people import OrgUnitKind, Role


class OrgUnitRow(Row, CatalogueRow):
    """An office, team or department."""

    __tablename__ = "org_unit"
    name: Mapped[str]
    kind: Mapped[OrgUnitKind]
    parent_id: Mapped[OptionalRef]
    specialities: Mapped[str | None]
    address: Mapped[str | None]
    phone: Mapped[str | None]
    handles: Mapped[str | None]


class CaseworkerRow(Row, CatalogueRow):
    """A worker. `name` is as colleagues write it, such as "M. Holm"."""

    __tablename__ = "caseworker"
    name: Mapped[str]
    sort_name: Mapped[str]
    unit_id: Mapped[OptionalRef]
    role: Mapped[Role]
    phone: Mapped[str | None]
    email: Mapped[str | None]
    active: Mapped[bool] = mapped_column(default=True)


class CoverRow(Row, UnitRow):
    """*Vikar*: someone sees and handles another's queue for a time; the holder stays."""

    __tablename__ = "cover"
    for_worker_id: Mapped[str] = mapped_column(String(36), index=True)
    by_worker_id: Mapped[str] = mapped_column(String(36))
    from_on: Mapped[date]
    to_on: Mapped[date]


class HousingAreaRow(Row, CatalogueRow):
    """An area with a patrol. `campaign_from`/`campaign_to` bound its jobplan campaign."""

    __tablename__ = "housing_area"
    name: Mapped[str]
    unit_id: Mapped[OptionalRef]
    campaign_from: Mapped[date | None]
    campaign_to: Mapped[date | None]
    contact_interval_days: Mapped[int | None]


class AddressRangeRow(Row, CatalogueRow):
    """The house numbers of a street that lie in an area; `parity` is all, odd or even."""

    __tablename__ = "address_range"
    area_id: Mapped[str] = mapped_column(
        ForeignKey("housing_area.id", deferrable=True, initially="DEFERRED"), index=True
    )
    street: Mapped[str]
    from_number: Mapped[int | None]
    to_number: Mapped[int | None]
    parity: Mapped[str] = mapped_column(default="all")
    postcode: Mapped[str | None]


class TargetRow(Row, CatalogueRow):
    """A figure to reach at a date. `value` is None where the target is left open."""

    __tablename__ = "target"
    indicator: Mapped[str]
    scope_kind: Mapped[str]
    scope_id: Mapped[OptionalRef]
    start_value: Mapped[float | None]
    start_on: Mapped[date | None]
    value: Mapped[float | None]
    reach_on: Mapped[date | None]
    unit_of_value: Mapped[str] = mapped_column(default="percent")
    source: Mapped[str | None]


class BudgetLineRow(Row, CatalogueRow):
    """A line of the budget that orders draw on, in øre."""

    __tablename__ = "budget_line"
    name: Mapped[str]
    year: Mapped[int]
    budget: Mapped[Oere]
    unit_id: Mapped[OptionalRef]


class RuleSetRow(Row, CatalogueRow):
    """A rule set as it was published: the file's own text, who published it and when."""

    __tablename__ = "rule_set"
    name: Mapped[str]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    text: Mapped[str]
    published_on: Mapped[date]
    published_by: Mapped[str | None]


class FormTemplateRow(Row, CatalogueRow):
    """A form as data, with the dates it may be used."""

    __tablename__ = "form_template"
    form_id: Mapped[str]
    version: Mapped[int]
    title: Mapped[str]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    text: Mapped[str]


class LetterTemplateRow(Row, CatalogueRow):
    """A letter's text with merge fields, with the dates it may be used."""

    __tablename__ = "letter_template"
    letter_id: Mapped[str]
    version: Mapped[int]
    title: Mapped[str]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    text: Mapped[str]


class ProcedureRow(Row, CatalogueRow):
    """A procedure card: steps, letters, law and quality standard."""

    __tablename__ = "procedure"
    procedure_id: Mapped[str]
    version: Mapped[int]
    title: Mapped[str]
    queue_kinds: Mapped[str | None]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    text: Mapped[str]
