"""Watches the form that stands open: its case may be closed, handed over or shut to the worker meanwhile.

The text stays and can be copied; whether it can still be saved is decided by the save itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.cases.citizen_page import citizen_page
from ui.operation import Operation, Road

if TYPE_CHECKING:
    from app.cases.citizen_page import CitizenPage
    from app.changes import Changes
    from ui.shell.workplace import Workplace

_KINDS: Final = frozenset({"citizen", "case_closing", "case_holding", "restricted_case"})

STAYS: Final = "Det, du har skrevet, står her stadig og kan kopieres."


def watch_open_form(workplace: Workplace) -> None:
    """Say in the form what has happened to its case."""

    def changed(changes: Changes, _initiator: object) -> None:
        key, dialog = workplace.forms.key(), workplace.forms.dialog
        if key is None or dialog is None or key.case_id not in changes.cases or not changes.kinds & _KINDS:
            return
        case_id, worker_id, today = key.case_id or "", workplace.desk.author, workplace.desk.clock.today()
        read = workplace.desk.read(lambda session: citizen_page(session, case_id, worker_id=worker_id, today=today))
        operation = Operation(dialog)
        operation.succeeded.connect(lambda page: _say_state(workplace, page))
        operation.refused.connect(lambda refused: _say(workplace, refused.message))
        operation.ended.connect(operation.deleteLater)
        workplace.desk.runner.start(operation, Road.READ, read)

    workplace.desk.runner.changes.changes_made.connect(changed)


def _say_state(workplace: Workplace, page: CitizenPage) -> None:
    if page.closed is not None:
        _say(workplace, "Sagen er blevet afsluttet, mens skemaet stod åbent.")
    elif page.holder is not None and page.holder.worker_id not in {None, workplace.desk.author}:
        _say(workplace, f"{page.holder.name or 'En anden'} er tovholder for sagen nu.")


def _say(workplace: Workplace, text: str) -> None:
    dialog = workplace.forms.dialog
    if dialog is not None and dialog.isVisible():
        dialog.show_message(f"{text} {STAYS}")
