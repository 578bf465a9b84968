"""What can be done about the ways into the store, each behind the passphrase that holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from db.errors import Refused
from ui.settings.access_dialog import AccessDialog
from ui.settings.secret_line import SecretLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.shell.workplace import Workplace


def change_passphrase_form(workplace: Workplace, parent: QWidget) -> AccessDialog:
    """The old passphrase, and the new one twice."""
    old = SecretLine("Nuværende adgangssætning")
    new = SecretLine("Ny adgangssætning", help_text="Mindst 12 tegn, gerne flere ord, der ikke hører sammen.")
    repeated = SecretLine("Gentag den nye")
    store = workplace.desk.store

    def work() -> Callable[[], object]:
        from db.store.access import change_passphrase

        if new.value() != repeated.value():
            message = "De to adgangssætninger er ikke ens. Skriv den samme begge steder."
            raise Refused(message, field="repeated", code="passphrases_differ")
        given, wanted = old.value(), new.value()
        return lambda: change_passphrase(store, given, wanted)

    about = "Den nye gælder med det samme, også for sikkerhedskopierne. Gendannelseskoden på papir gælder stadig."
    fields = {"old": old, "new": new, "repeated": repeated}
    return AccessDialog(
        "Skift adgangssætning", about, "Skift adgangssætning", fields, workplace.desk.runner, work, parent
    )


def new_code_form(workplace: Workplace, parent: QWidget) -> AccessDialog:
    """The passphrase, for a new recovery code."""
    from db.store.access import renew_recovery_code

    about = (
        "Der laves en ny kode, som vises én gang. Den gamle holder op med at virke i samme øjeblik, også til "
        "sikkerhedskopierne: makulér det gamle ark."
    )
    return _behind_passphrase(workplace, parent, ("Ny gendannelseskode", about, "Lav ny kode"), renew_recovery_code)


def keyring_form(workplace: Workplace, parent: QWidget) -> AccessDialog:
    """The passphrase, to let the keyring in."""
    from db.store.access import open_by_keyring

    about = (
        "Så længe du er logget på maskinen, åbner programmet uden adgangssætning, når det startes. Efter en lås bliver "
        "du altid spurgt."
    )
    return _behind_passphrase(workplace, parent, ("Åbn med nøgleringen", about, "Slå til"), open_by_keyring)


def _behind_passphrase(
    workplace: Workplace, parent: QWidget, words: tuple[str, str, str], do: Callable[..., object]
) -> AccessDialog:
    passphrase = SecretLine("Adgangssætning")
    store = workplace.desk.store

    def work() -> Callable[[], object]:
        given = passphrase.value()
        return lambda: do(store, given)

    title, about, save = words
    return AccessDialog(title, about, save, {"passphrase": passphrase}, workplace.desk.runner, work, parent)
