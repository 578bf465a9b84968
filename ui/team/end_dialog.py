"""Asks for the last day of something that is to end earlier."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from app.changes import Done
from ui.danish_dates import full_date
from ui.forms.day_field import DayField
from ui.forms.short_dialog import ShortDialog

if TYPE_CHECKING:
    from ui.shell.workplace import Workplace


def ask_for_end(workplace: Workplace, title: str, about: str, end: Callable[[date], Callable[[], Done]]) -> ShortDialog:
    """Ask, and end it on that day; today stands there at first."""
    day = DayField("Sidste dag", workplace.desk.clock.today(), quick=(("I dag", "i dag"),))
    day.set_value(workplace.desk.clock.today())
    dialog = ShortDialog(title, about, {"until_on": day}, workplace.window)

    def work() -> Callable[[], Done] | None:
        on = day.value()
        if on is None:
            day.show_error("Skriv den sidste dag.")
            return None
        return end(on)

    def saved(_done: Done) -> None:
        on = day.value()
        workplace.say(f"{title}: sidste dag er {full_date(on)}." if on else title)

    dialog.save_with(workplace.desk.runner, work)
    dialog.saved.connect(saved)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
