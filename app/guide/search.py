"""Search as you type over the catalogue: parts of words, without accents, and Danish endings taken off.

2026-11-25. No stemming library: a guide is searched by nouns, and of the endings of Danish nouns and adjectives a
short list is enough. What is looked for is compared with the canonical text (`app/cases/names.py`), so that *lager* is
found inside *lagermedarbejder* and *paedagog* as *pædagog*. Each word is looked for without its ending, so that
*rengøringen* and *køkkener* find what *rengøring* and *køkken* find; what has the word whole has its stem too.
"""

from __future__ import annotations

from typing import Final

from app.cases.names import search_text

# After the canonical spelling (æ, ø, å are a, o, a); the longest first.
_ENDINGS: Final = ("ernes", "erne", "ende", "enes", "ene", "ens", "ers", "ets", "ere", "en", "er", "et", "es", "e", "s")
_SHORTEST_STEM: Final = 4


def stems_of(text: str) -> tuple[str, ...]:
    """What to look for in an offer's canonical text, all of it: nothing when nothing was typed."""
    return tuple(stem(word) for word in search_text(text).split())


def stem(word: str) -> str:
    """A canonical word without its ending; short words keep theirs."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word
