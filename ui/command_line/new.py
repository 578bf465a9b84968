"""`tovholder new`: a new, empty store."""

from __future__ import annotations

import argparse

from db.errors import Refused
from db.values.people import Role
from ui.command_line.program import Program
from ui.new_store import NewStore, UnitChoice, create_store, unit_choices


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Who will sit at the store, and where."""
    parser.add_argument("--name", required=True, metavar="NAVN", help="navn, som kolleger skriver det: M. Holm")
    parser.add_argument("--unit", required=True, metavar="ENHED", help="enhedens navn")
    parser.add_argument(
        "--role", default=Role.CASEWORKER.value, choices=[*map(str, Role)], metavar="ROLLE", help=", ".join(Role)
    )


def run(options: argparse.Namespace, program: Program) -> int:
    """Make the store; the recovery code goes to standard error, so that no file of results keeps it."""
    unit = _unit(options.unit)
    request = NewStore(options.name, unit.id, Role(options.role), program.new_passphrase())
    created = create_store(program.store_directory, request, program.clock, program.make_id)
    program.adopt(created.store)
    if created.notice:
        program.tell(created.notice)
    program.tell("Gendannelseskode. Skriv den ned nu; den vises ikke igen:")
    program.tell(created.recovery_code)
    program.say(f"Lageret er oprettet i {program.store_directory}")
    return 0


def _unit(name: str) -> UnitChoice:
    choices = unit_choices()
    for unit in choices:
        if unit.name.casefold() == name.strip().casefold():
            return unit
    names = "\n  ".join(unit.name for unit in choices)
    raise Refused(f"Enheden kendes ikke. Vælg en af:\n  {names}", field="unit", code="unknown_unit")
