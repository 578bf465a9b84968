"""How often an offer leads to what it is for: shares estimated with partial pooling, so that 3 of 3 is no miracle.

The method. The offers of one pool (one kind of offer and one band of match) are alike, but not the same. Each offer has
a true share of its own, and the true shares of a pool spread around a common mean: `share ~ Beta(mean * s, (1 - mean) *
s)`, where a large `s` says that the offers hardly differ. Of an offer's `n` persons `k` came where they should:
`k ~ Binomial(n, share)`. Neither the mean nor `s` is known. Both are gone through on a grid; each point of it is
weighed by how well it explains the counts of *all* offers of the pool, with a flat prior on the mean and a half-normal
one on the spread `1 / sqrt(s)`: offers of one kind rarely differ so much that the pool says nothing about one of them.
An offer's share is then a mixture of Beta distributions, one a grid point: it leans on its own persons as far as they
reach, and on the pool for the rest. That the mean and the spread are uncertain themselves widens the interval, which
choosing the one best grid point would not.

The estimate is the mixture's mean: of all offers the one with the highest is the one whose true share is expected to
be the highest. The interval is that of the one Beta distribution with the mixture's mean and variance, taken on the
log-odds scale, where its own mean and variance are known from digamma and trigamma (the mixture's own log-odds have
no end where nobody or everybody came there). It holds the true share in 90 of 100 cases
(`tests/app/guide/test_estimates.py` tries it on simulated catalogues, also on such that do not follow the model).

Sources: Gelman and others, Bayesian Data Analysis, 3rd edition, chapter 5.3 (the rat tumours); Efron and Morris, Data
Analysis Using Stein's Estimator, 1975. Pure Python, since a pool is small and nothing else needs numpy.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import count as numbers
from math import exp, lgamma, log, sqrt
from operator import mul
from typing import Final, NamedTuple

# Half of 90 % on each side of a normal distribution.
_Z: Final = 1.6448536269514722
_MEANS: Final = 13
_SPREADS: Final = 12
# The spread is gone through from offers that hardly differ (s = 625) to such that have little in common (s = 1.8).
_LEAST_SPREAD: Final = 0.04
_MOST_SPREAD: Final = 0.75
# Own choice: a third as in true shares of 15 to 45 % around 30 %.
_USUAL_SPREAD: Final = 0.3
# What explains the counts less than so much as well as the best point adds nothing that could be seen.
_NEGLIGIBLE: Final = 1e-4
_FARTHEST: Final = 4.0
# A step is so many times cheaper than the three lgamma of a count.
_STEPS_A_COUNT: Final = 20
# A pool without a single person says nothing; half is as good as any other mean, and the interval is wide.
_UNKNOWN: Final = 0.5


class Count(NamedTuple):
    """Of `n` persons `k` came where they should, 0 ≤ k ≤ n."""

    k: int
    n: int


class Estimate(NamedTuple):
    """A share between 0 and 1 with its 90 % interval, and how many persons it rests on."""

    share: float
    low: float
    high: float
    n: int


class _Point(NamedTuple):
    """One point of the grid as the two parameters of its Beta distribution, and its weight."""

    a: float
    b: float
    weight: float


def estimate_pool(counts: Sequence[Count]) -> tuple[Estimate, ...]:
    """Estimate every offer of one pool, in the order given. ValueError when a count is impossible."""
    for count in counts:
        if not 0 <= count.k <= count.n:
            raise ValueError(f"{count.k} of {count.n}")
    if not counts:
        return ()
    points = _weighed_grid(Counter(count for count in counts if count.n))
    made = {count: _estimate(count, points) for count in set(counts)}
    return tuple(made[count] for count in counts)


def _weighed_grid(counts: Counter[Count]) -> tuple[_Point, ...]:
    """Every grid point that explains the counts, its weights adding up to one."""
    heard = []
    steps = _steps(counts)
    for mean in _means(counts):
        for number in range(_SPREADS):
            spread = _LEAST_SPREAD + (_MOST_SPREAD - _LEAST_SPREAD) * number / (_SPREADS - 1)
            s = 1 / spread**2
            a, b = mean * s, (1 - mean) * s
            # The means are evenly apart on the log-odds scale; this makes them weigh as on the scale of shares.
            prior = log(mean * (1 - mean)) - ((spread / _USUAL_SPREAD) ** 2) / 2
            heard.append((a, b, prior + _log_likelihood(counts, steps, a, b)))
    best = max(found for _, _, found in heard)
    kept = [(a, b, exp(found - best)) for a, b, found in heard]
    kept = [each for each in kept if each[2] > _NEGLIGIBLE]
    whole = sum(weight for _, _, weight in kept)
    return tuple(_Point(a, b, weight / whole) for a, b, weight in kept)


def _means(counts: Counter[Count]) -> list[float]:
    """Means around what the pool as a whole shows, as far to each side as they could still be."""
    k = sum(count.k * times for count, times in counts.items())
    n = sum(count.n * times for count, times in counts.items())
    offers = sum(counts.values())
    if not n:
        return [(number + 0.5) / _MEANS for number in range(_MEANS)]
    middle = (k + _UNKNOWN) / (n + 1)
    # The mean is as uncertain as the persons are few, and as the offers are few that it is a mean of.
    error = sqrt(middle * (1 - middle) * (1 / n + 0.25 / offers))
    # Near none or all the log-odds have no end; farther out than this nothing has any weight.
    at, reach = log(middle / (1 - middle)), min(3 * error / (middle * (1 - middle)), _FARTHEST)
    return [1 / (1 + exp(-(at + reach * (2 * number / (_MEANS - 1) - 1)))) for number in range(_MEANS)]


class _Steps(NamedTuple):
    """How many offers have more than 0, 1, 2 … who came there, who did not, and persons at all."""

    hits: list[int]
    misses: list[int]
    all: list[int]


def _steps(counts: Counter[Count]) -> _Steps | None:
    """The beta-binomial as products, `a (a + 1) (a + 2) …`; None where counts are so large that lgamma is shorter."""
    if max((count.n for count in counts), default=0) > _STEPS_A_COUNT * len(counts):
        return None
    by_value = (Counter[int](), Counter[int](), Counter[int]())
    for count, times in counts.items():
        for found, value in zip(by_value, (count.k, count.n - count.k, count.n), strict=True):
            found[value] += times
    above = []
    for found in by_value:
        left, steps = sum(found.values()), []
        for value in range(max(found, default=0)):
            left -= found[value]
            steps.append(left)
        above.append(steps)
    return _Steps(*above)


def _log_likelihood(counts: Counter[Count], steps: _Steps | None, a: float, b: float) -> float:
    """How well a point explains the counts: the beta-binomial, less what is the same at every point."""
    if steps is not None:
        return _logs(steps.hits, a) + _logs(steps.misses, b) - _logs(steps.all, a + b)
    common = lgamma(a + b) - lgamma(a) - lgamma(b)
    return sum(
        times * (common + lgamma(count.k + a) + lgamma(count.n - count.k + b) - lgamma(count.n + a + b))
        for count, times in counts.items()
    )


def _logs(steps: Sequence[int], first: float) -> float:
    """The logarithms of `first`, `first + 1` …, each as often as its step says; all of it runs in C."""
    found: float = sum(map(mul, steps, map(log, numbers(first))))
    return found


def _estimate(count: Count, points: Sequence[_Point]) -> Estimate:
    share = square = 0.0
    for point in points:
        a, b = point.a + count.k, point.b + count.n - count.k
        mean = a / (a + b)
        share += point.weight * mean
        square += point.weight * mean * (a + 1) / (a + b + 1)
    variance = square - share * share
    strength = share * (1 - share) / variance - 1
    a, b = share * strength, (1 - share) * strength
    middle, reach = _digamma(a) - _digamma(b), _Z * sqrt(_trigamma(a) + _trigamma(b))
    # The log-odds reach too far where hardly anybody came there; no Beta has 5 % beyond two standard deviations.
    most = 2 * sqrt(variance)
    low, high = max(_share_of(middle - reach), share - most), min(_share_of(middle + reach), share + most)
    # The mean of a skewed distribution may lie a little outside the middle nine tenths of a very short one.
    return Estimate(share, min(low, share), max(high, share), count.n)


def _share_of(log_odds: float) -> float:
    """Written so that neither end of the scale overflows."""
    return 1 / (1 + exp(-log_odds)) if log_odds > 0 else exp(log_odds) / (1 + exp(log_odds))


def _digamma(x: float) -> float:
    """The derivative of log-gamma: recurrence up to 6, then the asymptotic series (error below 1e-8)."""
    found = 0.0
    while x < 6:
        found -= 1 / x
        x += 1
    inverse = 1 / (x * x)
    return found + log(x) - 0.5 / x - inverse * (1 / 12 - inverse * (1 / 120 - inverse / 252))


def _trigamma(x: float) -> float:
    """The second derivative of log-gamma, in the same way."""
    found = 0.0
    while x < 6:
        found += 1 / (x * x)
        x += 1
    inverse = 1 / (x * x)
    return found + 1 / x + inverse / 2 + inverse / x * (1 / 6 - inverse * (1 / 30 - inverse / 42))
