"""What is wrong with a rule file: every fault with file, rule and key, all of them at once."""

from __future__ import annotations

from dataclasses import dataclass

from db.errors import Refused


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault. `rule` is empty for the file's own head, `key` empty for what concerns a rule as a whole."""

    file: str
    rule: str
    key: str
    message: str

    def __str__(self) -> str:
        """As in `koebenhavn-2007.toml · CONTACT_DUE · due: …`."""
        return " · ".join(filter(None, (self.file, self.rule, self.key))) + f": {self.message}"


class RuleFileRefused(Refused):
    """A rule file cannot be used. `faults` are all of them, in the file's order; the message names each."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        """Carry the faults, and say them in Danish."""
        count = "1 fejl" if len(faults) == 1 else f"{len(faults)} fejl"
        head = f"Regelsættet kan ikke bruges, der er {count}:"
        super().__init__("\n".join((head, *map(str, faults))), code="rule_file")
        self.faults = faults
