"""What an anchor finds: something has happened (or will) from which a deadline counts, and it is not answered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from app.queue.case_view import CaseView

NO_WORDS: Final[Mapping[str, str]] = MappingProxyType({})


class Event(NamedTuple):
    """An open event of one kind.

    `day` is the event's own day, which decides the rule row and is shown as the day counted from. `base` is
    the day the interval counts from where that is another, `due` the name of the interval where the kind has
    several, `due_on` a legal date that beats the interval, `opens_on` and `amber_on` days that beat the
    rule's. `variant` names the sentence, `words` fill its further placeholders. `waiting_for` is whose turn
    it is when it may be another's; the rule's `turn` says until when. `consequence` and `worker_id` are only
    given by what brings its own.
    """

    kind: str
    event_id: str
    day: date
    variant: str = ""
    occurrence: str = ""
    base: date | None = None
    due: str = ""
    due_on: date | None = None
    opens_on: date | None = None
    amber_on: date | None = None
    words: Mapping[str, str] = NO_WORDS
    waiting_for: str | None = None
    waiting_since: date | None = None
    consequence: int | None = None
    worker_id: str | None = None


# Most anchors find nothing for most citizens; an empty tuple is the cheapest way to say so.
NOTHING: Final[tuple[Event, ...]] = ()

Anchor = Callable[["CaseView"], Iterable[Event]]
