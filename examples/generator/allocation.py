"""Shares out exact amounts, so that what is spread over months or codes adds up again to the fen."""

from collections.abc import Sequence
from random import Random

WAN = 1_000_000
"""Fen in 1 万元."""


def spread(total: int, weights: Sequence[int]) -> list[int]:
    """Share `total` fen out by weights; what flooring leaves goes to the largest remainders."""
    whole = sum(weights)
    shares = [total * weight // whole for weight in weights]
    order = sorted(range(len(weights)), key=lambda i: -(total * weights[i] % whole))
    for i in order[: total - sum(shares)]:
        shares[i] += 1
    return shares


def printed(fen: int) -> int:
    """Hundredths of 万元 that a printed cell shows: half up, away from zero."""
    size = (abs(fen) * 100 + WAN // 2) // WAN
    return size if fen >= 0 else -size


def near(rng: Random, hundredths: int) -> int:
    """Some exact amount that prints as these hundredths of 万元."""
    return hundredths * 10_000 + rng.randint(-5_000, 4_999)


def about(rng: Random, fen: int, percent: int = 6) -> int:
    """Some amount around a usual one, in whole jiao as bills come."""
    return rng.randint(fen * (100 - percent), fen * (100 + percent)) // 100 // 10 * 10
