"""Kinds 改法: what is changed in a clean document and how, drawn by a seeded generator.

A change is made in what was read of the file (a cell or the text of its transcript), before anything is understood: the
same as if the file had been printed so, without printing it five thousand times.
"""

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from benchmarks.mutation.emptiness import declared, undeclared
from benchmarks.mutation.flow import Flow, flow_of
from benchmarks.mutation.mutation import Breaks, Mutation, always, is_large, worth
from benchmarks.mutation.selfevaluation import claimed, in_column, in_foot
from benchmarks.mutation.slips import NUMBERS, Slip, misspelt, rate, year_before
from mingzhang.disclosure.table import Table, TableCell
from mingzhang.reading.transcript import Transcript

_AMOUNT: Final = re.compile(r"-?\d{1,3}(?:,\d{3})*\.\d{2}|-?\d+\.\d{2}")
_HAN: Final = r"\u4e00-\u9fff"
_BODY: Final = re.compile(rf"第一部分\s*([{_HAN}]{{5,}}?)\s*概况")
_OPPOSITE: Final = {"小于": "大于", "大于": "小于", "减少": "增加", "增加": "减少"}
_STRANGE: Final = ("抚恤金", "医疗费补助", "助学金", "租赁费", "咨询费", "手续费", "救济费")
"""Economic items of which clean documents that do not list them spend nothing."""

Change = Callable[[Flow, random.Random], Mutation | None]
"""One change of a document, or nothing where it has no place for it."""


@dataclass(frozen=True, slots=True)
class Words:
    """Pieces of text, the first group of a pattern, how they go wrong, and when that breaks what must hold."""

    pattern: re.Pattern[str]
    slip: Slip
    breaks: Breaks = always

    def change(self, flow: Flow, rng: random.Random, kind: str) -> Mutation | None:
        """One of the pieces changed."""
        spots = [found.span(1) for found in self.pattern.finditer(flow.text)]
        return in_text(flow, rng, kind, spots, self.slip, self.breaks)


def in_text(
    flow: Flow, rng: random.Random, kind: str, spots: list[tuple[int, int]], slip: Slip, breaks: Breaks = always
) -> Mutation | None:
    """One of some pieces of the text changed."""
    if not spots:
        return None
    start, end = rng.choice(spots)
    before = flow.text[start:end]
    after = slip(rng, before)
    if after == before:
        return None
    return Mutation(
        kind, before, after, breaks(before, after), flow.written(start, end, after), flow.sentence(start, end, after)
    )


def in_cell(flow: Flow, rng: random.Random, kind: str, slip: Slip) -> Mutation | None:
    """A figure of a table printed wrong."""
    places = _cells(flow.transcript)
    if not places:
        return None
    index, row, column = rng.choice(places)
    table = flow.transcript.items[index]
    assert isinstance(table, Table)
    cell = table.rows[row][column]
    before = cell.text.strip()
    after = slip(rng, before)
    if worth(before) == worth(after):
        return None
    items = list(flow.transcript.items)
    items[index] = _with_cell(table, row, column, replace(cell, text=after))
    changed = replace(flow.transcript, items=tuple(items), exact=None)
    return Mutation(kind, before, after, is_large(before, after), changed, in_cell=True)


def _name(flow: Flow, rng: random.Random, kind: str) -> Mutation | None:
    """The body's own name misspelt in a heading or a sentence."""
    body = _BODY.search(flow.text)
    spots = [found.span() for found in re.finditer(re.escape(body[1]), flow.text)] if body else []
    return in_text(flow, rng, kind, spots, misspelt)


def _item(flow: Flow, rng: random.Random, kind: str) -> Mutation | None:
    """One of the items that money was spent on replaced by one on which none was."""
    lists = [found.span(1) for found in re.finditer(rf"经费[\d.]+\s*万元，主要包括：([{_HAN}（）、]+)", flow.text)]
    spots = [(start + part.start(), start + part.end())
             for start, end in lists for part in re.finditer("[^、]+", flow.text[start:end])]  # fmt: skip
    strange = [name for name in _STRANGE if name not in flow.text]
    return in_text(flow, rng, kind, spots, lambda rng, text: rng.choice(strange) if strange else text)


def _cells(transcript: Transcript) -> list[tuple[int, int, int]]:
    return [
        (index, row, column)
        for index, item in enumerate(transcript.items)
        if isinstance(item, Table) and len(item.rows) > 2
        for row, column, cell in item.cells()
        if _AMOUNT.fullmatch(cell.text.strip())
    ]


