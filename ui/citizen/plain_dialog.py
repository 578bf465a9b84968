"""A small form about a citizen: its fields under each other, and what they become."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Generic, NamedTuple, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.cases.citizen_head import OpenedCase, open_case_form
from db.errors import Refused
from ui.forms.case_dialog import CaseDialog
from ui.forms.field import Field
from ui.forms.form import Form
from ui.theme.labels import stored
from ui.theme.tokens import Size, Space

if TYPE_CHECKING:
    from app.cases.drafts import DraftKey
    from app.work import Work

Facts = TypeVar("Facts")
Value = TypeVar("Value")


class Words(NamedTuple):
    """What the form says: over it, on its button, when it is done, and under its head."""

    title: str
    save: str
    done: str
    intro: str = ""


class Arrangement(NamedTuple):
    """`only_when` says of a field when it is asked for; `pairs` name two fields that stand side by side."""

    only_when: Mapping[str, Callable[[], bool]] = MappingProxyType({})
    pairs: Sequence[tuple[str, str]] = ()


ONE_BELOW_THE_OTHER: Final = Arrangement()


def beside(*pairs: tuple[str, str]) -> Arrangement:
    """Every field is asked for, and these stand side by side."""
    return Arrangement(pairs=pairs)


@dataclass(frozen=True, slots=True)
class Opened(Generic[Facts]):
    """The case, the row that the form is about where it is about one, and what else it shows."""

    case: OpenedCase
    about_id: str
    facts: Facts


def read_with(purpose: str, facts: Callable[[Work, str, str], Facts]) -> Callable[[Work, DraftKey], Opened[Facts]]:
    """Return what reads a form with facts of its own; `facts` is given the case and what the form is about."""

    def read(work: Work, key: DraftKey) -> Opened[Facts]:
        case = open_case_form(work, key, purpose)
        about = key.about_id or ""
        return Opened(case, about, facts(work, case.case_id, about))

    return read


def read_plain(purpose: str) -> Callable[[Work, DraftKey], Opened[None]]:
    """Return what reads a form that shows nothing but its fields."""
    return read_with(purpose, lambda _work, _case_id, _about: None)


def needed(value: Value | None, field: str, message: str) -> Value:
    """What was chosen or written. Refused: `missing` for the field."""
    if value is None:
        raise Refused(message, field=field, code="missing")
    return value


class PlainDialog(CaseDialog):
    """`make_request` makes the request from the fields, or refuses at one of them."""

    def __init__(
        self, words: Words, case: OpenedCase, fields: Mapping[str, Field], make_request: Callable[[], object],
        today: date, parent: QWidget | None = None, arrangement: Arrangement = ONE_BELOW_THE_OTHER,
    ) -> None:  # fmt: skip
        """Make the form, with its draft where there is one."""
        super().__init__(words.title, words.save, today, parent)
        self.done_words = words.done
        self._make_request = make_request
        self._only_when = arrangement.only_when
        self.resize(Size.DIALOG[0], Size.FORM)
        if words.intro:
            self.body.addWidget(stored(words.intro, "muted", wrap=True))
        second = {right: left for left, right in arrangement.pairs}
        rows: dict[str, QHBoxLayout] = {}
        for name, field in fields.items():
            if name in second:
                rows[second[name]].addWidget(field, stretch=1, alignment=Qt.AlignmentFlag.AlignTop)
            else:
                rows[name] = QHBoxLayout()
                rows[name].setSpacing(Space.L)
                rows[name].addWidget(field, stretch=1, alignment=Qt.AlignmentFlag.AlignTop)
                self.body.addLayout(rows[name])
            if self._only_when and name not in self._only_when:
                field.changed.connect(self._show_fields)
        self.finish(Form(fields, self), case.head, case.draft)
        self._show_fields()
        if case.draft is None:
            next(iter(fields.values())).take_focus()

    def request(self) -> object:
        """What the fields say."""
        return self._make_request()

    def _show_fields(self) -> None:
        for name, condition in self._only_when.items():
            self.form.fields[name].setVisible(condition())
