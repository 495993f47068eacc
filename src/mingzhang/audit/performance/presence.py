"""Presence: columns that are filled, columns that must exist, scores that were promised."""

import re
from collections.abc import Iterator
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.performance import heads
from mingzhang.audit.performance.gather import blocks, evaluations, passages, unread
from mingzhang.audit.performance.remember import once
from mingzhang.audit.performance.verdict import broken, open_, passed, silent, title
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.evaluation import Entry, Evaluation, Indicator, Scope
from mingzhang.disclosure.section import Paragraph

_SCORED: Final = ((heads.SCORE, "得分"), (heads.DEDUCTION, "扣分"), (heads.WEIGHT, "分值"))
_UNSCORED_FORM: Final = "包含数字及文字描述"
"""Heads of an official form that has no scores (四川: 预期指标值（包含数字及文字描述）)."""
_FEWEST: Final = 3
_PROMISE: Final = re.compile(
    r"[^。；;\n]{0,24}(?:统一|逐项|综合|量化)(?:打分|评分|计分)(?!法|办法|标准|细则|表|制)[^。；;\n]{0,16}"
)
_ELSEWHERE: Final = re.compile(r"(?:自评|评价|评分|得分)表?[^。；;]{0,12}(?:附后|见附|详见|另附)")
_GIVEN: Final = re.compile(
    r"(?:得分|总分|评分|得)(?:结果)?(?:为|是|：|:)?\s*\d|\d+(?:\.\d+)?\s*分(?![钟之析])|"
    r"(?:等级|等次|评级|评价结果|结论)(?:为|是|：|:)?\s*[“\"「]?(?:优|良|中|差|合格|不合格)|评[定为价]+[“\"「](?:优|良|中|差)"
)


def filled(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """A column 得分, 扣分 or 分值 that the table has is filled in."""
    for evaluation in _all(context):
        for kind, name in _SCORED:
            entries = [getattr(indicator, kind) for indicator in evaluation.indicators]
            head = evaluation.column(kind)
            if head is None or len(entries) < _FEWEST or not all(entries) or any(e.doubtful for e in entries):
                continue
            if all(entry.is_blank for entry in entries):
                yield _empty(rule, evaluation, head, name)
            else:
                yield passed(rule)


def answered(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Every target has its result; a column of results that is empty altogether is told once."""
    for evaluation in _all(context):
        lines = [indicator for indicator in evaluation.indicators if _demands(indicator)]
        blank = [indicator for indicator in lines if indicator.actual and indicator.actual.is_blank]
        if not lines or not (evaluation.ruled or evaluation.position.line is not None):
            continue
        if blank and len(blank) == len(lines) and len(lines) >= _FEWEST:
            head = evaluation.column(heads.ACTUAL)
            yield (
                _empty(rule, evaluation, head, "实际完成值") if head else open_(rule, f"{title(evaluation)}没有完成值")
            )
        elif blank:
            yield from (_unanswered(rule, evaluation, indicator) for indicator in blank)
        else:
            yield passed(rule)


def _demands(indicator: Indicator) -> bool:
    """Whether a line has a name and a target of its own, so that a result belongs to it."""
    target = indicator.target
    own = indicator.name and indicator.name in indicator.quote.split("\t")
    return bool(
        own and target and target.text and not target.shared and indicator.actual and not indicator.actual.doubtful
    )


def _unanswered(rule: Rule, evaluation: Evaluation, indicator: Indicator) -> Result:
    return broken(
        rule,
        f"“{indicator.name}”没有填实际完成值",
        quote=indicator.quote,
        position=indicator.position,
        where=title(evaluation),
        printed=indicator.target.text if indicator.target else "",
        expected="填写实际完成值",
    )


def columns(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """A project's table has 分值 and 得分; a table nobody can read is told."""
    document = context.document
    if document is None:
        yield silent(rule, "没有文字可看")
        return
    for table in unread(document):
        yield open_(rule, f"{table.position}的绩效自评表认不出表头")
    scored = is_scored(document)
    for evaluation in _all(context):
        if evaluation.scope is not Scope.PROJECT or not evaluation.name or not evaluation.column(heads.ACTUAL):
            continue
        if len(evaluation.indicators) >= _FEWEST:
            yield _columns(rule, evaluation, scored)


def promised(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Where the text says that scores were given, a score or a grade is printed."""
    document = context.document
    found = passages(document) if document else ()
    for passage in found:
        promise = _PROMISE.search(passage.text)
        if not promise or document is None:
            continue
        if is_scored(document):
            yield passed(rule)
            return
        note = "文中说已按评价标准打分、形成自评结论，全文却没有任何得分或等级"
        yield broken(
            rule,
            note,
            quote=passage.sentence(promise.start()),
            position=passage.position(promise.start()),
            where=passage.heading or "绩效评价报告",
            printed=promise[0].strip("，,、 "),
            expected="写出自评总分和等级",
        )
        return


@once
def is_scored(document: Disclosure) -> bool:
    """Whether a score or a grade is given anywhere, or said to be given in an annex of its own."""
    texts = (block.text for _, block, _ in blocks(document) if isinstance(block, Paragraph))
    spoken = (*texts, *(passage.text for passage in passages(document)))
    if any(_GIVEN.search(text) or _ELSEWHERE.search(text) for text in spoken):
        return True
    return any(_has_score(evaluation) for evaluation in evaluations(document))


def _all(context: Context) -> tuple[Evaluation, ...]:
    return evaluations(context.document) if context.document else ()


def _has_score(evaluation: Evaluation) -> bool:
    scores = [*(i.score for i in evaluation.indicators), *(f.score for f in evaluation.fundings)]
    return bool(evaluation.total or evaluation.grade) or any(score and score.text for score in scores)


def _empty(rule: Rule, evaluation: Evaluation, head: Entry, name: str) -> Result:
    said = f"“{head.text}”列{len(evaluation.indicators)}行全空"
    return broken(
        rule,
        said,
        quote=_heads(evaluation),
        position=head.position,
        where=title(evaluation),
        printed=said,
        expected=f"逐项填写{name}（0也要填）",
    )


def _heads(evaluation: Evaluation) -> str:
    return "\t".join(entry.text for _, entry in evaluation.columns)


def _columns(rule: Rule, evaluation: Evaluation, scored: bool) -> Result:
    kinds = dict(evaluation.columns)
    if any(entry.doubtful for entry in kinds.values()):
        return open_(rule, f"{title(evaluation)}的表头看不清")
    has = kinds.keys() & {heads.SCORE, heads.DEDUCTION}
    if has or scored or any(_UNSCORED_FORM in entry.text for entry in kinds.values()):
        return passed(rule)
    target, actual = evaluation.column(heads.TARGET), evaluation.column(heads.ACTUAL)
    quote = "\t".join(entry.text for entry in (target, actual) if entry)
    first: Indicator = evaluation.indicators[0]
    return broken(
        rule,
        "项目支出绩效自评表只有目标值和完成值，没有分值、得分，也没有总分",
        quote=quote if len(quote) >= 10 else _heads(evaluation),
        position=actual.position if actual else first.position,
        where=title(evaluation),
        printed=quote,
        expected="列出分值、得分和总分",
    )
