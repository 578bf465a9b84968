"""Ret oplysninger: what is known of a citizen as a person, and the CPR number in a form of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from app.cases.addresses import Address, full_line, split_address
from app.cases.change_citizen import ChangeCitizen, ChangeCpr, ChangedMeanwhile, change_citizen, change_cpr
from app.cases.citizen_page import citizen_page
from app.cases.cpr import Cpr
from app.cases.details import CitizenDetails
from app.cases.words import CONTACT_WISHES
from db.errors import Refused
from db.values.people import ContactWish
from ui.citizen.plain_dialog import Arrangement, Opened, PlainDialog, Words, read_plain, read_with
from ui.forms.case_form import CaseForm
from ui.forms.choice_fields import Choice, SegmentedChoice, YesNoUnknown
from ui.forms.field import Field
from ui.forms.number_field import NumberField
from ui.forms.text_fields import TextLine

if TYPE_CHECKING:
    from app.work import Work

DETAILS_FORM: Final = "citizen_details"
CPR_FORM: Final = "citizen_cpr"

_PAIRS: Final = (
    ("name", "phone"),
    ("email", "contact_wish"),
    ("interpreter_needed", "language"),
    ("children_at_home", "vocational_education"),
)


def details_form() -> CaseForm[Opened[CitizenDetails]]:
    """Return the form of a citizen's details."""

    def details(work: Work, case_id: str, _about: str) -> CitizenDetails:
        return citizen_page(work.session, case_id, worker_id=work.author, today=work.today).details

    return CaseForm(DETAILS_FORM, read_with("Ret oplysninger", details), _make, change_citizen)


def cpr_form() -> CaseForm[Opened[None]]:
    """Return the form of another CPR number."""

    def make(opened: Opened[None], today: date, window: QWidget) -> PlainDialog:
        number = TextLine("Nyt CPR-nummer", help_text="Ti cifre. Fødselsdagen følger med.")
        words = Words(
            "Ret CPR-nummer", "Ret CPR-nummer", "CPR-nummeret er rettet.",
            "Brug det, når nummeret er skrevet forkert, eller når et erstatningsnummer er blevet til et rigtigt.",
        )  # fmt: skip
        return PlainDialog(
            words, opened.case, {"cpr": number},
            lambda: ChangeCpr(opened.case.case_id, Cpr.parse(number.value())), today, window,
        )  # fmt: skip

    return CaseForm(CPR_FORM, read_plain("Ret CPR-nummer"), make, change_cpr)


class SeenField(Field):
    """What the details were when the form was opened; kept with the draft, so that an old draft stays old."""

    def __init__(self, seen: CitizenDetails) -> None:
        """Remember them; nothing is shown."""
        super().__init__("")
        self.seen = seen
        self.place(QWidget())
        self.hide()

    def state(self) -> object:
        """The details as JSON knows them."""
        return asdict(self.seen)

    def set_state(self, state: object) -> None:
        """Bring them back from a draft."""
        if isinstance(state, dict) and isinstance(state.get("address"), dict):
            known = {**asdict(self.seen), **state}
            known["address"] = Address(**known["address"])
            wish = known["contact_wish"]
            known["contact_wish"] = ContactWish(wish) if wish else None
            self.seen = CitizenDetails(**known)


class DetailsDialog(PlainDialog):
    """Says at a field what somebody else has written there meanwhile; saved again, one's own is written."""

    told: frozenset[str] = frozenset()

    def show_refused(self, refused: Refused) -> None:
        """Add what stands there now, which a message never repeats."""
        if isinstance(refused, ChangedMeanwhile) and refused.field is not None:
            self.told |= {refused.field}
            told = Refused(f"{refused.message} Nu står der: {refused.now}.", field=refused.field, code=refused.code)
            super().show_refused(told)
        else:
            super().show_refused(refused)


def _make(opened: Opened[CitizenDetails], today: date, window: QWidget) -> DetailsDialog:
    seen = SeenField(opened.facts)
    fields = _fields(opened.facts)

    def request() -> ChangeCitizen:
        return ChangeCitizen(opened.case.case_id, _details(fields, seen.seen), seen.seen, dialog.told)

    words = Words("Ret oplysninger", "Gem oplysninger", "Oplysningerne er gemt.")
    dialog = DetailsDialog(
        words, opened.case, {**fields, "seen": seen}, request, today, window,
        Arrangement({"seen": lambda: False}, _PAIRS),
    )  # fmt: skip
    return dialog


def _fields(details: CitizenDetails) -> dict[str, Field]:
    name, phone, email = TextLine("Navn"), TextLine("Telefon"), TextLine("E-mail")
    address = TextLine(
        "Adresse", help_text="Vej og nummer, etage og dør, postnummer og by. Boligområdet følger adressen."
    )
    protected = SegmentedChoice(
        "Adressebeskyttelse",
        {"no": "Nej", "yes": "Ja"},
        help_text="Ja: adressen vises ikke i lister og udskrives ikke.",
    )
    language = TextLine("Tolkesprog")
    interpreter = SegmentedChoice("Tolk", {"no": "Nej", "yes": "Ja"})
    wish: Choice[ContactWish] = Choice("Vil helst kontaktes med", CONTACT_WISHES, empty="Ikke spurgt")
    children = NumberField("Hjemmeboende børn", largest=30)
    education = YesNoUnknown("Erhvervsuddannelse")
    name.set_value(details.name)
    phone.set_value(details.phone or "")
    email.set_value(details.email or "")
    address.set_value(full_line(details.address))
    protected.set_value("yes" if details.address_protected else "no")
    language.set_value(details.language or "")
    interpreter.set_value("yes" if details.interpreter_needed else "no")
    wish.set_value(details.contact_wish)
    children.set_value(details.children_at_home)
    education.set_value(details.vocational_education)
    return {
        "name": name, "phone": phone, "email": email, "contact_wish": wish,
        "address": address, "address_protected": protected, "interpreter_needed": interpreter, "language": language,
        "children_at_home": children, "vocational_education": education,
    }  # fmt: skip


def _details(fields: Mapping[str, Field], seen: CitizenDetails) -> CitizenDetails:
    """The details as the fields say them; what the form does not ask about stays as it was seen."""
    typed = {name: getattr(field, "value")() for name, field in fields.items()}  # noqa: B009 - each kind has its own.
    # An address that was not touched stays in the parts that it was kept in.
    same = typed["address"] == full_line(seen.address)
    return replace(
        seen,
        name=typed["name"],
        phone=typed["phone"] or None,
        email=typed["email"] or None,
        address=seen.address if same else split_address(typed["address"]),
        address_protected=typed["address_protected"] == "yes",
        language=typed["language"] or None,
        interpreter_needed=typed["interpreter_needed"] == "yes",
        contact_wish=typed["contact_wish"],
        children_at_home=None if typed["children_at_home"] is None else int(typed["children_at_home"]),
        vocational_education=typed["vocational_education"],
    )
