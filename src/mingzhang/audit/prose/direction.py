"""Direction 方向: words that say more, less or level must be what the figures say."""

import re
from collections.abc import Iterator
from fractions import Fraction

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.interval import Fit, size
from mingzhang.audit.linear import printed_value
from mingzhang.audit.prose.amounts import root_of
from mingzhang.audit.prose.changed import change_against
from mingzhang.audit.prose.culprits import blamed, by_sum
from mingzhang.audit.prose.figures import Figures
from mingzhang.audit.prose.matter import matter
from mingzhang.audit.prose.move import delta_beside, rate_fit
from mingzhang.audit.prose.outcome import broken, idle, open_, passed
from mingzhang.audit.prose.percent import middle
from mingzhang.audit.prose.said import Said, Text
from mingzhang.audit.prose.shares import quotient_fit
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule, Severity
from mingzhang.disclosure.address import PRIOR
from mingzhang.disclosure.claim import Change, Claim, Comparison, Completion

_WORDS = {1: "大于", 0: "等于", -1: "小于"}
_CORE = re.compile(r"大于|小于|等于|高于|低于|多于|少于|超过|持平|一致|相同|相等|不变")
_OPPOSITE = {
    "增加": "减少",
    "减少": "增加",
    "增长": "下降",
    "下降": "增长",
    "上升": "下降",
    "降低": "提高",
    "提高": "降低",
}
_ROUGHLY = ("基本", "大致", "大体", "略")
_ROUGH = 20
"""基本持平 is not judged while the difference is under a twentieth of the base."""


