"""Figures of a self-evaluation as passages: values, targets and points, each bound to its fact."""

from decimal import Decimal
from fractions import Fraction

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.appraisal import Achievement
from mingzhang.disclosure.claim import Claim, Count, Value
from mingzhang.disclosure.fact import Fact
from mingzhang.narrative import claims
from mingzhang.narrative.context import Context
from mingzhang.narrative.passage import EMPTY, Passage, mention, words
from mingzhang.narrative.performance import named
from mingzhang.narrative.render import money
from mingzhang.terms.rounding import half_up
from mingzhang.terms.unit import PERCENT, POINTS, Unit


def figure(c: Context, address: Address, *, bare: bool = False) -> Passage:
    """A figure that is known, with its unit or, `bare`, its digits alone."""
    fact = c.facts[address]
    return mention(_digits(c, fact) if bare else _stated(c, fact), _claim(c, fact))


def sum_of_money(c: Context, address: Address) -> Passage:
    """An amount without its unit, for a table whose head says it."""
    claim = claims.amount(c.facts, address)
    return mention(c.unit.show(claim.value, grouping=c.wording.style.grouping), claim)


def said(c: Context, address: Address | None, text: str) -> Passage:
    """Words that state a figure; plain words where there is no such figure."""
    if address is None or address not in c.facts or not text:
        return words(text)
    return mention(text, _claim(c, c.facts[address]))


def target(c: Context, one: Achievement) -> Passage:
    """What an indicator was to reach."""
    return said(c, named.target(one.indicator), one.target)


def actual(c: Context, one: Achievement) -> Passage:
    """What was reached."""
    return said(c, one.fact, one.actual)


def points(c: Context, address: Address, value: Fraction | None, unit: str = POINTS.name) -> Passage:
    """Points with two decimals at most, as the fact has them; without a fact the value itself."""
    if value is None:
        return EMPTY
    fact = c.facts.get(address)
    text = trimmed(POINTS.rounded(fact.value if fact else half_up(value * POINTS.scale)))
    return said(c, address, f"{text}{unit}")


def scored(c: Context, address: Address) -> Passage:
    """Points that are known as a figure, with their unit."""
    return points(c, address, Fraction(c.value(address), POINTS.scale))


def rate(c: Context, address: Address, value: Fraction | None) -> Passage:
    """A rate with two decimals, as the fact has it; without a fact the value itself, 1 for all."""
    if value is None:
        return EMPTY
    fact = c.facts.get(address)
    return said(c, address, PERCENT.state(fact.value if fact else half_up(value * 100 * PERCENT.scale)))


def trimmed(number: Decimal) -> str:
    """A number without idle zeros."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _stated(c: Context, fact: Fact) -> str:
    if fact.unit.is_money:
        return money(c.wording.style, _unit(c, fact), fact.value)
    return fact.unit.state(fact.value, grouping=c.wording.style.grouping)


def _digits(c: Context, fact: Fact) -> str:
    return _unit(c, fact).show(fact.value, grouping=c.wording.style.grouping)


def _unit(c: Context, fact: Fact) -> Unit:
    """A measure keeps the unit it is defined in (a cost a head in 元); other money is told in the document's."""
    return c.unit if fact.unit.is_money and fact.address.statement != named.MEASURES else fact.unit


def _claim(c: Context, fact: Fact) -> Claim:
    if fact.unit.is_money:
        return claims.amount(c.facts, fact.address)
    return (Count if fact.unit.scale == 1 else Value)(fact.address, fact.value)
