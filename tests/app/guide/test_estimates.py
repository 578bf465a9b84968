"""Shares with partial pooling: what they say by hand, and that they keep their promise on simulated catalogues."""

from __future__ import annotations

import math
import random
from collections.abc import Callable

import pytest

from app.guide.estimates import Count, estimate_pool

Draw = Callable[[random.Random], list[float]]


def beta_catalogue(rng: random.Random) -> list[float]:
    """True shares as the model has them, around any mean and more or less alike."""
    mean, spread = rng.uniform(0.12, 0.7), rng.uniform(0.05, 0.45)
    s = 1 / spread**2
    return [rng.betavariate(mean * s, (1 - mean) * s) for _ in range(rng.randint(6, 30))]


def log_odds_catalogue(rng: random.Random) -> list[float]:
    """True shares that are normal on the log-odds scale, which the model does not assume."""
    at, spread = rng.uniform(-1.8, 0.6), rng.uniform(0.1, 0.9)
    return [1 / (1 + math.exp(-rng.gauss(at, spread))) for _ in range(rng.randint(6, 30))]


def two_kinds_catalogue(rng: random.Random) -> list[float]:
    """A few good offers among many middling ones."""
    low, high = rng.uniform(0.15, 0.35), rng.uniform(0.4, 0.6)
    return [high if rng.random() < 0.25 else low for _ in range(rng.randint(8, 30))]


def few_and_uneven(rng: random.Random) -> int:
    """How many went to an offer: mostly few, now and then many."""
    return max(1, min(160, round(rng.lognormvariate(2.3, 1.1))))


def simulated(rng: random.Random, draw: Draw) -> tuple[list[float], list[Count]]:
    truth = draw(rng)
    counts = []
    for share in truth:
        n = few_and_uneven(rng)
        counts.append(Count(sum(rng.random() < share for _ in range(n)), n))
    return truth, counts


def wilson_low(count: Count, z: float = 1.645) -> float:
    share, n = count.k / count.n, count.n
    middle = share + z * z / (2 * n)
    return (middle - z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))) / (1 + z * z / n)


def test_that_three_of_three_does_not_beat_sixty_of_a_hundred() -> None:
    small, large, *_rest = estimate_pool(
        [Count(3, 3), Count(60, 100), Count(12, 40), Count(20, 60), Count(9, 30), Count(5, 18)]
    )
    assert small.share < large.share
    assert small.high - small.low > large.high - large.low
    assert large.low < 0.6 < large.high


def test_that_many_persons_speak_for_themselves_and_few_lean_on_the_pool() -> None:
    pool = [Count(30, 100)] * 8
    few, many = estimate_pool([*pool, Count(4, 5), Count(800, 1000)])[-2:]
    assert many.share == pytest.approx(0.8, abs=0.02)
    assert 0.3 < few.share < 0.65
    assert (few.n, many.n) == (5, 1000)


def test_that_alike_offers_are_told_apart_less_than_unlike_ones() -> None:
    alike = estimate_pool([Count(29, 100), Count(31, 100), Count(30, 100), Count(30, 100), Count(6, 10)])[-1]
    unlike = estimate_pool([Count(5, 100), Count(80, 100), Count(20, 100), Count(60, 100), Count(6, 10)])[-1]
    assert alike.share < unlike.share


def test_that_nobody_yet_is_the_pool_with_a_wide_interval_and_an_empty_catalogue_is_nothing() -> None:
    assert estimate_pool([]) == ()
    known, unknown = estimate_pool([Count(40, 100), Count(0, 0)])
    assert 0.2 < unknown.share < 0.6
    assert unknown.high - unknown.low > known.high - known.low
    (alone,) = estimate_pool([Count(0, 0)])
    assert (alone.low < 0.2, alone.high > 0.8) == (True, True)


@pytest.mark.parametrize("count", [Count(4, 3), Count(-1, 3), Count(0, -1)])
def test_that_an_impossible_count_is_refused(count: Count) -> None:
    with pytest.raises(ValueError, match="of"):
        estimate_pool([Count(1, 2), count])


def test_that_the_order_of_the_catalogue_does_not_matter() -> None:
    counts = [Count(3, 9), Count(14, 30), Count(0, 4), Count(22, 51), Count(0, 0)]
    there = dict(zip(counts, estimate_pool(counts), strict=True))
    back = dict(zip(counts[::-1], estimate_pool(counts[::-1]), strict=True))
    for count in counts:
        assert there[count] == pytest.approx(back[count])
        assert 0 < there[count].low <= there[count].share <= there[count].high < 1


@pytest.mark.parametrize("n", [1, 5, 18, 100, 2000, 100_000])
def test_that_none_and_all_have_an_interval_at_their_own_end(n: int) -> None:
    (none,), (every,) = estimate_pool([Count(0, n)]), estimate_pool([Count(n, n)])
    assert 0 <= none.low <= none.share <= none.high < 0.95
    assert none.share == pytest.approx(1 - every.share, abs=1e-6)
    assert none.high == pytest.approx(1 - every.low, abs=1e-6)
    if n >= 18:
        assert none.high < 0.3
    beside = estimate_pool([Count(0, n), Count(0, 0), Count(n, n)])
    assert all(0 <= each.low <= each.share <= each.high <= 1 for each in beside)


@pytest.mark.slow
@pytest.mark.parametrize("draw", [beta_catalogue, log_odds_catalogue, two_kinds_catalogue])
def test_that_ninety_of_a_hundred_intervals_hold_the_truth(draw: Draw) -> None:
    rng = random.Random(20070320)
    inside = of = 0
    for _ in range(400):
        truth, counts = simulated(rng, draw)
        for share, estimate in zip(truth, estimate_pool(counts), strict=True):
            of += 1
            inside += estimate.low <= share <= estimate.high
    assert 0.87 <= inside / of <= 0.93


@pytest.mark.slow
@pytest.mark.parametrize("draw", [beta_catalogue, log_odds_catalogue, two_kinds_catalogue])
def test_that_its_top_offer_is_truly_better_than_that_of_raw_shares_and_of_lower_bounds(draw: Draw) -> None:
    rng = random.Random(30)
    gained = {"estimate": 0.0, "raw": 0.0, "wilson": 0.0}
    for _ in range(1000):
        truth, counts = simulated(rng, draw)
        estimates = estimate_pool(counts)
        ways: dict[str, list[float]] = {
            "estimate": [each.share for each in estimates],
            "raw": [each.k / each.n for each in counts],
            "wilson": [wilson_low(each) for each in counts],
        }
        for name, scores in ways.items():
            gained[name] += truth[scores.index(max(scores))]
    assert gained["estimate"] > gained["raw"]
    assert gained["estimate"] > gained["wilson"]
