"""Fault 错在何处: when a rate of change does not fit, whether the change or the amount beside it is the wrong one."""

from fractions import Fraction
from typing import Final

from mingzhang.audit.interval import Fit, Interval, growth
from mingzhang.audit.prose.agree import agrees, shown
from mingzhang.audit.prose.amounts import root_of
from mingzhang.audit.prose.budget import FITS
from mingzhang.audit.prose.figures import Figures
from mingzhang.audit.prose.guess import TEN_THOUSAND
from mingzhang.audit.prose.move import Move, between, change_root, reach
from mingzhang.audit.prose.outcome import broken, passed
from mingzhang.audit.prose.percent import growth_of, middle, pairs
from mingzhang.audit.prose.running import COST, RUNNING
from mingzhang.audit.prose.said import Text
from mingzhang.audit.prose.slip import likeliest, rate_differs
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.claim import Amount
from mingzhang.terms.printed import Printed

AS_BASE: Final = "；误以本年数为基数"
"""The words for the commonest slip, which explains a rate by itself."""


def _size(interval: Interval) -> Interval:
    """The same without sign."""
    ends = [abs(Fraction(end or 0)) for end in (interval.low, interval.high)]
    return Interval(min(ends), max(ends))


def delta_at_fault(rule: Rule, move: Move, figures: Figures, printed: Fraction, note: str) -> Result | None:
    """The amount of the change, when it and not the rate is wrong: the base says so, or one digit makes all fit."""
    if move.delta is None or move.delta.number is None:
        return None
    known = [between(a, b) for a in move.now for b in figures.readings(move.claim.base)]
    if known:
        fits = growth_of(printed, move.number.places, pairs(known, move.now)) in FITS
        return passed(rule) if fits else None
    for factor, unit in ((TEN_THOUSAND, "万元"), (Fraction(1, TEN_THOUSAND), "元")):
        scaled = [Interval.around(middle(d) * factor, reach(d) * factor) for d in move.deltas]
        if (
            unit != move.delta.number.unit
            and growth_of(printed, move.number.places, pairs(scaled, move.now)) is Fit.EXACT
        ):
            note = f"{note}；增减额数字相同，单位应为{unit}，相差一万倍"
            return broken(
                rule, move.delta, note, move.delta.number.text, move.delta.digits + unit, change_root(move.delta)
            )
    near = _likeliest_delta(move, printed)
    if near is None or near[1] != 1 or rate_differs(move.number, _size(growth(move.deltas[0], move.now[0]))) <= 1:
        return None
    expected = shown(near[0], move.delta.number)
    return broken(
        rule, move.delta, f"{note}；或增减额{move.delta.digits}应为{expected}", "", expected, change_root(move.delta)
    )


def amount_at_fault(
    rule: Rule, move: Move, figures: Figures, text: Text, printed: Fraction, note: str
) -> Result | None:
    """The amount itself, known from prose alone, when one digit of it and of nothing else makes all fit."""
    told = text.near(move.said, lambda c: isinstance(c, Amount) and c.fact == move.claim.fact)
    if (
        told is None
        or told.number is None
        or not figures.is_stated_only(move.claim.fact)
        or figures.readings(move.claim.base)
    ):
        return None
    near = _likeliest_now(move, told.number, printed)
    if near is None or near[1] != 1:
        return None
    borne_out = any(agrees(near[0], told.number, cell) for cell in figures.cells(RUNNING)) and told.fact == COST
    if not borne_out and note.endswith(AS_BASE):
        return None
    rate_slips = rate_differs(move.number, _size(growth(move.deltas[0], move.now[0])))
    if not borne_out and min(rate_slips, _delta_slips(move, printed)) <= 1:
        return None
    expected = shown(near[0], told.number)
    return broken(rule, told, f"{note}；或{told.digits}应为{expected}", "", expected, root_of(told), follows=True)


def unit_at_fault(rule: Rule, move: Move, text: Text, printed: Fraction, note: str) -> Result | None:
    """The amount told beside it, when its digits make all fit in 万元 and not in the 元 that is printed."""
    told = text.near(move.said, lambda c: isinstance(c, Amount) and c.fact == move.claim.fact)
    if told is None or told.number is None or not isinstance(told.claim, Amount):
        return None
    for factor, unit in ((Fraction(TEN_THOUSAND), "万元"), (Fraction(1, TEN_THOUSAND), "元")):
        scaled = Interval.around(told.claim.value * factor, told.number.spread * factor)
        if unit != told.number.unit and growth_of(printed, move.number.places, pairs(move.deltas, [scaled])) in FITS:
            why = f"{note}；{told.digits}数字相同，单位应为{unit}，相差一万倍"
            return broken(rule, told, why, told.number.text, told.digits + unit, root_of(told))
    return None


def _likeliest_now(move: Move, number: Printed, printed: Fraction) -> tuple[int, int] | None:
    """The amount of this year that the change and its rate together allow."""
    half = Fraction(1, 2 * 10**move.number.places)
    rates = [(printed + end) / 100 for end in (-half, half)]
    if any(rate <= -1 for rate in rates) or min(rates) <= 0 <= max(rates):
        return None
    delta = move.deltas[0]
    ends = [Fraction(end) * (1 + rate) / rate for rate in rates for end in (delta.low or 0, delta.high or 0)]
    return likeliest(number, min(ends), max(ends)) if min(ends) > 0 else None


def _delta_slips(move: Move, printed: Fraction) -> int:
    """How many digits of the change must be others for it to fit."""
    near = _likeliest_delta(move, printed)
    return near[1] if near else 9


def _likeliest_delta(move: Move, printed: Fraction) -> tuple[int, int] | None:
    """The change that this year's figure and the rate allow."""
    half = Fraction(1, 2 * 10**move.number.places)
    rates = [(printed + end) / 100 for end in (-half, half)]
    if move.delta is None or move.delta.number is None or any(rate <= -1 for rate in rates):
        return None
    ends = [
        abs(Fraction(end) * rate / (1 + rate)) for rate in rates for end in (move.now[0].low, move.now[0].high) if end
    ]
    return likeliest(move.delta.number, min(ends), max(ends)) if ends else None
