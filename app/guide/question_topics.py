"""What each question of the bank is about, in two or three words: a chip has no room for the question itself."""

from __future__ import annotations

from typing import Final

_TOPICS: Final = {
    "Q01": "Timer om ugen",
    "Q02": "Fremmøde",
    "Q03": "Selvstændige opgaver",
    "Q04": "Behov for støtte",
    "Q05": "Skånehensyn",
    "Q06": "Realistisk jobmål",
    "Q07": "Andre brancher",
    "Q08": "Samarbejde",
    "Q09": "Omstilling",
    "Q10": "Mundtligt dansk",
    "Q11": "Skriftligt dansk",
    "Q12": "Sproget som hindring",
    "Q13": "Læring af nye opgaver",
    "Q14": "Egne forventninger",
    "Q15": "Hverdag og pasning",
    "Q16": "Netværk",
    "Q17": "Manglende kurser",
    "Q18": "Klar til praktik",
    "Q19": "Mulig arbejdsgiver",
    "Q20": "Tro på job",
    "Q21": "Hvad der virker",
    "Q22": "Næste skridt",
    "Q23": "Matchkategori",
    "Q24": "Behov for helbredsafklaring",
}


def topic_of(code: str, text: str | None = None) -> str:
    """The topic of a question; of one that is not of the common bank its own text, else its code."""
    return _TOPICS.get(code) or text or code
