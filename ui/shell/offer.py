"""How a room of the house tells what it offers: pages, what it does about cases, commands and forms.

Navigation, search and the buttons of every screen are made from these, so that nothing is shown that does not work.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol, runtime_checkable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.queue.item import QueueItem
    from ui.forms.case_form import CaseForm
    from ui.shell.case_action import CaseAction
    from ui.shell.workplace import Workplace
    from ui.theme.icons import Icon


class Subject(NamedTuple):
    """Whom an action is about: one case, or several where it is done for many at once.

    `item` is the row of the queue it was asked from; `about_id` the row of the case, where it is about one.
    """

    case_ids: tuple[str, ...]
    item: QueueItem | None = None
    about_id: str | None = None

    @property
    def case_id(self) -> str:
        """The one case."""
        return self.case_ids[0]

    @property
    def row_id(self) -> str | None:
        """The row of the case that it is about: the one named, or what the row of the queue counts from."""
        return self.about_id or (self.item.event_id if self.item is not None else None)


@runtime_checkable
class ReturningPage(Protocol):
    """A page that shows one thing of many, such as a citizen, and comes back to it after a lock."""

    def place(self) -> str:
        """What is shown, in words of the page's own; they are kept in the encrypted store."""

    def come_back(self, place: str) -> None:
        """Show it again."""


class PageOffer(NamedTuple):
    """A page of the navigation, or one that is only searched for (`in_navigation` False). `order` goes upwards.

    The page is made when it is first shown, and kept. `keys` is its shortcut, such as `Ctrl+2`.
    """

    name: str
    title: str
    icon: Icon
    make: Callable[[Workplace], QWidget]
    order: int
    keys: str | None = None
    in_navigation: bool = True


class CommandOffer(NamedTuple):
    """Something the search can do that is about no case. `words` are what it is found by beside its title."""

    name: str
    title: str
    do: Callable[[Workplace], None]
    words: str = ""
    keys: str | None = None


class Scene(NamedTuple):
    """A picture of a screen: its name, and what opens the screen and returns the widget to draw.

    What `show` has opened is closed by `close`, where that is not the page itself.
    """

    name: str
    show: Callable[[Workplace], QWidget]
    close: Callable[[Workplace], None] | None = None
    small: bool = False


_NONE: Final[Mapping[Any, Any]] = MappingProxyType({})


class RoomOffer(NamedTuple):
    """Everything of one room. `forms` makes each form by the name of its draft, to open it again after a lock.

    `show_citizen` opens a citizen's page; one room has it. `begin` is called once when the worker has sat down, for
    what a room does by itself. `scenes` are what is drawn by `tovholder pictures`.
    """

    pages: tuple[PageOffer, ...] = ()
    case_actions: Mapping[CaseAction, Callable[[Workplace, Subject], None]] = _NONE
    commands: tuple[CommandOffer, ...] = ()
    forms: Mapping[str, Callable[[], CaseForm[Any]]] = _NONE
    show_citizen: Callable[[Workplace, str], None] | None = None
    begin: Callable[[Workplace], None] | None = None
    scenes: Callable[[], tuple[Scene, ...]] = tuple


def opens_form(form: Callable[[], CaseForm[Any]], *, by_row: bool = True) -> Callable[[Workplace, Subject], None]:
    """An action that opens a form about a case, and about the row of it that the queue's row counts from.

    Without `by_row` it is about the row that a screen has named, and otherwise finds its own.
    """

    def do(workplace: Workplace, subject: Subject) -> None:
        workplace.forms.open(form(), subject.case_id, subject.row_id if by_row else subject.about_id)

    return do
