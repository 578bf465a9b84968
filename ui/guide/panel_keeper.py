"""Keeps the panel beside the list in step with the row that is chosen: when it is shown, and from what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from app.guide.opened_offer import read_offer
from ui.guide.side_panel import Shown, SidePanel
from ui.operation import Operation, Road

if TYPE_CHECKING:
    from app.guide.offer_profile import OfferProfile
    from app.guide.ranking import GuideRow, PreparedGuide
    from ui.desk import Desk
    from ui.guide.offer_view import OfferView

# The panel is made anew once the typing pauses: a keystroke has only time for the list.
_PAUSE_MS: Final = 120
# While the reader is busy with something longer the offer is shown without what stands in its profile.
_LATE_MS: Final = 200


class PanelKeeper(QObject):
    """Shows an offer once its profile is known: to show it twice would take two looks and twice the time."""

    def __init__(self, desk: Desk, view: OfferView, panel: SidePanel) -> None:
        """Follow a list; profiles are read at a desk."""
        super().__init__(panel)
        self._desk, self._view, self._panel = desk, view, panel
        self._prepared: PreparedGuide | None = None
        self._profiles: dict[str, OfferProfile] = {}
        self._asking = False
        self._pause, self._late = self._timer(_PAUSE_MS), self._timer(_LATE_MS)
        self._pause.timeout.connect(self.show)
        self._late.timeout.connect(self._show_row)
        view.row_chosen.connect(lambda _: self._follow())

    def know(self, prepared: PreparedGuide) -> None:
        """Show rows of this from now on; the profiles may have become others."""
        self._prepared = prepared
        self._profiles.clear()
        self._pause.stop()
        self.show()

    def wait_for_pause(self) -> None:
        """A letter was typed: the first row changes with every one."""
        self._pause.start()

    def chosen(self) -> GuideRow | None:
        """The offer that the keyboard stands on."""
        shown = self._view.chosen()
        return None if shown is None else shown.row

    def show(self) -> None:
        """Show the chosen offer as soon as its profile is known."""
        row = self.chosen()
        if row is None or self._prepared is None or row.offer.id in self._profiles:
            self._show_row()
            return
        self._late.start()
        self._read(row.offer.id)

    def _follow(self) -> None:
        if not self._pause.isActive():
            self.show()

    def _show_row(self) -> None:
        self._late.stop()
        row = self.chosen()
        if row is None or self._prepared is None:
            self._panel.show_nothing()
            return
        for_citizen = self._prepared.profile.case_id is not None
        shown = Shown(self._prepared.as_of, self._profiles.get(row.offer.id), for_citizen)
        self._panel.show_row(row, self._view.currentIndex().row(), shown)

    def _read(self, offer_id: str) -> None:
        """One at a time: while one is read, the keyboard may have gone past many others."""
        if self._asking:
            return
        self._asking = True

        def ended() -> None:
            self._asking = False
            row = self.chosen()
            if row is None:
                return
            if row.offer.id == offer_id:
                self._show_row()
            elif row.offer.id not in self._profiles:
                self._read(row.offer.id)

        def keep(profile: OfferProfile) -> None:
            self._profiles[offer_id] = profile

        # Nothing is said when it cannot be read: the offer went meanwhile, and the list is being read anew.
        operation = Operation(self)
        operation.succeeded.connect(keep)
        operation.ended.connect(ended)
        operation.ended.connect(operation.deleteLater)
        self._desk.runner.start(operation, Road.READ, self._desk.read(lambda session: read_offer(session, offer_id)))

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        return timer
