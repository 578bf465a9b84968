"""Opens the forms about a case on a store, keeps their drafts and saves them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.forms.case_form import CaseForm
from ui.operation import Operation, Road

if TYPE_CHECKING:
    from app.cases.drafts import DraftKey
    from app.changes import Done
    from app.work import Work
    from ui.forms.case_dialog import CaseDialog

BROKEN = "Der er en fejl i programmet. Intet er gemt. Det, du har skrevet, står der stadig."


class FormDesk(QObject):
    """One form at a time, over the window.

    `told` says in Danish what was done, `failed` what could not be. `saved` carries the form's draft key and the
    `Done` of what was saved. `opened` carries the dialog, once it is shown.
    """

    told = Signal(str)
    failed = Signal(str)
    saved = Signal(object, object)
    opened = Signal(object)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        """Sit down at a store."""
        super().__init__(window)
        self._desk, self._window = desk, window
        self._opening = False
        self._key: DraftKey | None = None
        self.dialog: CaseDialog | None = None

    def open(self, form: CaseForm[Any], case_id: str | None = None, about_id: str | None = None) -> None:
        """Open a form about a case, about a row of it, or about nothing yet."""
        if self._opening or self.dialog is not None:
            return
        from app.cases.drafts import DraftKey

        self._opening = True
        key = DraftKey(form.name, case_id, about_id)
        operation = self._operation(self)
        operation.succeeded.connect(
            lambda opened: self._show(form.make(opened, self._desk.clock.today(), self._window), key, form)
        )
        operation.ended.connect(self._has_opened)
        self._desk.runner.start(operation, Road.WRITE, self._desk.open(lambda work: form.read(work, key)))

    def key(self) -> DraftKey | None:
        """The draft key of the form that is open; None when none is."""
        return self._key

    def keep_now(self) -> None:
        """Keep at once what is typed and not kept yet: before a lock. What is just being saved needs no draft."""
        if self.dialog is not None and not self.is_saving():
            self.dialog.keeper.begin()
            self.dialog.keeper.flush()

    def is_saving(self) -> bool:
        """Whether the form that is open has been handed to the writer."""
        return self.dialog is not None and self.dialog.is_busy()

    def _has_opened(self) -> None:
        self._opening = False

    def _show(self, dialog: CaseDialog, key: DraftKey, form: CaseForm[Any]) -> None:
        self.dialog, self._key = dialog, key
        dialog.submitted.connect(lambda request: self._save(dialog, key, form, request))
        dialog.draft_wanted.connect(lambda state: self._keep(dialog, key, state))
        dialog.draft_given_up.connect(lambda: self._give_up(key))
        dialog.finished.connect(self._closed)
        dialog.open()
        self.opened.emit(dialog)

    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = self._key = None

    def _save(self, dialog: CaseDialog, key: DraftKey, form: CaseForm[Any], request: object) -> None:
        def save(work: Work) -> Done:
            from app.cases.citizen_page import refuse_closed_to
            from app.cases.drafts import discard_draft

            # In one transaction: a draft that outlived its talk would offer to register it again.
            discard_draft(work, key)
            if key.case_id is not None and not form.also_closed:
                # The case may have been closed to the worker, or moved, while the form stood open.
                refuse_closed_to(work, key.case_id)
            return form.save(work, request)

        def saved(done: Done) -> None:
            dialog.saved()
            self.told.emit(" ".join((dialog.done_words, *done.notices)))
            self.saved.emit(key, done)

        operation = Operation(dialog)
        operation.succeeded.connect(saved)
        operation.report_to(dialog.show_message, lambda: dialog.show_message(BROKEN), dialog.show_refused)
        self._desk.runner.start(operation, Road.WRITE, self._desk.write(form.save.__name__, save))

    def _keep(self, dialog: CaseDialog, key: DraftKey, state: str) -> None:
        def keep(work: Work) -> None:
            from app.cases.drafts import KeepDraft, keep_draft

            keep_draft(work, KeepDraft(key, state))

        # The dialog may be closed before the writer comes to it; the draft is written all the same.
        operation = Operation(dialog)
        operation.succeeded.connect(lambda _: dialog.show_draft_kept(kept=True))
        operation.unavailable.connect(lambda _: dialog.show_draft_kept(kept=False))
        operation.broke.connect(lambda: dialog.show_draft_kept(kept=False))
        self._desk.runner.start(operation, Road.WRITE, self._desk.write("draft", keep))

    def _give_up(self, key: DraftKey) -> None:
        def discard(work: Work) -> None:
            from app.cases.drafts import discard_draft

            discard_draft(work, key)

        self._desk.runner.start(self._operation(self), Road.WRITE, self._desk.write("draft", discard))

    def _operation(self, parent: QObject) -> Operation:
        operation = Operation(parent)
        operation.report_to(self.failed.emit, lambda: self.failed.emit(BROKEN))
        return operation
