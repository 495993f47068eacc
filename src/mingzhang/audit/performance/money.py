"""Money 资金: the lines of money of an evaluation and their sums."""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.performance.gather import evaluations
from mingzhang.audit.performance.heads import squeezed
from mingzhang.audit.performance.marks import value
from mingzhang.audit.performance.quantity import Quantity, shown
from mingzhang.audit.performance.verdict import broken, passed, title
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.evaluation import Entry, Evaluation, Funding

_WHOLE: Final = re.compile(r"总额|总金额|合计|总计|资金$|整体支出")
_PARTS: Final = (
    ("财政拨款", r"财政拨款|财政资金|预算拨款"),
    ("结转", r"结转"),
    ("其他", r"其他|单位资金|自筹|事业收入|专户"),
)
_NESTED: Final = re.compile(r"中央|省|市|县|区|本级|上级|一般公共预算|政府性基金|国有资本|补助")


def sources(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """年度资金总额 = 当年财政拨款 + 上年结转 + 其他资金, in every column."""
    for evaluation in _all(context):
        whole, parts = whole_and_parts(evaluation)
        if whole and parts:
            for column in ("opening", "budget", "executed"):
                yield from _sum(rule, evaluation, whole, parts, column)


def parts_within(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """其中 of the money is not more than all money, in every column."""
    for evaluation in _all(context):
        if whole_and_parts(evaluation)[0]:
            continue  # said by sources
        whole = whole_line(evaluation)
        parts = [line for line in evaluation.fundings if line is not whole and squeezed(line.label).startswith("其中")]
        for part in parts if whole else ():
            for name in ("opening", "budget", "executed"):
                yield from _within(rule, evaluation, getattr(whole, name), getattr(part, name), part)


def whole_line(evaluation: Evaluation) -> Funding | None:
    """The line of all money: the only one, or the first that is labelled so."""
    if len(evaluation.fundings) == 1:
        return evaluation.fundings[0]
    labels = ((line, re.sub(r"[(].*?[)]|:", "", squeezed(line.label))) for line in evaluation.fundings)
    return next((line for line, label in labels if _WHOLE.search(label) and not label.startswith("其中")), None)


def added(evaluation: Evaluation, name: str) -> list[Fraction]:
    """What the sources of a column of money add up to, where the table has them."""
    whole, parts = whole_and_parts(evaluation)
    total = summed(whole, parts, name) if whole else None
    return [total.value] if total else []


def _all(context: Context) -> tuple[Evaluation, ...]:
    return evaluations(context.document) if context.document else ()


def whole_and_parts(evaluation: Evaluation) -> tuple[Funding | None, list[Funding]]:
    """The line of all money and the lines of its sources; none where a source stands twice or is parted further."""
    whole = whole_line(evaluation)
    parts = [f for f in evaluation.fundings if f is not whole]
    kinds = [_kind(squeezed(part.label)) for part in parts]
    clear = whole and len(parts) >= 2 and all(kinds) and len(set(kinds)) == len(kinds) and "财政拨款" in kinds
    return (whole, parts) if clear else (None, [])


def _kind(label: str) -> str:
    if _NESTED.search(label):
        return ""
    return next((kind for kind, pattern in reversed(_PARTS) if re.search(pattern, label)), "")


def _sum(rule: Rule, evaluation: Evaluation, whole: Funding, parts: list[Funding], column: str) -> Iterator[Result]:
    entry = getattr(whole, column)
    total, addends = value(entry), [value(getattr(part, column)) for part in parts]
    known = [addend for addend in addends if addend]
    complete = all(addend or _is_empty(getattr(part, column)) for addend, part in zip(addends, parts, strict=True))
    if not total or not known or not complete:
        return
    actual = sum((addend.value for addend in known), Fraction(0))
    slack = total.spread + sum((addend.spread for addend in known), Fraction(0))
    if abs(total.value - actual) <= slack:
        yield passed(rule)
        return
    expected = shown(actual, max(total.places, *(addend.places for addend in known)))
    note = f"年度资金总额{total.text}，各来源之和为{' + '.join(a.text for a in known)} = {expected}"
    yield broken(
        rule,
        note,
        quote=whole.quote,
        position=entry.position,
        where=title(evaluation),
        printed=total.text,
        expected=expected,
    )


def _is_empty(entry: Entry | None) -> bool:
    """Whether nothing, or a mark for nothing, stands where a source has no money."""
    return entry is None or entry.text.strip() in {"", "—", "-", "－", "/", "——", "--", "无"}


def _within(
    rule: Rule, evaluation: Evaluation, whole: Entry | None, part: Entry | None, line: Funding
) -> Iterator[Result]:
    most, printed = value(whole), value(part)
    if not most or not printed or whole is None:
        return
    if printed.value <= most.value + most.spread + printed.spread:
        yield passed(rule)
        return
    yield broken(
        rule,
        f"{line.label}{printed.text}大于资金总额{most.text}",
        quote=line.quote,
        position=line.position,
        where=title(evaluation),
        printed=printed.text,
        expected=f"不大于{most.text}",
        root=f"PF.money:{title(evaluation)}:{most.text}",
    )


def summed(whole: Funding, parts: list[Funding], name: str) -> Quantity | None:
    """What the sources of a column add up to, in the places of the line of all money."""
    total = value(getattr(whole, name))
    addends = [addend for part in parts if (addend := value(getattr(part, name)))]
    return replace(total, value=sum((a.value for a in addends), Fraction(0))) if total and addends else None
