"""Skift tovholder: to whom, why and from when, for one case or for many, with what each has before and after."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.cases.case_weight import weight_words
from app.cases.change_holders import ChangeHolders, Share
from app.cases.holder_form import OpenedHolders
from app.cases.spread_plan import LoadChange, load_changes, spread_plan
from app.cases.workload import Workload
from db.errors import Refused
from ui.forms.case_dialog import CaseDialog
from ui.forms.choice_fields import SegmentedChoice
from ui.forms.day_field import DayField
from ui.forms.field import Field
from ui.forms.form import Form
from ui.forms.text_fields import TextLine
from ui.team.workers_field import WorkersField
from ui.theme.elided_label import ElidedLabel
from ui.theme.labels import caption, frame, stored
from ui.theme.tokens import Size, Space

NOBODY = "nobody"
_MOST_LINES = 14


class HolderDialog(CaseDialog):
    """One case or many. Several new holders share them, so that the weight is even and couples stay together."""

    def __init__(self, opened: OpenedHolders, today: date, parent: QWidget | None = None) -> None:
        """Make the form, with its draft where there is one."""
        self._opened, self._loads = opened, {load.worker_id: load for load in opened.workloads}
        self._many = len(opened.cases) > 1
        count = len(opened.cases)
        title = self.tr("Fordel {count} sager").format(count=count) if self._many else self.tr("Skift tovholder")
        super().__init__(title, self.tr("Gem"), today, parent)
        self.done_words = self.tr("Sagerne er overført.") if self._many else self.tr("Sagen er overført.")
        self.resize(Size.DIALOG[0] + Size.WHY_PANEL - Size.ROW, Size.DIALOG[1] + Size.ROW)
        self.cases = _CasesField([case.case_id for case in opened.cases])
        self.workers = WorkersField(self.tr("Ny tovholder"), self._choices(), help_text=self._help())
        self.reason = TextLine(self.tr("Hvorfor"), help_text=self._reason_help())
        self.from_on = DayField(self.tr("Fra dato"), today, quick=(("I dag", "i dag"),))
        self.from_on.set_value(today)
        self.letter = SegmentedChoice(
            self.tr("Brev til borgeren om den nye tovholder"),
            {"no": self.tr("Nej"), "yes": self.tr("Ja, sendt i dag")},
        )
        self.letter.set_value("no")
        self._before_after = frame("side")
        self._before_after.setFixedWidth(Size.WHY_PANEL - Size.ROW)
        self._grid = QVBoxLayout(self._before_after)
        self._grid.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        if self._many:
            self.body.addWidget(caption(self._about(), "muted", wrap=True))
        for field in (self.workers, self.reason, self.from_on, self.letter):
            self.body.addWidget(field)
        self.workers.changed.connect(self._show_loads)
        self.finish(Form(self._fields(), self), opened.head, opened.draft, self._before_after)
        self._show_loads()
        if opened.draft is None:
            self.workers.take_focus()

    def request(self) -> ChangeHolders:
        """Who gets what. Raises Refused when nobody, or somebody and nobody, is chosen."""
        chosen, day = self.workers.value(), self.from_on.value()
        if not chosen or (NOBODY in chosen and len(chosen) > 1):
            message = "Vælg den eller dem, der skal have sagerne." if self._many else "Vælg, hvem der skal have sagen."
            raise Refused(message, field="to_worker_id", code="missing")
        if not self._many and len(chosen) > 1:
            raise Refused("En sag har én tovholder. Vælg kun én.", field="to_worker_id", code="too_many")
        if day is None:
            raise Refused("Skriv, fra hvilken dag.", field="from_on", code="missing")
        letter = self.today if self.letter.value() == "yes" else None
        return ChangeHolders(self._shares(chosen), day, self.reason.value(), letter)

    def show_refused(self, refused: Refused) -> None:
        """The first holder and every other are the same field here."""
        if refused.field == "worker_id":
            refused = Refused(refused.message, field="to_worker_id", code=refused.code)
        super().show_refused(refused)

    def load_changes(self) -> tuple[LoadChange, ...]:
        """What each would have before and after."""
        chosen = self.workers.value()
        if not chosen:
            return ()
        plan = spread_plan(self._opened.cases, self._real(chosen), self._loads)
        return load_changes(self._opened.cases, plan, self._loads)

    def _fields(self) -> dict[str, Field]:
        return {
            "to_worker_id": self.workers,
            "reason": self.reason,
            "from_on": self.from_on,
            "letter": self.letter,
            "cases": self.cases,
        }

    def _choices(self) -> dict[str, str]:
        words = {load.worker_id: _words(load) for load in self._opened.workloads}
        if self._opened.unit_id is not None:
            words[NOBODY] = self.tr("Ingen: sagen ligger i enheden uden tovholder")
        return words

    def _help(self) -> str:
        return self.tr("Vælger du flere, deles sagerne, så vægten bliver jævn. Husstande holdes samlet.") * self._many

    def _reason_help(self) -> str:
        first = not self._many and self._opened.cases[0].holder_id is None
        return self.tr("Kan stå tom, fordi sagen ikke har en tovholder.") if first else ""

    def _about(self) -> str:
        held = len({case.holder_id for case in self._opened.cases})
        weight = weight_words(sum(case.weight for case in self._opened.cases))
        holders = self.tr("én tovholder") if held == 1 else self.tr("{count} tovholdere").format(count=held)
        return self.tr("{count} sager med vægten {weight} fra {holders}.").format(
            count=len(self._opened.cases), weight=weight, holders=holders
        )

    def _real(self, chosen: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(worker for worker in chosen if worker != NOBODY)

    def _shares(self, chosen: tuple[str, ...]) -> tuple[Share, ...]:
        ids = tuple(case.case_id for case in self._opened.cases)
        if chosen == (NOBODY,):
            return (Share(None, self._opened.unit_id or "", ids),)
        plan = spread_plan(self._opened.cases, chosen, self._loads)
        return tuple(
            Share(worker, self._loads[worker].unit_id or self._opened.unit_id or "", share)
            for worker, share in plan.items()
        )

    def _show_loads(self) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        changes = self.load_changes()
        self._grid.addWidget(_table(changes[:_MOST_LINES], more=len(changes) - _MOST_LINES))
        self._grid.addStretch()


class _CasesField(Field):
    """Which cases the draft is about; nothing is seen of it."""

    def __init__(self, case_ids: list[str]) -> None:
        super().__init__("")
        self._case_ids = case_ids
        self.place(QWidget())
        self.hide()

    def state(self) -> object:
        return self._case_ids

    def set_state(self, state: object) -> None:
        """It is about the same cases, or it would not have been brought back."""


def _words(load: Workload) -> str:
    unit = f", {load.unit_name}" if load.unit_name else ""
    return f"{load.name}{unit} · {load.cases} sager · vægt {weight_words(load.weight)}"


def _table(changes: tuple[LoadChange, ...], *, more: int) -> QWidget:
    page = QWidget()
    page.setAccessibleName("Før og efter")
    grid = QGridLayout(page)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(Space.L)
    grid.setVerticalSpacing(Space.XS)
    for column, heading in enumerate(("Før og efter", "Sager", "Vægt")):
        grid.addWidget(caption(heading, "label"), 0, column)
    for line, change in enumerate(changes, start=1):
        name = ElidedLabel("")
        name.show_text(change.name)
        grid.addWidget(name, line, 0)
        grid.addWidget(stored(f"{change.cases_before} → {change.cases_after}"), line, 1)
        before, after = weight_words(change.weight_before), weight_words(change.weight_after)
        grid.addWidget(stored(f"{before} → {after}"), line, 2)
    if not changes:
        grid.addWidget(caption("Vælg en ny tovholder for at se det.", "muted", wrap=True), 1, 0, 1, 3)
    if more > 0:
        grid.addWidget(caption(f"og {more} flere", "muted"), len(changes) + 1, 0, 1, 3)
    grid.setColumnStretch(3, 1)
    return page
