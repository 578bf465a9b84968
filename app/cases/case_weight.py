"""What a case weighs, so that workers are not compared by the number of their cases alone.

There is no norm for how many cases a worker has, so the weight is kept simple and said openly: whoever reads a figure
can reckon it. It is counted in hundredths. A leader may give a single case another base (`citizen.weight`).
"""

from __future__ import annotations

from typing import Final, NamedTuple

BASE: Final = 100
FAR_FROM_WORK: Final = 50
APPLICATION: Final = 50
INTERPRETER: Final = 25
SICKNESS: Final = 25

_FAR: Final = 4

HELP: Final = (
    "En sag vejer 1. Hertil lægges 0,5 ved match 4 eller 5, 0,5 ved en åben ansøgningssag, 0,25 når der skal bruges "
    "tolk, og 0,25 under et sygeforløb. Afsluttede sager vejer 0. Vægten er et skøn over arbejdet og ikke en norm."
)


class WeightFacts(NamedTuple):
    """What the weight is reckoned from. `base` is the case's own, in hundredths."""

    base: int = BASE
    match: int | None = None
    has_application: bool = False
    needs_interpreter: bool = False
    is_sick: bool = False
    is_closed: bool = False


def case_weight(facts: WeightFacts) -> int:
    """The weight in hundredths."""
    if facts.is_closed:
        return 0
    return (
        facts.base
        + FAR_FROM_WORK * (facts.match is not None and facts.match >= _FAR)
        + APPLICATION * facts.has_application
        + INTERPRETER * facts.needs_interpreter
        + SICKNESS * facts.is_sick
    )


def weight_words(hundredths: int) -> str:
    """As in `1,75`; without decimals where there are none."""
    whole, rest = divmod(hundredths, 100)
    return f"{whole},{rest:02}".rstrip("0").rstrip(",") if rest else str(whole)
