"""Budget 预算: a number that only prose states, and whether it is the wrong one when a rate or a sum does not fit."""

from dataclasses import dataclass
from fractions import Fraction

from mingzhang.audit.interval import Fit, Interval, ratio
from mingzhang.audit.prose.agree import shown, step
from mingzhang.audit.prose.figures import Figures
from mingzhang.audit.prose.guess import TEN_THOUSAND
from mingzhang.audit.prose.percent import middle, pairs, share_of
from mingzhang.audit.prose.said import Said, Text
from mingzhang.audit.prose.slip import distance, likeliest, rate_differs
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.claim import Amount, Change, Claim, Comparison, Completion, Share
from mingzhang.terms.printed import Printed

FITS = (Fit.EXACT, Fit.ROUNDING, Fit.LAST_PLACE)


@dataclass(frozen=True, slots=True)
class Culprit:
    """A number of prose that is the wrong one, and what it must be."""

    said: Said
    right: int


def amount_of(said: Said) -> int:
    """The amount that is said."""
    return said.claim.value if isinstance(said.claim, Amount) else 0


def in_sum(total: Said, parts: list[Said], text: Text, figures: Figures) -> Culprit:
    """Which budget is wrong when the items' do not make the total: the one whose rate then fits, or the total."""
    gap = amount_of(total) - sum(amount_of(part) for part in parts)
    mended = [Culprit(part, amount_of(part) + gap) for part in parts if amount_of(part) + gap >= 0]
    whole = Culprit(total, amount_of(total) - gap)
    better = [culprit for culprit in (whole, *mended) if _mends(culprit, text, figures)]
    if len(better) == 1:
        return better[0]
    if _is_confirmed(total, text, figures):
        alike = [
            c for c in mended if c.said.number and _differs_by(c) == 1 and not _is_confirmed(c.said, text, figures)
        ]
        if len(alike) == 1:
            return alike[0]
    return whole


def in_rate(said: Said, actual: Address, budget: Address, text: Text, figures: Figures) -> Culprit | None:
    """The budget beside a rate of completion that does not fit, when it is the budget that is wrong and not the rate.

    The words larger or smaller decide between them, or that one digit of the budget makes everything fit.
    """
    told = text.near(said, lambda c: isinstance(c, Amount) and c.fact == budget)
    known, rate = figures.readings(actual), said.number
    if told is None or told.number is None or rate is None or not known or not figures.is_stated_only(budget):
        return None
    half = Fraction(1, 2 * 10**rate.places)
    if rate.value <= half:
        return None
    spent = middle(known[0])
    low, high = (
        Fraction(known[0].low or 0) * 100 / (rate.value + half),
        Fraction(known[0].high or 0) * 100 / (rate.value - half),
    )
    if (right := _in_other_unit(told.number, amount_of(told), low, high)) is not None:
        return Culprit(told, right)
    near = likeliest(told.number, low, high)
    word, truth = _word(said, actual, budget, text), _sign(spent - amount_of(told))
    if word is not None and word != truth:
        fits = word == _sign(rate.value - 100)
        return Culprit(told, near[0] if near else int(low)) if fits else None
    if word is not None and word != _sign(rate.value - 100):
        return None
    if not near or near[1] != 1 or not amount_of(told):
        return None
    around = [known[0], Interval.around(amount_of(told), step(told.number) // 2)]
    return Culprit(told, near[0]) if rate_differs(rate, ratio(*around)) > 1 else None


def printed(culprit: Culprit) -> str:
    """What must stand there: the same digits where only the unit is wrong."""
    number, amount = culprit.said.number, amount_of(culprit.said)
    if number is None:
        return ""
    if amount and culprit.right == amount * TEN_THOUSAND:
        return f"{culprit.said.digits}万元"
    if culprit.right and amount == culprit.right * TEN_THOUSAND:
        return f"{culprit.said.digits}元"
    return shown(culprit.right, number)


def _in_other_unit(number: Printed, amount: int, low: Fraction, high: Fraction) -> int | None:
    """The same digits ten thousand times over, or the other way round, when that fits."""
    for value, unit in ((amount * TEN_THOUSAND, "万元"), (amount // TEN_THOUSAND, "元")):
        if unit != number.unit and value and low - step(number) <= value <= high + step(number) * TEN_THOUSAND:
            return value
    return None


def _word(said: Said, actual: Address, budget: Address, text: Text) -> int | None:
    """What the paragraph says in words of the two: more, level, less; None when it says nothing."""

    def compares(claim: Claim) -> bool:
        return isinstance(claim, Comparison | Change) and (claim.fact, claim.base) == (actual, budget)

    other = text.near(said, compares)
    if other is None:
        return None
    if isinstance(other.claim, Comparison):
        return other.claim.sign
    return _sign(Fraction(other.claim.delta or 0)) if isinstance(other.claim, Change) else None


def _mends(culprit: Culprit, text: Text, figures: Figures) -> bool:
    """Whether a rate of completion that did not fit does with the other budget."""
    return any(
        before is Fit.WRONG and after in FITS
        for before, after in _fits(culprit.said, amount_of(culprit.said), culprit.right, text, figures)
    )


def _is_confirmed(said: Said, text: Text, figures: Figures) -> bool:
    """Whether a rate of completion fits the budget as it is printed."""
    value = amount_of(said)
    return any(before in FITS for before, _ in _fits(said, value, value, text, figures))


def _fits(said: Said, printed: int, right: int, text: Text, figures: Figures) -> list[tuple[Fit | None, Fit | None]]:
    found = []
    for other in text.all:
        number, pair = other.number, _quotient(other.claim)
        if number is None or said.number is None or said.fact not in pair:
            continue
        spread = step(said.number) // 2
        trials = [
            [[Interval.around(value, spread)] if a == said.fact else figures.readings(a) for a in pair]
            for value in (printed, right)
        ]
        before, after = (share_of(number.value, number.places, pairs(*trial)) for trial in trials)
        found.append((before, after))
    return found


def _quotient(claim: Claim) -> tuple[Address, ...]:
    """The two figures of a share or a rate of completion."""
    match claim:
        case Share(part, whole):
            return (part, whole)
        case Completion(actual, budget):
            return (actual, budget)
        case _:
            return ()


def _differs_by(culprit: Culprit) -> int:
    number = culprit.said.number
    return distance(shown(culprit.right, number), number.text) if number else 0


def _sign(gap: Fraction) -> int:
    return (gap > 0) - (gap < 0)