def comparisons(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """决算数大于、等于、小于预算数 against both figures."""
    text, figures = matter(grid, context)
    for said, claim in text.claims(Comparison, rule.arguments):
        yield _judge(rule, said, claim, claim.sign, figures, text)


def levels(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """持平 against a change told of the same figure beside it, and against both figures where the base is known."""
    text, figures = matter(grid, context)
    for said, claim in text.claims(Change, rule.arguments):
        if said.number or claim.delta != 0:
            continue
        other = _contrary(said, claim, text)
        if other:
            note = f"{said.spot.where}“{figures.name(claim.fact)}”既写{said.text.strip()}，又写增减{other.digits}"
            yield broken(rule, said, note, said.text.strip(), "只写一种")
        elif figures.readings(claim.base):
            yield _judge(rule, said, Comparison(claim.fact, claim.base, 0), 0, figures, text)
        else:
            same = Comparison(claim.fact, claim.base, 0)
            yield _against_rate(rule, said, same, 0, text) or passed(rule)


def directions(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """The amount and the rate of one change point the same way."""
    text, figures = matter(grid, context)
    for said, claim in text.claims(Change, rule.arguments):
        if claim.delta is not None or not claim.rate or not said.number:
            continue
        other = delta_beside(said, claim, text)
        if other is None or not isinstance(other.claim, Change) or not other.claim.delta:
            continue
        if (other.claim.delta < 0) == (claim.rate < 0):
            yield passed(rule)
            continue
        yield _turned(rule, said, other, figures, text)


def _turned(rule: Rule, said: Said, other: Said, figures: Figures, text: Text) -> Result:
    """The two contradict each other; the word that the figures do not bear out is the wrong one."""
    name = figures.name(said.fact) if said.fact else ""
    note = f"{said.spot.where}“{name}”金额与比率方向相反：{other.text.strip()}，而{said.text.strip()}"
    fits = rate_fit(said, figures, text, turned=True)
    wrong = other if fits is Fit.EXACT and rate_fit(said, figures, text) is not Fit.EXACT else said
    word = wrong.text[: wrong.number.start].strip() if wrong.number else wrong.text.strip()
    return broken(rule, wrong, note, word, _OPPOSITE.get(word[:2], ""))


def _judge(rule: Rule, said: Said, claim: Comparison, sign: int, figures: Figures, text: Text) -> Result:
    now, base = figures.readings(claim.fact), figures.readings(claim.base)
    if not now or not base:
        if (against := _against_rate(rule, said, claim, sign, text)) is not None:
            return against
        lacking = claim.base if now else claim.fact
        say = idle if now and claim.base.phase == PRIOR else open_
        return say(rule, figures.lack(lacking))
    if sign in _signs(claim, figures) | {_sign(middle(a) - middle(b)) for a in now for b in base}:
        return passed(rule)
    gap = size(middle(now[0]) - middle(base[0]))
    rough = any(word in said.text or said.before.endswith(word) for word in _ROUGHLY)
    if rough and gap * _ROUGH <= size(middle(base[0])):
        return passed(rule)
    right = _WORDS[_sign(middle(now[0]) - middle(base[0]))]
    note = (
        f"{said.spot.where}“{figures.name(claim.fact)}”{figures.shown(claim.fact)}{right}"
        f"“{figures.name(claim.base)}”{figures.shown(claim.base)}，却写{_WORDS[sign]}"
    )
    mild = Severity.MEDIUM if gap == 0 else None
    word = _CORE.search(said.text)
    printed, cause = word[0] if word else said.text.strip(), _cause(said, claim, figures, text)
    root = root_of(cause) if cause else ""
    return broken(rule, said, note, printed, right, root, cause is not None, mild)


def _against_rate(rule: Rule, said: Said, claim: Comparison, sign: int, text: Text) -> Result | None:
    """The words beside a rate of completion, where no budget is printed: 完成预算97.09% is less than the budget."""
    rate = text.near(said, lambda c: isinstance(c, Completion) and (c.actual, c.budget) == (claim.fact, claim.base))
    if rate is None or rate.number is None or not rate.is_percent:
        return None
    truth = _sign(rate.number.value - 100)
    if truth in {sign, 0}:
        return passed(rule)
    beside = change_against(rate, rate.claim, text) if isinstance(rate.claim, Completion) else None
    if beside and isinstance(beside.claim, Change) and _sign(Fraction(beside.claim.delta or 0)) == sign:
        return idle(rule, f"{rate.spot.where}的完成率{rate.digits}与增减额相反，另行指出")
    word = _CORE.search(said.text)
    note = f"{said.spot.where}写完成预算{rate.digits}，决算数{_WORDS[truth]}预算数，却写{_WORDS[sign]}"
    return broken(rule, said, note, word[0] if word else said.text.strip(), _WORDS[truth])


def _cause(said: Said, claim: Comparison, figures: Figures, text: Text) -> Said | None:
    """The budget beside it, when that is what is wrong."""
    if culprit := by_sum(claim.base, text, figures):
        return culprit.said
    rate = text.near(said, lambda c: isinstance(c, Completion) and (c.actual, c.budget) == (claim.fact, claim.base))
    if rate is None or not isinstance(rate.claim, Completion) or quotient_fit(rate, figures) is not Fit.WRONG:
        return None
    found = blamed(rate, rate.claim, text, figures)
    return found.said if found else None


def _signs(claim: Comparison, figures: Figures) -> set[int]:
    """How the two stand to each other as their digits are printed."""
    pairs = ((a, b) for a in figures.cells(claim.fact) for b in figures.cells(claim.base))
    return {_sign(Fraction(printed_value(a) - printed_value(b))) for a, b in pairs}


def _sign(gap: Fraction) -> int:
    return (gap > 0) - (gap < 0)


def _contrary(said: Said, claim: Change, text: Text) -> Said | None:
    """A change of the same figure against the same base, said in the same sentence."""
    first, last = said.spot.sentence(said.start)

    def told(other: Claim) -> bool:
        return isinstance(other, Change) and (other.fact, other.base) == (claim.fact, claim.base) and bool(other.delta)

    near = text.near(said, told)
    return near if near and first <= near.start < last else None
