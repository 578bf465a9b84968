"""Reads what imports have left for a person, says how much it is, and settles it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from ui.operation import Road

if TYPE_CHECKING:
    from app.changes import Changes, Done
    from app.imports.findings import FormerRun, OpenFinding
    from app.imports.missing_offers import MissingOffer
    from ui.shell.workplace import Workplace

    _Left = tuple[tuple[OpenFinding, ...], tuple[MissingOffer, ...], tuple[FormerRun, ...]]

PAGE: Final = "imports"
_KINDS: Final = frozenset({"case_closing", "citizen", "offer", "restricted_case"})


class FindingsDesk(QObject):
    """`read_again` carries the open findings, the offers that are missing, and the former runs."""

    read_again = Signal(object, object, object)

    def __init__(self, workplace: Workplace) -> None:
        """Listen to what may have settled one."""
        super().__init__(workplace)
        self._workplace = workplace
        workplace.desk.runner.changes.changes_made.connect(self._note_changes)

    def read(self) -> None:
        """Read everything anew."""
        desk = self._workplace.desk

        def read(session: Any) -> _Left:  # noqa: ANN401 - no type here.
            from app.imports.findings import former_runs, open_findings
            from app.imports.missing_offers import missing_offers

            findings = open_findings(session, worker_id=desk.author, today=desk.clock.today())
            return findings, missing_offers(session), former_runs(session)

        self._workplace.run(Road.READ, desk.read(read), self._show, self)

    def keep(self, ids: Sequence[str]) -> None:
        """Let our own stand, and offer to ask again."""
        from app.imports.settling import AskAgain, KeepFindings, ask_again, keep_findings

        desk, asked = self._workplace.desk, tuple(ids)
        words = self.tr("1 linje er beholdt.") if len(asked) == 1 else self.tr("{count} linjer er beholdt.")

        def undo() -> None:
            self.write(desk.use(ask_again, AskAgain(asked)))

        def kept(_done: Done) -> None:
            self._workplace.say(words.format(count=len(asked)), undo)

        self.write(desk.use(keep_findings, KeepFindings(asked)), kept)

    def take(self, ids: Sequence[str]) -> None:
        """Take the extract's values."""
        from app.imports.settling import TakeExtract, take_extract

        asked = tuple(ids)
        words = self.tr("Udtrækkets værdi er taget.") if len(asked) == 1 else self.tr("{count} værdier er taget.")
        work = self._workplace.desk.use(take_extract, TakeExtract(asked))
        self.write(work, lambda _done: self._workplace.say(words.format(count=len(asked))))

    def withdraw(self, ids: Sequence[str]) -> None:
        """Withdraw offers, and offer to bring them back."""
        from app.imports.missing_offers import BringOffersBack, WithdrawOffers, bring_offers_back, withdraw_offers

        desk, asked = self._workplace.desk, tuple(ids)
        words = self.tr("1 tilbud er trukket tilbage.")
        if len(asked) > 1:
            words = self.tr("{count} tilbud er trukket tilbage.").format(count=len(asked))

        def undo() -> None:
            self.write(desk.use(bring_offers_back, BringOffersBack(asked)))

        def withdrawn(done: Done) -> None:
            self._workplace.say(" ".join((words, *done.notices)), undo)

        self.write(desk.use(withdraw_offers, WithdrawOffers(asked)), withdrawn)

    def write(self, work: Callable[[], Done], done: Callable[[Done], None] = lambda _done: None) -> None:
        """Save, and read again: what is settled is no row that travels, so that no change is told."""

        def saved(outcome: Done) -> None:
            done(outcome)
            self.read()

        self._workplace.run(Road.WRITE, work, saved, self)

    def _show(self, found: _Left) -> None:
        findings, offers, runs = found
        self._workplace.window.navigation.show_count(PAGE, len(findings) + len(offers))
        self.read_again.emit(findings, offers, runs)

    def _note_changes(self, changes: Changes, _initiator: QObject | None) -> None:
        if changes.kinds & _KINDS:
            self.read()


def findings_desk(workplace: Workplace) -> FindingsDesk:
    """The one of the workplace, made when it is first asked for."""
    made = workplace.findChild(FindingsDesk)
    return made if isinstance(made, FindingsDesk) else FindingsDesk(workplace)
