"""A Danish sentence with placeholders, read once and filled many times."""

from __future__ import annotations

from dataclasses import dataclass
from string import Formatter


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text with named holes: `pattern % words` fills it, with a word for each of `names` in order.

    Without holes `names` is empty and `pattern` the text itself.
    """

    pattern: str
    names: tuple[str, ...]

    def __str__(self) -> str:
        """As it is written in a rule set."""
        return self.pattern % tuple(f"{{{name}}}" for name in self.names) if self.names else self.pattern


def parse_sentence(text: str) -> Sentence:
    """Read a text with `{name}` placeholders. ValueError with a Danish message when the braces do not fit."""
    parts: list[str] = []
    names: list[str] = []
    try:
        pieces = list(Formatter().parse(text))
    except ValueError:
        raise ValueError("krøllede parenteser står ikke parvis om et navn") from None
    for literal, name, form, conversion in pieces:
        parts.append(literal.replace("%", "%%"))
        if name is None:
            continue
        if form or conversion or not name.isidentifier():
            raise ValueError(f"pladsholderen »{name}« kan ikke læses; skriv kun et navn, som {{date}}")
        names.append(name)
        parts.append("%s")
    pattern = "".join(parts)
    return Sentence(pattern if names else pattern % (), tuple(names))