def _with_cell(table: Table, row: int, column: int, cell: TableCell) -> Table:
    rows = list(table.rows)
    rows[row] = (*rows[row][:column], cell, *rows[row][column + 1 :])
    return replace(table, rows=tuple(rows))


def _dropped(rng: random.Random, text: str) -> str:
    return ""


_REASON: Final = r"，(?:主要(?:原因)?是|支出决算数[^，。]{0,12}主要原因是|主要原因：)[^。；]{4,}"
_IN_PROSE: Final = re.compile(r"(?<![\d.,])(\d+\.\d{2})(?=\s*万元)")
_PROSE: Final[Mapping[str, Words]] = {
    **{f"文字·金额{how}": Words(_IN_PROSE, NUMBERS[how], is_large) for how in ("错一位数字", "两位颠倒", "小数点错位")},
    "文字·百分比": Words(re.compile(r"(?:占|增长|下降|完成|的)[^%，。；\n]{0,24}?(?<![\d.])(\d+\.\d{1,2})(?=%)"), rate),
    "文字·漏百分号": Words(
        re.compile(r"(?:占|增长|下降)[^%，。；\n]{0,24}?(?<![\d.])(\d+\.\d{1,2}%)"), lambda rng, text: text[:-1]
    ),
    "文字·增减方向": Words(
        re.compile(r"((?:小于|大于)(?=年初预算|预算|全年预算)|(?:减少|增加)(?=\d+\.\d\d万元，(?:下降|增长)))"),
        lambda rng, text: _OPPOSITE[text],
    ),
    "文字·截至年度": Words(re.compile(r"截至(20\d\d)年"), year_before),
    "文字·标题年度": Words(
        re.compile(rf"(20\d\d)(?=年度[{_HAN}“”]{{0,30}}?决算(?:公开|明细表|总表|表|情况说明))"), year_before
    ),
    "文字·表头单位名称": Words(re.compile(rf"(?:部门|单位)：\s*([{_HAN}]{{6,}})(?=\s|$)", re.MULTILINE), misspelt),
    "文字·科目名称": Words(
        re.compile(rf"（款）([{_HAN}]{{4,}})（项）"), lambda rng, text: text[:-1] + ("务" if text[-1] != "务" else "业")
    ),
    # A total whose parts follow, each with its reason, may go without.
    "文字·漏写增减原因": Words(re.compile(rf"(?:增长|下降)\d+\.\d+%({_REASON})(?=[。；](?!其中))"), _dropped),
    "文字·漏写预算差异原因": Words(
        re.compile(rf"完成年初预算的\d+\.\d+%({_REASON})(?=[。；])"), _dropped, lambda before, after: False
    ),
}  # fmt: skip

_SCORE_IN_PROSE: Final = Words(re.compile(r"得分(\d+(?:\.\d+)?)分"), NUMBERS["错一位数字"])
_RESULT_IN_PROSE: Final = Words(
    re.compile(r"目标[^，。]{1,12}，完成(\d{3,}(?:\.\d+)?)(?=[张件])"), NUMBERS["错一位数字"]
)

KINDS: Final[Mapping[str, Change]] = {
    **{f"报表·{how}": partial(in_cell, kind=f"报表·{how}", slip=slip) for how, slip in NUMBERS.items()},
    **{kind: partial(words.change, kind=kind) for kind, words in _PROSE.items()},
    "文字·正文单位名称": partial(_name, kind="文字·正文单位名称"),
    "文字·列举项目": partial(_item, kind="文字·列举项目"),
    "文字·漏空表说明": partial(undeclared, kind="文字·漏空表说明"),
    "文字·误写空表说明": partial(declared, kind="文字·误写空表说明"),
    **{
        f"绩效·{head}": partial(in_column, kind=f"绩效·{head}", head=head)
        for head in ("完成值", "得分", "分值", "扣分", "执行率", "预算数", "执行数")
    },
    **{f"绩效·{name}": partial(in_foot, kind=f"绩效·{name}", name=name) for name in ("总分", "等级")},
    "绩效·文字得分": partial(_SCORE_IN_PROSE.change, kind="绩效·文字得分"),
    "绩效·文字完成值": partial(_RESULT_IN_PROSE.change, kind="绩效·文字完成值"),
    "绩效·全部完成": partial(claimed, kind="绩效·全部完成"),
}
"""Every kind, in the order of the table."""


def mutate(transcript: Transcript, rng: random.Random, kind: str) -> Mutation | None:
    """One change of a kind, or nothing where the document has no place for it."""
    return KINDS[kind](flow_of(transcript), rng)
