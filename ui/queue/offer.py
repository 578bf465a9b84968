"""What the list offers beside its own page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from ui.shell.navigation import QUEUE_PAGE
from ui.shell.offer import CommandOffer, RoomOffer, Scene

if TYPE_CHECKING:
    from ui.queue.queue_page import QueuePage
    from ui.shell.workplace import Workplace


def _on_page(do: Callable[[QueuePage], object]) -> Callable[[Workplace], None]:
    """Go to the list, and do something there."""

    def command(workplace: Workplace) -> None:
        from ui.queue.queue_page import QueuePage

        page = workplace.show_page(QUEUE_PAGE)
        if isinstance(page, QueuePage):
            do(page)

    return command


def _print(page: QueuePage) -> None:
    if page.menus is not None:
        page.menus.print()


def _export(page: QueuePage) -> None:
    if page.menus is not None:
        page.menus.export()


def _own_results(page: QueuePage) -> None:
    if page.work is not None:
        page.work.show_own_results()


def _scenes() -> tuple[Scene, ...]:
    from ui.queue.scenes import SCENES

    return SCENES


OFFER: Final = RoomOffer(
    commands=(
        CommandOffer("own_reminder", "Egen påmindelse", _on_page(lambda page: page.remind()), "husk huskeseddel"),
        CommandOffer("own_results", "Mine resultater", _on_page(_own_results), "tal prognose uger mål"),
        CommandOffer("print_queue", "Udskriv min produktion", _on_page(_print), "print liste kø papir"),
        CommandOffer("export_queue", "Eksportér min produktion", _on_page(_export), "csv excel liste kø fil"),
        CommandOffer("filter_queue", "Filtrér min produktion", _on_page(lambda page: page.show_filters()), "filter kø"),
    ),
    scenes=_scenes,
)
