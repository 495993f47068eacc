"""Growth 增减率: a printed rate of change must follow from the change and this year's figure."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.interval import Fit, Interval, growth
from mingzhang.audit.prose.agree import agrees, shown
from mingzhang.audit.prose.amounts import is_wrong, root_of
from mingzhang.audit.prose.budget import FITS
from mingzhang.audit.prose.figures import Figures
from mingzhang.audit.prose.guess import TEN_THOUSAND
from mingzhang.audit.prose.matter import matter
from mingzhang.audit.prose.move import Move, between, change_root, direction_of, move_of, rate_fit, reach
from mingzhang.audit.prose.outcome import broken, idle, nearly, open_, passed
from mingzhang.audit.prose.percent import Pair, growth_of, in_percent, middle, off_by_hundred, pairs, share_of
from mingzhang.audit.prose.running import COST, RUNNING
from mingzhang.audit.prose.said import Said, Text, amounts_beside, follows_unbound
from mingzhang.audit.prose.slip import likeliest, rate_differs
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.claim import Amount, Change
from mingzhang.terms.printed import Printed

_AS_BASE: Final = "；误以本年数为基数"


def growths(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Each printed rate of change: Δ ÷ (this year − Δ), Δ as printed beside it or from the base where that is known."""
    text, figures = matter(grid, context)
    for said, claim in text.claims(Change, rule.arguments):
        if said.number and claim.delta is None and claim.rate is not None:
            yield _judge(rule, move_of(said, claim, said.number, figures, text), figures, text)


def _judge(rule: Rule, move: Move, figures: Figures, text: Text) -> Result:
    said, number, name = move.said, move.number, figures.name(move.claim.fact)
    if not move.now:
        return open_(rule, f"没有找到“{name}”")
    if not move.deltas:
        return open_(rule, f"“{name}”的增减额和上年数都没有印出，增减率无从复核")
    base = middle(move.now[0]) - middle(move.deltas[0])
    if base <= 0:
        return _without_base(rule, move, name, base)
    printed = number.value * direction_of(move)
    ways = list(pairs(move.deltas, move.now))
    found = growth_of(printed, number.places, ways)
    if found is Fit.EXACT:
        return passed(rule)
    right = middle(move.deltas[0]) / base * 100
    note = f"{said.spot.where}“{name}”{_word(printed)}{said.digits}，{_formula(move, figures, right)}"
    expected = in_percent(abs(right), number.places)
    if found is not Fit.WRONG:
        return nearly(rule, said, note, expected)
    if _contradicts(move) and rate_fit(said, figures, text, turned=True) in FITS:
        return idle(rule, f"“{name}”增减的字样前后相反，另行指出")
    cause = _cause(move, figures, text, printed)
    if cause is None and _of_another(move, printed):
        return open_(rule, f"{said.spot.where}的{said.digits}可能说的是别的数")
    tail = "" if cause else _guess(printed, number.places, move, ways, right)
    other = None if cause else _amount_at_fault(rule, move, figures, text, printed, note + tail)
    if other is None and not cause and not tail:
        other = _delta_at_fault(rule, move, figures, printed, note)
    if other:
        return other
    root = root_of(cause) if cause else change_root(said)
    return broken(rule, said, note + tail, "", expected, root, cause is not None)


def _without_base(rule: Rule, move: Move, name: str, base: Fraction) -> Result:
    """More was added than there is: no figure of accounts was below nothing the year before."""
    delta = move.delta
    slack = reach(move.now[0]) + reach(move.deltas[0])
    if -base <= slack or delta is None or delta.number is None or middle(move.now[0]) < 0:
        return idle(rule, f"“{name}”的基数不大于零，增减率没有意义")
    note = f"{delta.spot.where}“{name}”增加{delta.digits}，比本年数还大，上年数不会小于零"
    rate = abs(move.number.value) / 100
    expected = shown(middle(move.now[0]) * rate / (1 + rate), delta.number)
    if any(middle(other) > abs(middle(move.deltas[0])) for other in amounts_beside(delta)):
        return open_(rule, f"{delta.spot.where}的{delta.text.strip()}可能说的是别的数")
    return broken(rule, delta, note, "", expected, change_root(delta))


def _size(interval: Interval) -> Interval:
    """The same without sign."""
    ends = [abs(Fraction(end or 0)) for end in (interval.low, interval.high)]
    return Interval(min(ends), max(ends))


def _delta_at_fault(rule: Rule, move: Move, figures: Figures, printed: Fraction, note: str) -> Result | None:
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


def _amount_at_fault(
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
    if not borne_out and note.endswith(_AS_BASE):
        return None
    rate_slips = rate_differs(move.number, _size(growth(move.deltas[0], move.now[0])))
    if not borne_out and min(rate_slips, _delta_slips(move, printed)) <= 1:
        return None
    expected = shown(near[0], told.number)
    return broken(rule, told, f"{note}；或{told.digits}应为{expected}", "", expected, root_of(told), follows=True)


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


def _contradicts(move: Move) -> bool:
    """Whether the amount and the rate of one change point different ways."""
    beside, rate = (move.delta.claim if move.delta else None), move.claim.rate
    return isinstance(beside, Change) and bool(beside.delta) and bool(rate) and (beside.amount < 0) != ((rate or 0) < 0)


def _word(printed: Fraction) -> str:
    return "下降" if printed < 0 else "增长"


def _formula(move: Move, figures: Figures, right: Fraction) -> str:
    now, number = figures.shown(move.claim.fact), move.delta.number if move.delta else None
    delta = middle(move.deltas[0])
    sign = "+" if delta < 0 else "−"
    result = f"{_word(right)}{in_percent(abs(right), move.number.places)}"
    if number is None:
        return f"{now} ÷ {figures.shown(move.claim.base)} − 1，应为{result}"
    printed = number.text.removesuffix(number.unit).strip()
    return f"{printed} ÷ ({now} {sign} {printed})，应为{result}"


def _guess(printed: Fraction, places: int, move: Move, ways: list[Pair], right: Fraction) -> str:
    if hundred := off_by_hundred(abs(printed), abs(right)):
        return hundred
    if share_of(printed, places, [w for w in ways if middle(w.second)]) in (Fit.EXACT, Fit.ROUNDING):
        return _AS_BASE
    turned = [Pair(Interval.around(-middle(w.first), 0), w.second) for w in ways]
    if growth_of(-printed, places, turned) is Fit.EXACT:
        return "；若改变增减方向则相符，增减的字样可能写反"
    return ""


def _of_another(move: Move, printed: Fraction) -> bool:
    """Whether the rate may be another figure's: an amount that nobody understood stands before it, or explains it."""
    if follows_unbound(move.delta or move.said):
        return True
    return any(
        growth_of(printed, move.number.places, pairs(move.deltas, [other])) is Fit.EXACT
        for other in amounts_beside(move.said)
    )


def _cause(move: Move, figures: Figures, text: Text, printed: Fraction) -> Said | None:
    """A wrong amount of the same paragraph from which the rate was computed."""
    for other in text.beside(move.said):
        claim = other.claim
        if isinstance(claim, Amount) and claim.fact == move.claim.fact and is_wrong(other, figures):
            trial = pairs(move.deltas, [Interval.around(claim.value, other.number.spread if other.number else 0)])
            if growth_of(printed, move.number.places, trial) in (Fit.EXACT, Fit.ROUNDING, Fit.LAST_PLACE):
                return other
    return None
