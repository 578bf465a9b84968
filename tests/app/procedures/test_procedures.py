"""Procedure cards: the program's own, which card a row has, and what is wrong with a broken one."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.procedures.procedure import procedure_for
from app.procedures.reader import ProcedureFileRefused, parse_procedure, read_procedure, standard_procedures

COMMON = (
    "CONTACT_DUE", "MATCH_MISSING", "PLAN_MISSING", "ABSENCE_REPORTED", "SICK_FOLLOWUP_4W", "CASE_STEP_DUE",
    "FEEDBACK_OVERDUE", "CEILING_WARNING", "YOUTH_ALERT", "PORTAL_REPORT",
)  # fmt: skip

CARD = 'title = "Ny"\nkinds = ["CALLBACK"]\nsteps = ["Ring."]\nsource = "kommunens eget valg"\n'


def test_that_every_common_kind_has_a_card_with_steps_and_source() -> None:
    for kind in COMMON:
        card = procedure_for(kind, 2, standard_procedures())
        assert card is not None, kind
        assert 4 <= len(card.steps) <= 7
        assert card.source


def test_that_no_two_cards_are_for_the_same_row() -> None:
    cards = standard_procedures()
    for kind in {kind for card in cards for kind in card.kinds}:
        for match in (None, 1, 2, 3, 4, 5):
            assert len([card for card in cards if card.fits(kind, match)]) <= 1


def test_that_the_band_of_match_decides_and_nobody_without_one_gets_a_card_for_a_band() -> None:
    cards = standard_procedures()
    titles = [getattr(procedure_for("CONTACT_DUE", match, cards), "title", None) for match in (3, 4, None)]
    assert titles == ["Kontaktsamtale, match 1–3", "Kontaktsamtale, match 4–5", None]
    assert procedure_for("CALLBACK", 4, cards) is None


def test_that_a_card_reads_as_it_is_written() -> None:
    card = parse_procedure(CARD, Path("ring-tilbage.toml"))
    assert (card.id, card.title, card.kinds, card.steps) == ("ring-tilbage", "Ny", ("CALLBACK",), ("Ring.",))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (CARD.replace("title", "titel"), "ny.toml · title: mangler"),
        (CARD.replace("title", "titel"), "ny.toml · titel: ukendt felt"),
        (CARD.replace("CALLBACK", "CALBACK"), "ny.toml · kinds: CALBACK er ikke en slags i køen"),
        (CARD.replace('["Ring."]', "[]"), "ny.toml · steps: skal være en liste af tekster"),
        (CARD + "match_from = 4\nmatch_to = 2\n", "ny.toml · match_to: ligger før match_from"),
        (CARD + "match_from = 6\n", "ny.toml · match_from: skal være et helt tal fra 1 til 5"),
        ("title =", "ny.toml: filen er ikke gyldig TOML"),
    ],
)
def test_that_every_fault_names_its_file_and_key(text: str, told: str) -> None:
    with pytest.raises(ProcedureFileRefused) as refused:
        parse_procedure(text, Path("ny.toml"))
    assert told in refused.value.message
    assert refused.value.code == "procedure_file"


def test_that_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "forkert.toml"
    broken.write_bytes(b'title = "\xff"')
    for path in (broken, tmp_path / "væk.toml", tmp_path):
        with pytest.raises(ProcedureFileRefused, match=path.name):
            read_procedure(path)
