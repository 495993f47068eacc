"""Recognise 识别: which of the nine statements a grid can be by its head, and where the figures of one stand."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from mingzhang.reading.published.kinds import Forms, without
from mingzhang.reading.published.title import Title
from mingzhang.reading.stated.block import Block
from mingzhang.reading.stated.coded import find_coded
from mingzhang.reading.stated.economic import find_economic
from mingzhang.reading.stated.kind import StatementKind
from mingzhang.reading.stated.named import find_named
from mingzhang.reading.stated.spot import Found
from mingzhang.reading.stated.three import find_three
from mingzhang.reading.stated.words import heading, key, nearest_statement

_HEAD_ROWS: Final = 8
_SURE: Final = frozenset(("T1", "T2", "T3", "T4", "T6", "T7"))
"""Statements whose head no other statement has."""
_ECONOMIC: Final = re.compile(r"(?:30[1-3]|310)\d{0,2}(?!\d)")


def figures_in(block: Block, form: StatementKind, forms: Forms) -> Found:
    """Where the figures of a statement stand in a grid."""
    match form.id:
        case "T1" | "T4":
            return find_named(block, form, loose=True)
        case "T6":
            return find_economic(block, form, forms.economics)
        case "T7":
            return find_three(block, form)
        case "T9":
            form = without(form, "合计" if _is_drawn_long(block) else "小计")
    return find_coded(block, form, forms.functions, loose=True)


def _is_drawn_long(block: Block) -> bool:
    head = {heading(text) for row in block.rows[:_HEAD_ROWS] for text in row if isinstance(text, str) and text}
    return _is_long(head, set())


def identity_of(block: Block, title: Title | None) -> str:
    """The statement a grid is: the one its title says, unless its head is surely that of another.

    A table under the title of some other table is none of them, unless that title is one of theirs with a slip.
    """
    shapes = shapes_of(block)
    titled = title.statement if title else ""
    if title and not titled:
        meant = nearest_statement(title.text)
        return meant if meant in shapes & _SURE else ""
    if titled in shapes:
        return titled
    sure = shapes & _SURE
    if len(sure) == 1:
        return next(iter(sure))
    return titled


def shapes_of(block: Block) -> frozenset[str]:
    """The statements whose head a grid has."""
    head = {heading(text) for row in block.rows[:_HEAD_ROWS] for text in row if isinstance(text, str) and text}
    rows = {key(str(text)) for row in block.rows for text in row[: max(1, block.width)] if text}
    return frozenset(name for name, test in _SHAPES.items() if test(head, rows))


def _has(words: set[str], *wanted: str) -> bool:
    return all(any(want in word for word in words) for want in wanted)


def _is_lanes(rows: set[str]) -> bool:
    return len(rows & {"一般公共服务支出", "外交支出", "教育支出", "本年收入合计", "本年支出合计", "公共安全支出"}) >= 4


def _is_overall(head: set[str], rows: set[str]) -> bool:
    return _is_lanes(rows) and (_has(rows, "事业收入") or _has(rows, "上级补助收入")) and not _is_grants(head, rows)


def _is_grants(head: set[str], rows: set[str]) -> bool:
    return (
        _is_lanes(rows)
        and any(word.startswith("政府性基金") and "收入" not in word for word in head - {"支出"})
        and ("合计" in head or "小计" in head)
    )


def _is_income(head: set[str], rows: set[str]) -> bool:
    return _has(head, "事业收入", "上级补助收入", "其他收入") and not _is_lanes(rows)


def _is_spending(head: set[str], rows: set[str]) -> bool:
    return _has(head, "基本支出", "项目支出", "上缴上级支出") and not _is_lanes(rows)


def _is_economic(head: set[str], rows: set[str]) -> bool:
    names = {"基本工资", "津贴补贴", "办公费", "印刷费", "工资福利支出", "商品和服务支出", "对个人和家庭的补助"}
    return len((rows - head) & names) >= 4 and not _has(head, "功能分类")


def _is_three(head: set[str], rows: set[str]) -> bool:
    return _has(head | rows, "接待费", "出国") and not _has(rows, "办公费")


def _is_long(head: set[str], rows: set[str]) -> bool:
    return _has(head, "结转", "本年收入", "支出") and not _is_lanes(rows) and not _is_income(head, rows)


def _is_short(head: set[str], rows: set[str]) -> bool:
    return _has(head, "基本支出", "项目支出") and not (
        _has(head, "上缴上级") or _has(head, "本年收入") or _is_lanes(rows) or _is_economic(head, rows)
    )


_SHAPES: Final[Mapping[str, Callable[[set[str], set[str]], bool]]] = {
    "T1": _is_overall,
    "T2": _is_income,
    "T3": _is_spending,
    "T4": _is_grants,
    "T5": lambda head, rows: _is_short(head, rows) or _is_long(head, rows),
    "T6": _is_economic,
    "T7": _is_three,
    "T8": lambda head, rows: _is_long(head, rows) or _is_short(head, rows),
    "T9": lambda head, rows: _is_long(head, rows) or _is_short(head, rows),
}
