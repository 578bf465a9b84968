"""Modtagelse: the citizen, benefit, checklist, talk, match, language and visitation on one screen, saved at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from app.cases.receive import ReceiveCitizen
from app.cases.reception_view import FoundCase, KnownCitizen, OpenedReception
from app.cases.words import BENEFITS
from ui.danish_dates import full_date
from ui.forms.form import Form
from ui.forms.section import Section
from ui.forms.sectioned_dialog import SectionedDialog
from ui.forms.side_panel import SideLine, side_panel
from ui.reception.match_part import history_lines
from ui.reception.reception_fields import MatchChoice, ReceptionFields
from ui.reception.reception_request import reception_request
from ui.theme.labels import frame, stored
from ui.theme.tokens import Size, Space, Tone


class ReceptionDialog(SectionedDialog):
    """One reception, of a new citizen or of one who is known.

    `cpr_typed` carries a whole number as it was typed for somebody new, for whoever looks it up and calls
    `show_found`. `continue_wanted` carries the case that is to be opened in this form's place.
    """

    cpr_typed = Signal(object)
    continue_wanted = Signal(str)

    done_words = "Modtagelsen er gemt."

    def __init__(
        self, opened: OpenedReception, today: date, parent: QWidget | None = None, *, at: str | None = None
    ) -> None:
        """Make the form, with its draft where there is one; `at` names the field to begin at."""
        super().__init__(self.tr("Modtagelse"), self.tr("Gem modtagelse"), today, parent)
        self.resize(Size.DIALOG[0] + Size.WHY_PANEL, Size.DIALOG[1] + 3 * Size.ROW)
        self._opened = opened
        self._looked_up = ""
        self._found: FoundCase | None = None
        self.fields = ReceptionFields(today, opened)
        self._found_bar, self._found_words = frame("reason"), stored("", wrap=True)
        self.go_on = QPushButton(self.tr("Fortsæt på den sag"))
        self._lay_out()
        by_name = self.fields.by_name()
        if opened.known is not None:
            by_name.pop("cpr")
            self.fields.cpr.hide()
        self.fields.match.changed.connect(self._show_match)
        self.fields.cpr.changed.connect(self._look_up)
        self.go_on.clicked.connect(self._go_on)
        known = opened.known
        side = side_panel(_side(known)) if known is not None else None
        self.finish(Form(by_name, self), known.head if known else None, opened.draft, side)
        self._show_match()
        if opened.draft is None:
            first = by_name.get(at or ("cpr" if known is None else "benefit"), self.fields.name)
            self.reveal(first)
            first.take_focus()

    def request(self) -> ReceiveCitizen:
        """The reception as the fields say it."""
        return reception_request(self.fields, self._opened)

    def show_found(self, found: FoundCase | None) -> None:
        """Say that there is a case with the number already, and offer to go on with it; None takes that away."""
        self._found = found
        self._found_bar.setVisible(found is not None)
        if found is None:
            return
        may_open = found.name is not None and found.born is not None
        self.go_on.setVisible(may_open)
        if not may_open:
            self._found_words.setText(self.tr("Der er en sag på CPR-nummeret, og den er spærret. Tal med din leder."))
            return
        words = self.tr("Der er allerede en sag på CPR-nummeret: {name}.").format(name=found.name)
        if found.closed:
            words += " " + self.tr("Den er afsluttet og genåbnes, når du gemmer.")
        self._found_words.setText(words)
        # More than who it is must not go when the other case is opened; then the person says so.
        if self.form.touched() <= {"cpr", "name"}:
            self._go_on()

    def _go_on(self) -> None:
        if self._found is not None:
            self.continue_wanted.emit(self._found.case_id)

    def _look_up(self) -> None:
        found = self.fields.cpr.value()
        typed = found.digits if found is not None and self.fields.cpr.is_whole() else ""
        if typed == self._looked_up:
            return
        self._looked_up = typed
        if found is not None and typed:
            self.cpr_typed.emit(found)
        else:
            self.show_found(None)

    def _show_match(self) -> None:
        self.fields.match_part.setVisible(self.fields.match.value() is MatchChoice.NEW)
        self.fields.match_later.setVisible(self.fields.match.value() is MatchChoice.LATER)

    def _lay_out(self) -> None:
        fields, known = self.fields, self._opened.known
        if known is not None and known.closed_on is not None:
            self.body.addWidget(self._closed_bar(known.closed_on))
        who = self._section(self.tr("Borgeren"), folded=known is not None)
        if known is None:
            who.add(fields.cpr, fields.name)
            who.add_widget(self._make_found_bar())
            who.add(fields.received_on, fields.enquiry_on)
        else:
            who.add(fields.received_on, fields.enquiry_on)
            who.add(fields.name)
        who.add(fields.address)
        who.add(fields.phone, fields.email)
        who.add(fields.contact_wish, fields.protected)
        who.add(fields.interpreter_language, fields.interpreter)
        who.add(fields.children, fields.education)
        home = self._section(self.tr("Ægtefælle og husstand"), self._household_words(), folded=True)
        home.add(fields.spouse_cpr, fields.apart)
        money = self._section(self.tr("Ydelse"))
        money.add(fields.benefit, fields.benefit_from_on, fields.benefit_to_on)
        money.add(fields.notice_on, fields.entitlement_enquiry_on, fields.entitlement_notice_on)
        points = self._section(self.tr("Tjekliste"), self._checklist_words(), folded=True)
        points.add(fields.ticks)
        points.add(fields.guidance, fields.leaflets)
        talk = self._section(self.tr("Samtale og match"))
        talk.add(fields.talk_form)
        talk.add(fields.note)
        talk.add(fields.match)
        talk.add_widget(fields.match_part)
        talk.add(fields.match_later)
        talk.add(fields.next_step)
        talk.add(fields.next_contact_on)
        language = self._section(self.tr("Dansk"), self.tr("når sproget ses som en hindring"), folded=True)
        language.add(fields.main_barrier)
        language.add(fields.how_tested)
        language.add(fields.spoken, fields.written)
        language.add(fields.other_barrier)
        language.add(fields.special_unit)
        language.add(fields.language_reason)
        where = self._section(self.tr("Visitation"))
        where.add(fields.unit, fields.worker)
        where.add(fields.holder_reason)

    def _section(self, title: str, about: str = "", *, folded: bool = False) -> Section:
        made = Section(title, about, folded=folded)
        self.add_section(made)
        return made

    def _make_found_bar(self) -> QFrame:
        row = QHBoxLayout(self._found_bar)
        row.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        row.addWidget(self._found_words, stretch=1)
        row.addWidget(self.go_on)
        self._found_bar.hide()
        return self._found_bar

    def _closed_bar(self, closed_on: date) -> QFrame:
        bar = frame("reason")
        row = QHBoxLayout(bar)
        row.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        words = self.tr("Sagen blev afsluttet {day}. Den genåbnes, når du gemmer.").format(day=full_date(closed_on))
        row.addWidget(stored(words, wrap=True))
        return bar

    def _household_words(self) -> str:
        known = self._opened.known
        return ", ".join(known.household) if known else ""

    def _checklist_words(self) -> str:
        known = self._opened.known
        if known is None:
            return self.tr("intet gjort endnu")
        done = sum(line.done_on is not None for line in known.intake)
        return self.tr("{done} af {all} er gjort").format(done=done, all=len(known.intake))


def _side(known: KnownCitizen) -> Iterator[SideLine]:
    yield SideLine("Gjort i modtagelsen", "heading")
    done = [line for line in known.intake if line.done_on is not None]
    if not done:
        yield SideLine("Intet på tjeklisten er gjort.", "muted")
    for line in done:
        by = f" · {line.done_by}" if line.done_by else ""
        yield SideLine(f"{full_date(line.done_on or date.min)}{by}", "fine")
        yield SideLine(line.label + (f": {line.detail}" if line.detail else ""))
    yield SideLine("Ydelse", "heading")
    if known.benefit is None:
        yield SideLine("Ingen ydelse er registreret.", "muted")
    else:
        yield SideLine(f"{BENEFITS[known.benefit.benefit]} fra {full_date(known.benefit.from_on)}")
        asked, answered = known.benefit.entitlement_enquiry_on, known.benefit.entitlement_notice_on
        if asked is not None and answered is None:
            yield SideLine(f"Venter på Ydelsesservice siden {full_date(asked)}", tone=Tone.AMBER)
    yield from history_lines(known.matches)
