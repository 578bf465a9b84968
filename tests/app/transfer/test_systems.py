"""Which systems something goes to: data, with a reader that names file, place and key."""

from __future__ import annotations

import pytest

from app.transfer.systems import EntryField, Subject, read_systems, the_systems
from db.errors import Refused
from db.values.people import ExternalSystem

SYSTEM = '[[system]]\nkey = "komma"\nname = "KOMMA"\ntalk = ["date", "note"]\n'
UNITS = {"cjf"}


def test_that_the_systems_of_the_program_hold_together() -> None:
    systems = the_systems()
    assert systems.needed(Subject.TALK, "musvaagevej", 4) == (ExternalSystem.KOMMA,)
    assert systems.needed(Subject.PLACEMENT, "musvaagevej", 4) == (ExternalSystem.TENDER_PORTAL,)
    assert systems.needed(Subject.PLACEMENT, "musvaagevej", None) == (ExternalSystem.KOMMA,)
    assert systems.needed(Subject.PLACEMENT, "cjf", 2) == (ExternalSystem.KOMMA, ExternalSystem.WORKBASE)
    assert systems.order(ExternalSystem.LABOUR_MARKET_PORTAL, Subject.TALK)[:2] == (EntryField.CPR, EntryField.DATE)
    assert systems.name(ExternalSystem.TENDER_PORTAL) == "Udbudsportalen"


def test_that_rules_are_added_up_and_asked_by_unit_and_match() -> None:
    text = SYSTEM + ('[[rule]]\nsubject = "talk"\nsystems = ["komma"]\nunits = ["cjf"]\nmatch = ["1", "ingen"]\n')
    systems = read_systems(text, UNITS)
    assert systems.needed(Subject.TALK, "cjf", 1) == systems.needed(Subject.TALK, "cjf", None) != ()
    assert systems.needed(Subject.TALK, "cjf", 4) == systems.needed(Subject.TALK, None, 1) == ()
    assert systems.needed(Subject.MATCH, "cjf", 1) == ()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[[system]\n", "systems.toml"),
        ('[[system]]\nkey = "komma"\n', "system 1: »name« mangler"),
        (SYSTEM + SYSTEM, "system 2: »key« »komma« er brugt før"),
        (SYSTEM.replace('"note"', '"goal"'), "system 1: »talk« nævner »goal«"),
        (SYSTEM.replace('"note"', '"date"'), "system 1: »talk« skal nævne hver oplysning én gang"),
        (SYSTEM + "colour = 1\n", "system 1: »colour« kendes ikke"),
        (SYSTEM + '[[rule]]\nsubject = "visit"\n', "rule 1: »subject« skal være en af"),
        (SYSTEM + '[[rule]]\nsubject = "talk"\nsystems = []\n', "rule 1: »systems« skal nævne mindst ét"),
        (SYSTEM + '[[rule]]\nsubject = "talk"\nsystems = ["labour_market_portal"]\n', "må ikke nævne"),
        (SYSTEM + '[[rule]]\nsubject = "match"\nsystems = ["komma"]\n', "som i [[system]] ikke beder om"),
        (SYSTEM + '[[rule]]\nsubject = "talk"\nsystems = ["komma"]\nmatch = ["6"]\n', "rule 1: »match« nævner »6«"),
        (SYSTEM + '[[rule]]\nsubject = "talk"\nsystems = ["komma"]\nunits = ["x"]\n', "rule 1: »units« nævner »x«"),
    ],
)
def test_that_what_does_not_hold_together_is_refused_by_its_place(text: str, named: str) -> None:
    with pytest.raises(Refused) as refused:
        read_systems(text, UNITS)
    assert refused.value.code == "bad_reference_data"
    assert named in refused.value.message
