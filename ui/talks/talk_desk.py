"""Opens the forms about talks on a store, keeps their drafts and saves them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.clock import Clock
from app.ids import NewId
from app.queue.item import QueueItem
from db.errors import Refused, Unavailable
from db.values.talks import TalkPurpose
from ui.operation import Operation, Road, Runner

if TYPE_CHECKING:
    from app.cases.drafts import DraftKey
    from app.changes import Done
    from app.talks.opened_form import OpenedForm
    from db.store.store import Store
    from ui.talks.case_dialog import CaseDialog

# What a row of the queue that is closed by a talk says about the purpose; any other is ordinary contact.
_PURPOSES = {
    "MATCH_MISSING": TalkPurpose.MATCH,
    "CEILING_WARNING": TalkPurpose.WARNING,
    "CEILING_HIT": TalkPurpose.WARNING,
    "HOURS_RULE_WARNING": TalkPurpose.WARNING,
}


class DeskSetting(NamedTuple):
    """The open store, who sits here, and what everything is written with."""

    store: Store
    author: str
    clock: Clock
    make_id: NewId


class TalkDesk(QObject):
    """One form at a time, over the window. `told` says in Danish what was done, `failed` what could not be."""

    told = Signal(str)
    failed = Signal(str)

    def __init__(self, runner: Runner, setting: DeskSetting, window: QWidget) -> None:
        """Sit down at a store."""
        super().__init__(window)
        self._runner, self._setting, self._window = runner, setting, window
        self._opening = False
        self.dialog: CaseDialog | None = None

    def act(self, name: str, item: QueueItem) -> None:
        """Do what a row of the queue offers: `talk` or `phone_note`."""
        if item.case_id is None:
            return
        if name == "talk":
            sick = item.kind.startswith("SICK")
            purpose = TalkPurpose.SICKNESS_FOLLOW_UP if sick else _PURPOSES.get(item.kind, TalkPurpose.CONTACT)
            self.open_talk(item.case_id, purpose)
        elif name == "phone_note":
            self.open_phone_note(item.case_id)

    def open_talk(self, case_id: str, purpose: TalkPurpose = TalkPurpose.CONTACT) -> None:
        """Open *Registrér samtale*."""
        from app.talks.opened_form import TALK_FORM

        def make(opened: OpenedForm) -> CaseDialog:
            from ui.talks.talk_dialog import TalkDialog

            return TalkDialog(opened, self._setting.clock.today(), purpose, self._window)

        self._open(case_id, TALK_FORM, make)

    def open_phone_note(self, case_id: str) -> None:
        """Open *Telefonnotat*."""
        from app.talks.opened_form import PHONE_NOTE

        def make(opened: OpenedForm) -> CaseDialog:
            from ui.talks.phone_note_dialog import PhoneNoteDialog

            return PhoneNoteDialog(opened, self._setting.clock.today(), self._window)

        self._open(case_id, PHONE_NOTE, make)

    def _open(self, case_id: str, form: str, make: Callable[[OpenedForm], CaseDialog]) -> None:
        if self._opening or self.dialog is not None:
            return
        self._opening = True
        setting = self._setting

        def read() -> OpenedForm:
            from app.talks.opened_form import open_form
            from app.work import Work

            # That a case was opened is noted also where another window has the right to write.
            with setting.store.logging() as session:
                return open_form(Work(session, setting.author, setting.clock, setting.make_id), case_id, form)

        def show(opened: OpenedForm) -> None:
            self._show(make(opened), case_id, form)

        operation = self._operation(self)
        operation.succeeded.connect(show)
        operation.ended.connect(self._opened)
        self._runner.start(operation, Road.WRITE, read)

    def _opened(self) -> None:
        self._opening = False

    def _show(self, dialog: CaseDialog, case_id: str, form: str) -> None:
        from app.cases.drafts import DraftKey

        key = DraftKey(form, case_id)
        self.dialog = dialog
        dialog.submitted.connect(lambda request: self._save(dialog, key, request))
        dialog.draft_wanted.connect(lambda state: self._keep(dialog, key, state))
        dialog.draft_given_up.connect(lambda: self._give_up(key))
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _save(self, dialog: CaseDialog, key: DraftKey, request: object) -> None:
        setting = self._setting

        def save() -> Done:
            from app.cases.drafts import discard_draft
            from app.talks.hold_talk import HoldTalk, hold_talk
            from app.talks.notes import WriteNote, write_note
            from app.work import working

            name = "hold_talk" if isinstance(request, HoldTalk) else "write_note"
            with working(
                setting.store, author=setting.author, clock=setting.clock, make_id=setting.make_id, use_case=name
            ) as work:
                # In one transaction: a draft that outlived its talk would offer to register it again.
                discard_draft(work, key)
                if isinstance(request, HoldTalk):
                    return hold_talk(work, request)
                if isinstance(request, WriteNote):
                    return write_note(work, request)
                raise TypeError(type(request))

        def saved(done: Done) -> None:
            dialog.saved()
            self.told.emit(" ".join((dialog.done_words, *done.notices)))

        operation = Operation(dialog)
        operation.succeeded.connect(saved)
        operation.refused.connect(dialog.show_refused)
        operation.unavailable.connect(lambda outcome: dialog.show_message(outcome.message))
        operation.broke.connect(lambda: dialog.show_message(_BROKEN))
        self._runner.start(operation, Road.WRITE, save)

    def _keep(self, dialog: CaseDialog, key: DraftKey, state: str) -> None:
        def keep(work: Any) -> None:  # noqa: ANN401 - a `Work`, whose module is imported by the writer.
            from app.cases.drafts import KeepDraft, keep_draft

            keep_draft(work, KeepDraft(key, state))

        # The dialog may be closed before the writer comes to it; the draft is written all the same.
        operation = Operation(dialog)
        operation.succeeded.connect(lambda _: dialog.show_draft_kept(kept=True))
        operation.unavailable.connect(lambda _: dialog.show_draft_kept(kept=False))
        operation.broke.connect(lambda: dialog.show_draft_kept(kept=False))
        self._write_draft(operation, keep)

    def _give_up(self, key: DraftKey) -> None:
        def discard(work: Any) -> None:  # noqa: ANN401 - as above.
            from app.cases.drafts import discard_draft

            discard_draft(work, key)

        self._write_draft(self._operation(self), discard)

    def _write_draft(self, operation: Operation, change: Callable[[Any], None]) -> None:
        setting = self._setting

        def write() -> None:
            from app.work import working

            with working(
                setting.store, author=setting.author, clock=setting.clock, make_id=setting.make_id, use_case="draft"
            ) as work:
                change(work)

        self._runner.start(operation, Road.WRITE, write)

    def _operation(self, parent: QObject) -> Operation:
        operation = Operation(parent)
        operation.refused.connect(self._tell)
        operation.unavailable.connect(self._tell)
        operation.broke.connect(lambda: self.failed.emit(_BROKEN))
        operation.ended.connect(operation.deleteLater)
        return operation

    def _tell(self, outcome: Refused | Unavailable) -> None:
        self.failed.emit(outcome.message)


_BROKEN = "Der er en fejl i programmet. Intet er gemt. Det, du har skrevet, står der stadig."
