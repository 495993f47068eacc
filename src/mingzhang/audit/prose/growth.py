"""Growth 增减率: a printed rate of change must follow from the change and this year's figure."""

from collections.abc import Iterator
from fractions import Fraction

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.interval import Fit, Interval
from mingzhang.audit.prose.agree import shown
from mingzhang.audit.prose.amounts import is_wrong, root_of
from mingzhang.audit.prose.budget import FITS
from mingzhang.audit.prose.fault import AS_BASE, amount_at_fault, delta_at_fault, unit_at_fault
from mingzhang.audit.prose.figures import Figures
from mingzhang.audit.prose.matter import matter
from mingzhang.audit.prose.move import Move, change_root, direction_of, move_of, rate_fit, reach
from mingzhang.audit.prose.outcome import broken, idle, nearly, open_, passed
from mingzhang.audit.prose.percent import Pair, growth_of, in_percent, middle, off_by_hundred, pairs, share_of
from mingzhang.audit.prose.said import Said, Text, amounts_beside, follows_unbound
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.claim import Amount, Change


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
    other = None if cause else unit_at_fault(rule, move, text, printed, note)
    other = other or (None if cause else amount_at_fault(rule, move, figures, text, printed, note + tail))
    if other is None and not cause and not tail:
        other = delta_at_fault(rule, move, figures, printed, note)
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
        return AS_BASE
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
