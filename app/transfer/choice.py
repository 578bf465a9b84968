"""Which of the items are shown: whose, which system, only today's, and those that wait or those that are done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.transfer.waiting import TransferItem
from db.values.people import ExternalSystem


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen on the page. `system` None is every system."""

    mine: bool = True
    system: ExternalSystem | None = None
    only_today: bool = False
    done: bool = False


def chosen_items(items: Iterable[TransferItem], choice: Choice) -> tuple[TransferItem, ...]:
    """The items that fit, in their order; of those that are done the newest first."""
    found = tuple(item for item in items if _fits(item, choice))
    return tuple(reversed(found)) if choice.done else found


def waiting_count(items: Iterable[TransferItem]) -> int:
    """How many of the worker's own items wait: the figure beside the page's name."""
    return sum(1 for item in items if item.mine and item.waiting)


def joined(names: Iterable[str]) -> str:
    """Names as one says them: `KOMMA`, `KOMMA og Arbejdsmarkedsportalen`."""
    each = list(dict.fromkeys(names))
    return " og ".join(filter(None, (", ".join(each[:-1]), *each[-1:])))


def _fits(item: TransferItem, choice: Choice) -> bool:
    if (choice.mine and not item.mine) or (choice.only_today and not item.today):
        return False
    ticks = [tick for tick in item.ticks if choice.system in {None, tick.ref.system}]
    if choice.done:
        return bool(ticks) and not any(tick.waits for tick in ticks)
    return any(tick.waits for tick in ticks)
