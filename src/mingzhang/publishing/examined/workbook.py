"""Findings as a workbook 疑点清单: one row a finding, the check table, and what was checked at all."""

import io
from collections.abc import Iterable, Sequence
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from mingzhang.disclosure.examination import Examination
from mingzhang.disclosure.obligation import Obligation
from mingzhang.disclosure.remark import Remark
from mingzhang.publishing.examined import words
from mingzhang.publishing.examined.checklist import Answer, lines
from mingzhang.publishing.printable import clean

_OPTIONS: Final = {
    "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
}  # fmt: skip
_LONGEST: Final = 32_000
"""Characters that a cell can hold, with room to spare."""

_FINDINGS: Final = (
    ("文件", 28), ("单位", 26), ("年度", 7), ("级别", 7), ("规则", 12), ("页码", 10), ("位置", 30), ("原文", 34),
    ("印出", 16), ("应为", 16), ("说明", 60), ("要求", 34), ("依据", 34), ("同因", 18), ("豁免理由", 20),
    ("处理意见", 20), ("处理人", 10), ("处理时间", 12),
)  # fmt: skip
_CHECKS: Final = (
    ("序号", 6), ("检查内容", 20), ("检查要求", 44), ("是否合格", 10), ("问题", 60), ("页码", 16), ("依据", 40),
    ("复核意见", 20),
)  # fmt: skip
_COVERAGE: Final = (
    ("文件", 28), ("类别", 12), ("规则", 12), ("要求", 44), ("相符", 8), ("不符", 8), ("无法判断", 10), ("不适用", 8),
    ("无法判断的原因", 50), ("依据", 40),
)  # fmt: skip
_FILES: Final = (
    ("文件", 40), ("单位", 30), ("年度", 7), ("结论", 40), ("核对", 8), ("相符", 8), ("不符", 8), ("无法判断", 10),
    ("文中数字", 10), ("已核对的数字", 12), ("校验码", 20),
)  # fmt: skip


def write(
    examinations: Sequence[Examination], obligations: Sequence[Obligation], *, only_findings: bool = False
) -> bytes:
    """The XLSX file: 疑点, one 检查表 for each document, 核对范围 and 文件; or only the first and the last of these."""
    buffer = io.BytesIO()
    with Workbook(buffer, _OPTIONS) as book:
        _Sheet(book, "疑点", _FINDINGS).fill(row for e in examinations for row in _findings(e))
        detailed = () if only_findings else examinations
        for number, examination in enumerate(e for e in detailed if not e.refused):
            name = "检查表" if number == 0 else f"检查表{number + 1}"
            _Sheet(book, name, _CHECKS, head=words.name(examination)).fill(_checks(examination, obligations))
        if not only_findings:
            _Sheet(book, "核对范围", _COVERAGE).fill(row for e in examinations for row in _coverage(e))
        _Sheet(book, "文件", _FILES).fill(_file(e) for e in examinations)
    return buffer.getvalue()


def _findings(examination: Examination) -> Iterable[Sequence[str]]:
    for remark in examination.remarks:
        yield (examination.path, examination.unit, _text(examination.year), *_remark(remark), "", "", "")


def _remark(remark: Remark) -> Sequence[str]:
    said = "\n".join((remark.message, *remark.consequences))
    return (
        words.LEVEL[remark.level], remark.rule, words.page(remark), remark.place, remark.quote, remark.printed,
        remark.expected, said, remark.label, remark.reference, remark.root, remark.waived,
    )  # fmt: skip


def _checks(examination: Examination, obligations: Sequence[Obligation]) -> Iterable[Sequence[str]]:
    for number, line in enumerate(lines(examination, obligations), 1):
        asked = line.obligation
        yield str(number), asked.group, asked.label, line.answer.value, line.problem, line.pages, asked.reference, ""


def _coverage(examination: Examination) -> Iterable[Sequence[str]]:
    for asked in examination.requirements:
        tally = asked.tally
        counts = (tally.passed, tally.violated, tally.undetermined, tally.not_applicable)
        kind = words.KIND.get(asked.kind, asked.kind)
        yield examination.path, kind, asked.rule, asked.label, *map(str, counts), "；".join(asked.open), asked.reference


def _file(examination: Examination) -> Sequence[str]:
    tally, bound = examination.tally, examination.bound
    counts = (tally.made, tally.passed, tally.violated, tally.undetermined, bound.numbers, bound.bound)
    head = (examination.path, examination.unit, _text(examination.year), words.verdict(examination))
    return *head, *map(str, counts), examination.digest[:16]


def _text(value: int | None) -> str:
    return "" if value is None else str(value)


class _Sheet:
    """A sheet being filled: bold head, texts as texts, counts as numbers, ready to filter and to print."""

    def __init__(self, book: Workbook, name: str, columns: Sequence[tuple[str, int]], head: str = "") -> None:
        self._sheet: Worksheet = book.add_worksheet(name)
        self._columns = columns
        grid = {"text_wrap": True, "valign": "top", "border": 1}
        self._cell = book.add_format(grid)
        self._no = book.add_format({**grid, "font_color": "#A3261B", "bold": True})
        self._first = 1 if head else 0
        if head:
            self._sheet.write_string(0, 0, clean(f"部门决算公开情况检查表：{head}"), book.add_format({"bold": True}))
        self._heading(book.add_format({"bold": True, "bg_color": "#E8EEF2", "border": 1, "text_wrap": True}))

    def fill(self, rows: Iterable[Sequence[str]]) -> None:
        """Write the rows below the head and settle the page."""
        last = self._first
        for last, row in enumerate(rows, self._first + 1):
            for column, text in enumerate(row):
                self._write(last, column, text)
        self._sheet.autofilter(self._first, 0, max(last, self._first + 1), len(self._columns) - 1)

    def _heading(self, style: object) -> None:
        for column, (title, width) in enumerate(self._columns):
            self._sheet.set_column(column, column, width)
            self._sheet.write_string(self._first, column, title, style)
        self._sheet.freeze_panes(self._first + 1, 0)
        self._sheet.set_landscape()
        self._sheet.set_paper(9)
        self._sheet.repeat_rows(self._first)
        self._sheet.fit_to_pages(1, 0)

    def _write(self, row: int, column: int, text: str) -> None:
        style = self._no if text == Answer.NO.value else self._cell
        if text.isdecimal() and len(text) < 10 and self._columns[column][0] in _NUMBERS:
            self._sheet.write_number(row, column, int(text), style)
        else:
            self._sheet.write_string(row, column, "\n".join(map(clean, text.split("\n")))[:_LONGEST], style)


_NUMBERS: Final = frozenset(("序号", "年度", "核对", "相符", "不符", "无法判断", "不适用", "文中数字", "已核对的数字"))
