"""Asks why something need not be written in a system, or why the portal sent it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.changes import Done
from app.transfer.ticks import GiveUpTick, SendBack, give_up_tick, send_back
from ui.danish_dates import full_date
from ui.forms.short_dialog import ShortDialog
from ui.forms.text_fields import Note

if TYPE_CHECKING:
    from app.transfer.waiting import Tick, TransferItem
    from ui.shell.workplace import Workplace
    from ui.transfer.transfer_desk import TransferDesk


def ask_why_not_needed(workplace: Workplace, desk: TransferDesk, item: TransferItem | None, tick: Tick) -> None:
    """Take it off the list, with a reason."""
    title = _tr("Skal ikke registreres i {system}").format(system=tick.name)
    said = _tr("Skal ikke registreres i {system}.").format(system=tick.name)

    def work(reason: str) -> Callable[[], Done]:
        return workplace.desk.use(give_up_tick, GiveUpTick(tick.ref, reason))

    _ask(workplace, title, item, work, lambda: workplace.say(said, lambda: desk.take_back([tick.ref])))


def ask_why_sent_back(workplace: Workplace, desk: TransferDesk, item: TransferItem | None, tick: Tick) -> None:
    """Let it wait again, with the portal's reason."""
    title = _tr("Afvist af {system}").format(system=tick.name)
    said = _tr("Indberetningen er sat som afvist og venter igen.")

    def work(reason: str) -> Callable[[], Done]:
        return workplace.desk.use(send_back, SendBack(tick.ref, reason))

    _ask(workplace, title, item, work, lambda: workplace.say(said, lambda: desk.take_back([tick.ref])))


def _ask(
    workplace: Workplace,
    title: str,
    item: TransferItem | None,
    work: Callable[[str], Callable[[], Done]],
    saved: Callable[[], None],
) -> None:
    about = "" if item is None else f"{item.citizen} · {item.title}, {full_date(item.day)}"
    reason = Note(_tr("Grund"), lines=2)
    dialog = ShortDialog(title, about, {"reason": reason}, workplace.window)
    dialog.save_with(workplace.desk.runner, lambda: work(reason.value()))
    dialog.saved.connect(lambda _done: saved())
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _tr(text: str) -> str:
    return QCoreApplication.translate("reasons", text)
