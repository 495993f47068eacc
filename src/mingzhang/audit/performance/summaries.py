"""Summaries 自评综述: what the prose says of one project: its score, grade, money and rate of execution."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.interval import Fit, NoRatio, fit_share
from mingzhang.audit.performance.funding import around
from mingzhang.audit.performance.gather import Passage, passages
from mingzhang.audit.performance.grades import Scale, scales
from mingzhang.audit.performance.portions import wrong
from mingzhang.audit.performance.quantity import Quantity, quantities, shown
from mingzhang.audit.performance.verdict import broken, open_, passed
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.document import Disclosure
from mingzhang.terms.printed import plain

_MONEY: Final = r"\d[\d,]*(?:\.\d+)?\s*(?:万元|亿元|元)"
_SCORE: Final = re.compile(
    r"(?<!平均)(?:自评|评价|综合|绩效|最终)*(?:得分|评分|总分|分数)(?:结果)?\s*(?:为|是|:|达)?\s*(?P<score>\d+(?:\.\d+)?)\s*分(?!钟|以|及以|至|[-—~～]|\s*[（(]不?含)"
    r"(?:[^。；;\d]{0,14}?(?:等级|等次|评级|级别|结果|结论|评定|评|属|定)(?:评定)?(?:为|是|:|于)?\s*[“\"「]?"
    r"(?P<grade>优秀|优|良好|良|中等|中|基本合格|不合格|合格|较差|差)(?![\u4e00-\u9fff]{2}|化|势|质|点|先|惠))?"
)
_EXECUTION: Final = re.compile(
    rf"(?:全年|年初|项目|年度|调整后?)*预算(?:数|金额|资金|安排)?(?:为|是|:)?\s*(?P<budget>{_MONEY})[^。；;\d]{{0,14}}?"
    rf"(?:全年|实际)?(?:执行|支出|使用|支付)(?:数|金额|资金)?(?:为|是|:)?\s*(?P<executed>{_MONEY})[^。；;\d]{{0,14}}?"
    r"(?:完成(?:全年|年度|年初|项目)?预算的?|(?:预算|资金)?(?:执行|完成)率(?:为|是|:|达到?)?|占(?:全年|年度)?预算的?)\s*"
    r"(?P<rate>\d[\d,]*(?:\.\d+)?\s*%)"
)
_NAME: Final = re.compile(
    r"[“\"](?P<quoted>[^”\"]{3,40})[”\"](?:项目|绩效|自评)|"
    r"(?:^|[。；;、，,\d.)）])\s*(?![）)])(?P<bare>[^。；;，,:：\d“”]{3,40}?)(?:项目)?(?:支出)?(?:绩效)?(?:自评综述|自评得分)"
)
_PARTS: Final = re.compile(
    r"(?P<name>投入|过程|产出|效果|效益|满意度|成本|预算执行率?|决策)(?:类|情况)?(?:指标)?(?:[（(][^）)]{0,12}[）)])?(?:满分\s*\d+\s*分[，,])?"
    r"\s*(?:得分|自评得分|得)\s*(?:为|是|:)?\s*(?P<score>\d+(?:\.\d+)?)\s*分"
)


@dataclass(frozen=True, slots=True)
class Said:
    """A number of a summary with where it stands in its passage."""

    quantity: Quantity
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What a passage says of one project; `name` is empty when it does not name one."""

    passage: Passage
    name: str
    score: Said | None = None
    budget: Said | None = None
    executed: Said | None = None


def summaries(document: Disclosure) -> Iterator[Summary]:
    """The summaries of projects: the passages that name one and give its score or money."""
    name = ""
    for passage in passages(document):
        text = plain(passage.text)
        names = list({_name(found) for found in _NAME.finditer(text)})
        scores, money = list(_SCORE.finditer(text)), list(_EXECUTION.finditer(text))
        if len(names) == 1:
            name = names[0]
        elif names:
            name = ""
        if name and len(scores) <= 1 and len(money) <= 1 and (scores or money):
            yield Summary(
                passage,
                name,
                _said(scores[0], "score") if scores else None,
                _said(money[0], "budget") if money else None,
                _said(money[0], "executed") if money else None,
            )
            name = ""


