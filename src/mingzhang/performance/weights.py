"""Weights 分值: those the plan gives, else the framework's, split evenly over the indicators of a first level."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from mingzhang.performance.framework import FULL, Framework, Level

_CENTS: Final = 100

Problem = tuple[str, str, str]
"""The value, what is wrong with it, and how to mend it."""


@dataclass(frozen=True, slots=True)
class Share:
    """An indicator's first level, and the weight the plan gives it."""

    level: Level
    given: Fraction | None


def weights(shares: Sequence[Share], framework: Framework) -> tuple[Fraction | None, ...]:
    """The weight of each; None for all where neither plan nor framework gives any."""
    if not framework.is_weighted:
        return tuple(share.given for share in shares)
    parts = {level.name: iter(_split(level, shares)) for level in framework.levels}
    return tuple(next(parts[s.level.name]) if s.given is None else s.given for s in shares)


def problems(shares: Sequence[Share], framework: Framework) -> Iterator[Problem]:
    """Why the weights do not do, all at once."""
    given = [share.given for share in shares if share.given is not None]
    yield from (_odd(weight) for weight in given if weight < 0 or (weight * _CENTS).denominator > 1)
    if not framework.is_weighted and given and len(given) < len(shares):
        yield str(len(given)), f"{len(shares)}个指标中只有{len(given)}个给了分值", "给每个指标写 weight，或都不写"
        return
    short = [level for level in framework.levels if framework.is_weighted and _is_short(level, shares)]
    for level in short:
        yield level.name, f"“{level.name}”的分值已被分完，没有写分值的指标分不到", "给这些指标写 weight"
    full = _full(shares, framework)
    if not short and full is not None and full != FULL:
        yield shown(full), f"分值合计{shown(full)}，应为100{_parts(framework)}", _mend(shares, framework)


def shown(value: Fraction) -> str:
    """Points in digits without idle zeros."""
    whole, cents = divmod(abs(round(value * _CENTS)), _CENTS)
    return ("-" if value < 0 else "") + f"{whole}.{cents:02d}".rstrip("0").rstrip(".")


def _full(shares: Sequence[Share], framework: Framework) -> Fraction | None:
    made = [weight for weight in weights(shares, framework) if weight is not None]
    execution = framework.execution.weight if framework.execution else Fraction(0)
    return sum(made, execution) if made else None


def _split(level: Level, shares: Sequence[Share]) -> list[Fraction]:
    """What is left of a level's weight in even parts of whole cents; the last takes the rest."""
    count = sum(1 for share in shares if share.level == level and share.given is None)
    if not count:
        return []
    left = _left(level, shares)
    part = Fraction(left * _CENTS // count, _CENTS)
    return [*[part] * (count - 1), left - part * (count - 1)]


def _left(level: Level, shares: Sequence[Share]) -> Fraction:
    return (level.weight or Fraction(0)) - sum(s.given or Fraction(0) for s in shares if s.level == level)


def _is_short(level: Level, shares: Sequence[Share]) -> bool:
    return any(s.level == level and s.given is None for s in shares) and _left(level, shares) <= 0


def _odd(weight: Fraction) -> Problem:
    return f"{float(weight):g}", "分值应不小于0，最多两位小数", "改 weight"


def _parts(framework: Framework) -> str:
    execution = framework.execution
    return f"（其中{execution.label}{shown(execution.weight)}）" if execution else ""


def _mend(shares: Sequence[Share], framework: Framework) -> str:
    used = {share.level.name for share in shares}
    unused = [level.name for level in framework.levels if level.name not in used]
    if unused and framework.is_weighted:
        return f"没有{'、'.join(unused)}；补上指标，或换一个不设它的指标体系，或给每个指标写 weight"
    return "改各指标的 weight"
