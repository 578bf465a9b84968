"""`resultatmål`: the indicators beside their targets, as the page of results shows them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.imports.dates import written_day
from app.results.labels import INDICATORS
from app.results.measure import Shape
from app.results.results import Result

NAME = "resultatmål"

HEADINGS = (
    "resultatmål", "område", "holder", "af", "undtaget", "nu", "mål", "senest", "vejen_i_dag", "ventet", "mangler",
    "enhed", "pr",
)  # fmt: skip

_UNITS = {Shape.SHARE: "procent", Shape.COUNT: "personer", Shape.AVERAGE: "uger"}


def target_lines(results: Iterable[Result]) -> list[Sequence[str]]:
    """Headings and rows."""
    return [HEADINGS, *(_line(result) for result in results)]


def _line(result: Result) -> Sequence[str]:
    measure, target = result.measure, result.target
    return (
        INDICATORS[measure.indicator],
        result.scope.name,
        _figure(measure.numerator),
        str(measure.denominator),
        str(len(measure.left_out)),
        _figure(measure.value),
        _figure(target.value if target else None),
        written_day(target.reach_on) if target and target.reach_on else "",
        _figure(result.path_today),
        _figure(result.projected),
        "" if result.more_needed is None else str(result.more_needed),
        _UNITS[measure.shape],
        written_day(measure.as_of),
    )


def _figure(figure: float | None) -> str:
    """With a decimal comma, and without decimals where there are none."""
    return "" if figure is None else f"{figure:.1f}".removesuffix(".0").replace(".", ",")