def execution(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """全年预算数 A，执行数 B，完成预算的 C%: C = B ÷ A."""
    for passage in passages(context.document) if context.document else ():
        for found in _EXECUTION.finditer(plain(passage.text)):
            yield _execution(rule, passage, found)


def graded_scores(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """自评得分 S 分，等级 G: the grade is the one that S earns, and S is at most 100."""
    known = scales(rule.arguments)
    for passage in passages(context.document) if context.document else ():
        for found in _SCORE.finditer(plain(passage.text)):
            if found["grade"]:
                yield _graded(rule, passage, found, known)


def summed_scores(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """The scores of all first-level indicators given in prose make the total given beside them."""
    frames = [frozenset(text.split()) for text in rule.arguments]
    for passage in passages(context.document) if context.document else ():
        text = plain(passage.text)
        parts = {found["name"]: found for found in _PARTS.finditer(text)}
        totals = [found for found in _SCORE.finditer(text) if not _is_part(found, parts.values())]
        if frozenset(parts) in frames and len(totals) == 1 and not _is_explained(passage, context.document):
            yield _summed(rule, passage, parts, totals[0])


def _name(found: re.Match[str]) -> str:
    return (found["quoted"] or found["bare"]).strip().removesuffix("项目")


def _said(found: re.Match[str], group: str) -> Said | None:
    quantity = next(iter(quantities(found[group])), None)
    return Said(quantity, *found.span(group)) if quantity else None


def _execution(rule: Rule, passage: Passage, found: re.Match[str]) -> Result:
    budget, executed, rate = (quantities(found[group])[0] for group in ("budget", "executed", "rate"))
    try:
        fit = fit_share(rate.value, rate.places, around(executed), around(budget))
    except NoRatio:
        return open_(rule, "预算数为零，没有执行率可算")
    if fit is not Fit.WRONG:
        return passed(rule)
    expected = shown(executed.value / budget.value * 100) + "%"
    return broken(
        rule,
        f"执行数{executed.text}÷预算数{budget.text}应为{expected}，印为{rate.text}",
        quote=passage.text[found.start() : found.end()],
        position=passage.position(found.start("rate")),
        where=passage.heading,
        printed=rate.text,
        expected=expected,
    )


def _graded(rule: Rule, passage: Passage, found: re.Match[str], known: tuple[Scale, ...]) -> Result:
    score, word = Fraction(found["score"]), found["grade"]
    fitting = [scale for scale in known if word in scale.words]
    if any(scale.word(score) == word for scale in fitting) and score <= 100:
        return passed(rule)
    expected = fitting[0].word(score) if fitting else ""
    note = f"得分{found['score']}分，等级应为“{expected}”，印为“{word}”"
    return broken(
        rule,
        note if score <= 100 else f"得分{found['score']}分大于满分100分",
        quote=passage.text[found.start() : found.end("grade")],
        position=passage.position(found.start()),
        where=passage.heading,
        printed=word if score <= 100 else found["score"],
        expected=expected if score <= 100 else "不大于100",
    )


def _is_explained(passage: Passage, document: Disclosure | None) -> bool:
    """Whether one of the passage's scores is found wrong by itself."""
    return document is not None and any(one.told.passage.text == passage.text for one in wrong(document))


def _is_part(found: re.Match[str], parts: Iterable[re.Match[str]]) -> bool:
    return any(part.start() <= found.start() < part.end() for part in parts)


def _summed(rule: Rule, passage: Passage, parts: dict[str, re.Match[str]], total: re.Match[str]) -> Result:
    scores = [Fraction(part["score"]) for part in parts.values()]
    actual, printed = sum(scores, Fraction(0)), Fraction(total["score"])
    if actual == printed:
        return passed(rule)
    said = " + ".join(f"{name}{part['score']}" for name, part in parts.items())
    return broken(
        rule,
        f"总分{total['score']}分，各部分得分之和为{said} = {shown(actual)}",
        quote=passage.text[total.start() : total.end("score")],
        position=passage.position(total.start()),
        where=passage.heading,
        printed=total["score"],
        expected=shown(actual),
    )
