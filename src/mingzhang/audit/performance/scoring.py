"""Scoring: scores lie within their weights, weights make the full mark, scores make the total, the total the grade."""

from collections.abc import Iterator
from fractions import Fraction

from mingzhang.audit.context import Context
from mingzhang.audit.finding import Outcome
from mingzhang.audit.grid import Grid
from mingzhang.audit.performance.causes import explains_total, explains_weight, lone_score, lone_weight
from mingzhang.audit.performance.gather import evaluations
from mingzhang.audit.performance.grades import Scale, scales
from mingzhang.audit.performance.marks import FULL, column, full, is_unfilled, may_lack_money, total, value
from mingzhang.audit.performance.quantity import Quantity, shown
from mingzhang.audit.performance.verdict import broken, open_, passed, title
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.evaluation import Entry, Evaluation, Funding, Indicator


def scores(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """0 ≤ 得分 ≤ 分值, 0 ≤ 扣分 ≤ 分值, and 得分 + 扣分 = 分值 where all three are printed."""
    for evaluation in _all(context):
        items: list[Indicator | Funding] = [*evaluation.indicators, *evaluation.fundings]
        for item in items:
            weight, score = value(item.weight), value(item.score)
            deduction = value(item.deduction) if isinstance(item, Indicator) else None
            if isinstance(item, Indicator) and (explains_weight(evaluation, item) or "加分" in item.name):
                continue
            if weight and (score or deduction):
                yield _bounded(rule, evaluation, item.quote, item.score, (weight, score, deduction))


def weights(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """The weights of indicators and of execution make the full mark."""
    for evaluation in _all(context):
        parts = column(evaluation, "weight")
        if parts:
            yield _weighed(rule, evaluation, total(parts))


def totals(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """总分 = Σ得分."""
    for evaluation in _all(context):
        parts, printed = column(evaluation, "score"), value(evaluation.total)
        if parts and printed and not is_unfilled(evaluation, "score"):
            yield from _totalled(rule, evaluation, parts, printed)
        elif printed and not evaluation.column("score"):
            yield from _deducted(rule, evaluation, printed)


def grades(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """The printed grade is the one that the total earns on some scale in use."""
    known = scales(rule.arguments)
    for evaluation in _all(context):
        earned, grade = value(evaluation.total), evaluation.grade
        if earned and grade and not grade.doubtful:
            judged = judge_grade(
                rule,
                grade.text,
                _share(evaluation, earned.value),
                known,
                f"总分{earned.text}",
                grade,
                title(evaluation),
            )
            yield (
                passed(rule) if judged.outcome is Outcome.VIOLATED and _is_of_sum(evaluation, grade, known) else judged
            )


def _share(evaluation: Evaluation, score: Fraction) -> Fraction:
    """A score out of 100."""
    return score * FULL / full(evaluation) if full(evaluation) else score


def _is_of_sum(evaluation: Evaluation, grade: Entry, known: tuple[Scale, ...]) -> bool:
    """Whether the grade is that of the scores added up, so that not it but the printed total is wrong."""
    parts, printed = column(evaluation, "score"), value(evaluation.total)
    if not parts or not printed or may_lack_money(evaluation, printed.value - total(parts), "score"):
        return False
    earned = _share(evaluation, total(parts))
    return any(grade.text in scale.words and scale.word(earned) == grade.text for scale in known)


def judge_grade(
    rule: Rule, word: str, score: Fraction, known: tuple[Scale, ...], said: str, entry: Entry, where: str
) -> Result:
    """Whether a grade fits a score out of 100."""
    fitting = [scale for scale in known if word in scale.words]
    if not fitting:
        return open_(rule, f"不认识等级“{word}”")
    if any(scale.word(score) == word for scale in fitting):
        return passed(rule)
    expected = fitting[0].word(score)
    note = f"{said}应评为“{expected}”，印为“{word}”"
    return broken(
        rule, note, quote=entry.row or entry.text, position=entry.position, where=where, printed=word, expected=expected
    )


def _all(context: Context) -> tuple[Evaluation, ...]:
    return evaluations(context.document) if context.document else ()


def _weighed(rule: Rule, evaluation: Evaluation, actual: Fraction) -> Result:
    if actual in {FULL, full(evaluation)}:
        return passed(rule)
    if may_lack_money(evaluation, full(evaluation) - actual, "weight"):
        return open_(rule, f"{title(evaluation)}分值合计{shown(actual)}，预算执行的分值没有列出")
    if not evaluation.full and not _is_whole(evaluation):
        return open_(rule, f"{title(evaluation)}没有合计行，分值合计{shown(actual)}")
    return _weights(rule, evaluation, actual)


def _totalled(rule: Rule, evaluation: Evaluation, parts: list[Quantity], printed: Quantity) -> Iterator[Result]:
    actual = total(parts)
    slack = sum((part.spread for part in (printed, *parts) if part.places), Fraction(0))
    if abs(printed.value - actual) <= slack:
        yield passed(rule)
    elif may_lack_money(evaluation, printed.value - actual, "score"):
        yield open_(rule, f"{title(evaluation)}各项得分之和{shown(actual)}，预算执行的得分没有列出")
    elif explains_total(evaluation, actual - printed.value):
        return
    elif wrong := lone_score(evaluation, actual - printed.value):
        yield _lone(rule, evaluation, wrong, wrong.score, f"总分印为{printed.text}，各项得分之和为{shown(actual)}")
    elif evaluation.total:
        expected = shown(actual)
        yield broken(
            rule,
            f"总分印为{printed.text}，各项得分之和为{expected}",
            quote=evaluation.total.row,
            position=evaluation.total.position,
            where=title(evaluation),
            printed=printed.text,
            expected=expected,
        )


def _deducted(rule: Rule, evaluation: Evaluation, printed: Quantity) -> Iterator[Result]:
    """总分 = 满分 − Σ扣分, where a table tells what was taken off and not what was earned."""
    taken = [value(indicator.deduction) for indicator in evaluation.indicators]
    if not taken or not evaluation.full or not all(taken) or evaluation.total is None:
        return
    off = total([quantity for quantity in taken if quantity])
    if full(evaluation) - off == printed.value:
        yield passed(rule)
        return
    one = [item for item in evaluation.indicators if (lost := value(item.deduction)) and lost.value]
    alone = one[0] if len(one) == 1 and printed.value == full(evaluation) else None
    entry, quote = (alone.deduction, alone.quote) if alone else (evaluation.total, evaluation.total.row)
    expected = shown(full(evaluation) - off)
    yield broken(
        rule,
        f"总分印为{printed.text}，满分{shown(full(evaluation))}减去扣分之和{shown(off)}为{expected}",
        quote=quote,
        position=entry.position if entry else evaluation.position,
        where=title(evaluation),
        printed=entry.text if alone and entry else printed.text,
        expected="0" if alone else expected,
    )


def _bounded(
    rule: Rule,
    evaluation: Evaluation,
    quote: str,
    entry: Entry | None,
    printed: tuple[Quantity, Quantity | None, Quantity | None],
) -> Result:
    weight, score, deduction = printed
    note = expected = ""
    if score and score.value > weight.value:
        note, expected = f"得分{score.text}大于分值{weight.text}", f"不大于{weight.text}"
    elif deduction and deduction.value > weight.value:
        note, expected = f"扣分{deduction.text}大于分值{weight.text}", f"不大于{weight.text}"
    elif score and deduction and score.value + deduction.value != weight.value and deduction.value:
        note = f"得分{score.text} + 扣分{deduction.text}不等于分值{weight.text}"
        expected = shown(weight.value - deduction.value)
    if not note:
        return passed(rule)
    text = (score or deduction or weight).text
    position = entry.position if entry else None
    return broken(rule, note, quote=quote, position=position, where=title(evaluation), printed=text, expected=expected)


def _lone(rule: Rule, evaluation: Evaluation, wrong: Indicator, entry: Entry | None, said: str) -> Result:
    """A sum that fails because of one line whose weight and score differ without a word why."""
    weight, score = value(wrong.weight), value(wrong.score)
    texts = (weight.text, score.text) if weight and score else ("", "")
    expected = texts[0] if entry is wrong.score else texts[1]
    return broken(
        rule,
        f"{said}；“{wrong.name}”分值{texts[0]}、得分{texts[1]}，没有说明扣分原因，应为{expected}",
        quote=wrong.quote,
        position=entry.position if entry else wrong.position,
        where=title(evaluation),
        printed=entry.text if entry else "",
        expected=expected,
        root=f"PF.lone:{title(evaluation)}:{wrong.quote}",
    )


def _is_whole(evaluation: Evaluation) -> bool:
    """Whether money and indicators of both halves carry weights, so that nothing is missing."""
    has_money = any(value(funding.weight) for funding in evaluation.fundings)
    firsts = "".join({indicator.first for indicator in evaluation.indicators})
    return has_money and "产出" in firsts and ("效" in firsts or "满意" in firsts)


def _weights(rule: Rule, evaluation: Evaluation, actual: Fraction) -> Result:
    head, printed = evaluation.column("weight"), value(evaluation.full)
    if wrong := lone_weight(evaluation):
        said = f"各项分值之和为{shown(actual)}，不是{shown(full(evaluation))}"
        return _lone(rule, evaluation, wrong, wrong.weight, said)
    entry = evaluation.full or head
    declared = printed.text if printed else str(FULL)
    return broken(
        rule,
        f"分值合计应为{declared}，各项分值之和为{shown(actual)}",
        quote=evaluation.full.row if evaluation.full else "\t".join(entry.text for _, entry in evaluation.columns),
        position=entry.position if entry else evaluation.position,
        where=title(evaluation),
        printed=printed.text if printed else shown(actual),
        expected=shown(actual) if printed else declared,
    )
