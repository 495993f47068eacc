"""Claims as they are worded: digits, 增加/减少, 增长/下降, 持平; everything rounded half up from the exact value."""

from decimal import Decimal
from fractions import Fraction

from mingzhang.disclosure.claim import Amount, Change, Completion, Count, Listing, Share
from mingzhang.narrative.wording import Style
from mingzhang.terms.unit import Unit

MORE, LESS = "增加", "减少"
GROWN, FALLEN = "增长", "下降"
ABOVE, BELOW = "大于", "小于"


def money(style: Style, unit: Unit, value: int) -> str:
    """An amount with its unit: 193.13万元."""
    if style.zero_money and unit.rounded(value) == 0:
        return f"{style.zero_money}{unit.name}"
    return unit.state(value, grouping=style.grouping)


def amount(style: Style, unit: Unit, claim: Amount) -> str:
    """The figure with its unit."""
    return money(style, unit, claim.value)


def count(unit: Unit, claim: Count) -> str:
    """Whole things with their unit: 2批次."""
    return unit.state(claim.value)


def percent(ratio: Fraction, decimals: int) -> str:
    """A ratio in per cent: 95.88%."""
    return f"{rounded_percent(ratio, decimals):f}%"


def rounded_percent(ratio: Fraction, decimals: int) -> Decimal:
    """A ratio in per cent with that many decimals, half up, away from zero, without a binary fraction between."""
    step = ratio * 100 * 10**decimals
    whole = abs(step) + Fraction(1, 2)
    number = Decimal(int(whole)).scaleb(-decimals)
    return -number if step < 0 and number else number


def share(style: Style, claim: Share, kind: str = "") -> str:
    """The share in per cent; empty when there is no whole to share."""
    return "" if claim.ratio is None else percent(claim.ratio, style.decimals(kind))


def completion(style: Style, claim: Completion) -> str:
    """What was done of the budget, in per cent; empty when there was no budget."""
    return "" if claim.ratio is None else percent(claim.ratio, style.decimals())


def is_level(unit: Unit, claim: Change) -> bool:
    """持平: the change prints as zero; then it has neither direction nor rate nor reason."""
    return unit.rounded(claim.amount) == 0


def direction(claim: Change) -> str:
    """增加 or 减少."""
    return MORE if claim.amount > 0 else LESS


def comparison(claim: Change) -> str:
    """大于 or 小于, of a final account against its budget."""
    return ABOVE if claim.amount > 0 else BELOW


def delta(style: Style, unit: Unit, claim: Change) -> str:
    """The direction and the amount of the change: 减少13.94万元."""
    return f"{direction(claim)}{money(style, unit, abs(claim.amount))}"


def rate(style: Style, claim: Change) -> str:
    """The direction and the rate: 下降6.73%; on a base of zero the words of the region; never 增长0.00%."""
    if claim.rate is None:
        return ""
    word = GROWN if claim.amount > 0 else FALLEN
    size = percent(abs(claim.rate), style.decimals())
    if Decimal(size[:-1]) == 0:
        return f"{word}不足{Decimal(1).scaleb(-style.decimals()):f}%"
    return f"{word}{size}"


def listing(claim: Listing, names: tuple[str, ...]) -> str:
    """The names in a row: 基本工资、津贴补贴."""
    if len(names) != len(claim.facts):
        raise ValueError("列举的名称与数据项个数不一致")
    return "、".join(names)
