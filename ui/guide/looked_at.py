"""What was looked at on the way to a choice: it records itself, and a draft keeps it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ui.forms.field import Field
from ui.theme.labels import stored


class Looked(NamedTuple):
    """One offer that was looked at."""

    offer_id: str
    title: str


@dataclass
class LookedAt:
    """For one citizen: every offer whose profile was opened or that was compared, in the order it was first seen."""

    case_id: str | None = None
    offers: list[Looked] = field(default_factory=list)

    def begin(self, case_id: str | None) -> None:
        """Begin anew with another citizen; the same one goes on."""
        if case_id != self.case_id:
            self.case_id, self.offers = case_id, []

    def add(self, offer_id: str, title: str) -> None:
        """Note an offer once."""
        if all(each.offer_id != offer_id for each in self.offers):
            self.offers.append(Looked(offer_id, title))

    def besides(self, offer_id: str) -> tuple[Looked, ...]:
        """The alternatives to a choice."""
        return tuple(each for each in self.offers if each.offer_id != offer_id)


class LookedField(Field):
    """Shows the alternatives; nothing is typed in it. It holds the criteria that are not met as well."""

    def __init__(self, label: str, offers: Sequence[Looked], unmet: Sequence[str]) -> None:
        """Show what was looked at so far."""
        super().__init__(label, help_text=self.tr("Det noteres af sig selv, når du ser en profil eller sammenligner."))
        self.offers, self.unmet = tuple(offers), tuple(unmet)
        self._text = stored("", wrap=True)
        self.place(self._text)
        self._show()

    def state(self) -> object:
        """All of it."""
        return {"offers": [list(each) for each in self.offers], "unmet": list(self.unmet)}

    def set_state(self, state: object) -> None:
        """Bring it back; what was looked at since then stays too."""
        if not isinstance(state, dict):
            return
        kept = [
            Looked(*map(str, each)) for each in state.get("offers", ()) if isinstance(each, list) and len(each) == 2
        ]
        self.offers = tuple(dict.fromkeys((*kept, *self.offers)))
        self.unmet = self.unmet or tuple(map(str, state.get("unmet", ())))
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        titles = [each.title for each in self.offers]
        self._text.setText("\n".join(titles) if titles else self.tr("Ingen andre tilbud."))
