"""Columns chosen on the screen: what is missing, what does not fit, and what is kept for the next file."""

from __future__ import annotations

from app.clock import FixedClock
from app.imports.column_choice import column_states, first_choice, mapping_of
from app.imports.kept_mappings import KeepMapping, keep_mapping, kept_kind, kept_mapping
from app.imports.kinds.citizens import CITIZENS as KIND
from app.imports.mapping import NO_MAPPING
from app.imports.reading import peek
from app.work import working
from tests.helpers.desk import TODAY
from tests.helpers.import_office import ImportOffice, counts

FOREIGN = ("PNR", "Navn", "Ydelsesart", "Siden", "enhed", "Sagsbehandler", "navn på barn")
ROWS = (
    ("610175-1001", "Anna Test", "kontanthjælp", "01-02-2007", "Nyropsgade", "M. Holm", "Bo Test"),
    ("620180-1002", "Bo Prøve", "kontanthjælp", "02-02-2007", "Nyropsgade", "", ""),
)


def test_that_missing_columns_and_columns_that_do_not_fit_are_told_at_once(office: ImportOffice) -> None:
    peeked = peek(office.write([FOREIGN, *ROWS]))
    chosen = first_choice(KIND, peeked.headings, NO_MAPPING)
    states = {state.heading: state for state in column_states(KIND, peeked, chosen)}
    assert {heading for heading, state in states.items() if state.fault} == {"cpr", "ydelse", "ydelse_fra", "tovholder"}
    assert states["navn"].examples == ("Anna Test", "Bo Prøve")
    chosen |= {"cpr": 0, "ydelse": 3, "ydelse_fra": 3, "tovholder": 5}
    states = {state.heading: state for state in column_states(KIND, peeked, chosen)}
    assert states["cpr"].examples == ("610175-····", "620180-····")
    assert states["ydelse"].fault == "Kolonnen er valgt to gange."
    chosen["ydelse"] = 1
    states = {state.heading: state for state in column_states(KIND, peeked, {**chosen, "navn": None})}
    assert states["ydelse"].fault == "2 af 2 kan ikke læses: Ordet står ikke på listen."
    assert states["navn"].fault == "Skal vælges."
    chosen |= {"navn": 1, "ydelse": 2}
    assert not [state.fault for state in column_states(KIND, peeked, chosen) if state.fault]


def test_that_two_columns_of_one_name_and_empty_columns_are_told(office: ImportOffice) -> None:
    peeked = peek(office.write([("cpr", "navn", "navn", ""), ("610175-1001", "A", "B", "x")]))
    chosen = first_choice(KIND, peeked.headings, NO_MAPPING)
    states = {state.heading: state for state in column_states(KIND, peeked, {**chosen, "adresse": 3})}
    assert states["navn"].fault == "To kolonner i filen hedder det samme. Omdøb den ene."
    assert states["adresse"].fault == "Kolonnen har ingen overskrift i filen. Giv den en."
    empty = peek(office.write([("cpr", "navn"), ("610175-1001", "")]))
    states = {s.heading: s for s in column_states(KIND, empty, first_choice(KIND, empty.headings, NO_MAPPING))}
    assert states["navn"].fault == "Alle de første celler er tomme."


def test_that_examples_leave_out_rows_whose_address_is_protected(office: ImportOffice) -> None:
    rows = [("adresse", "adressebeskyttet"), ("Skjult Vej 1", "ja"), ("Åben Vej 2", "nej"), ("Uvis Vej 3", "måske")]
    peeked = peek(office.write(rows))
    states = column_states(KIND, peeked, first_choice(KIND, peeked.headings, NO_MAPPING))
    assert next(each for each in states if each.heading == "adresse").examples == ("Åben Vej 2",)


def test_that_what_was_chosen_is_read_so_and_kept_for_the_next_file_of_the_shape(office: ImportOffice) -> None:
    path = office.write([FOREIGN, *ROWS])
    peeked = peek(path)
    chosen = first_choice(KIND, peeked.headings, NO_MAPPING)
    chosen |= {"cpr": 0, "navn": 1, "ydelse": 2, "ydelse_fra": 3, "tovholder": 5}
    mapping = mapping_of(KIND, peeked, chosen, {})
    report = office.take("borgere", path, mapping=mapping)
    assert counts(report) == (2, 0, 0, 0)
    assert report.ignored_columns == ("navn på barn",)
    desk = office.desk
    clock = FixedClock(TODAY)
    with working(desk.store, author=desk.me, clock=clock, make_id=desk.make_id, use_case="keep_mapping") as work:
        keep_mapping(work, KeepMapping("borgere", peeked.headings, mapping))
    with desk.memory.reading() as session:
        # In another order and another dress it is the same shape.
        again = kept_mapping(session, "borgere", ["afvist_fordi", *(each.upper() for each in reversed(FOREIGN))])
        assert again is not None
        assert again == mapping
        assert kept_kind(session, ("samtaler", "borgere"), FOREIGN) == "borgere"
        assert kept_mapping(session, "samtaler", FOREIGN) is None
        assert kept_mapping(session, "borgere", FOREIGN[:-1]) is None
    assert first_choice(KIND, peeked.headings, again) == chosen
    # A column that is not chosen is not read, although its name is known.
    chosen["navn"] = 6
    renamed = office.take("borgere", path, mapping=mapping_of(KIND, peeked, chosen, {}), dry_run=True, preview=True)
    assert renamed.preview is not None
    assert ("navn", "navn på barn") in renamed.preview.columns
