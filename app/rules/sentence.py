"""A Danish sentence with placeholders, read once and filled many times."""

from __future__ import annotations

from dataclasses import dataclass
from string import Formatter


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text with named holes. `pattern` is the text with `%s` at each hole, `names` the holes in order."""

    pattern: str
    names: tuple[str, ...]

    def fill(self, words: tuple[str, ...]) -> str:
        """The text with the words, one for each of `names`, in its holes."""
        return self.pattern % words


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
    return Sentence("".join(parts), tuple(names))
