"""Who would get which of many cases, so that the weight is even; and what each would have before and after. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.cases.workload import Workload


class CaseToSpread(NamedTuple):
    """A case with what the plan asks of it; those of one household stay with one holder."""

    case_id: str
    holder_id: str | None
    weight: int
    household: str | None = None


class LoadChange(NamedTuple):
    """One worker's cases and weight (in hundredths) before and after."""

    worker_id: str
    name: str
    cases_before: int
    cases_after: int
    weight_before: int
    weight_after: int


def spread_plan(
    cases: Sequence[CaseToSpread], to_worker_ids: Sequence[str], loads: Mapping[str, Workload]
) -> Mapping[str, tuple[str, ...]]:
    """The cases of each new holder: the heaviest first, each to whoever then has the least."""
    if not to_worker_ids:
        return {}
    homes: defaultdict[str, list[CaseToSpread]] = defaultdict(list)
    for case in cases:
        homes[case.household or case.case_id].append(case)
    leaving = _given_up(cases)
    weights = {worker: _weight(loads, worker) - leaving.get(worker, 0) for worker in to_worker_ids}
    shares: dict[str, list[str]] = {worker: [] for worker in to_worker_ids}
    for home in sorted(homes.values(), key=lambda home: (-sum(case.weight for case in home), home[0].case_id)):
        lightest = min(to_worker_ids, key=lambda worker: (weights[worker], to_worker_ids.index(worker)))
        weights[lightest] += sum(case.weight for case in home)
        shares[lightest] += [case.case_id for case in home]
    return {worker: tuple(share) for worker, share in shares.items()}


def load_changes(
    cases: Sequence[CaseToSpread], shares: Mapping[str, Sequence[str]], loads: Mapping[str, Workload]
) -> tuple[LoadChange, ...]:
    """What comes of it for everyone who gives or gets, in the order of the workers."""
    known = {case.case_id: case for case in cases}
    gone = Counter(case.holder_id for case in cases if case.holder_id is not None)
    lost = _given_up(cases)
    changes = []
    for worker, load in loads.items():
        share = shares.get(worker, ())
        if worker not in shares and not gone[worker]:
            continue
        weight = load.weight - lost.get(worker, 0) + sum(known[case].weight for case in share)
        count = load.cases - gone[worker] + len(share)
        changes.append(LoadChange(worker, load.name, load.cases, count, load.weight, weight))
    return tuple(changes)


def _given_up(cases: Sequence[CaseToSpread]) -> Mapping[str, int]:
    """The weight that each present holder lets go of."""
    found: Counter[str] = Counter()
    for case in cases:
        if case.holder_id is not None:
            found[case.holder_id] += case.weight
    return found


def _weight(loads: Mapping[str, Workload], worker: str) -> int:
    return loads[worker].weight if worker in loads else 0
