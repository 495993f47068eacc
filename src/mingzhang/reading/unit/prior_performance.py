"""prior_performance.csv: last year's evaluation as it was published, to be compared with this year's."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Final

from mingzhang.books.fault import Fault
from mingzhang.books.prior_evaluation import COLUMNS, PriorLine
from mingzhang.books.problem import FaultLog
from mingzhang.books.value import BadValue, as_number, shown
from mingzhang.reading.unit.csv_list import Cells, CsvList
from mingzhang.reading.unit.entry import is_clean

PRIOR_FILE: Final = "prior_performance.csv"
_LONGEST: Final = 2_000
_REQUIRED: Final = ("评价", "三级指标")
_POINTS: Final = ("分值", "得分")
_MOST_POINTS: Final = 1_000


def read_prior_performance(path: Path) -> tuple[tuple[PriorLine, ...], tuple[Fault, ...]]:
    """The lines of the file and its faults; a file that is not there has none."""
    if not path.exists():
        return (), ()
    log = FaultLog()
    lines = tuple(_lines(CsvList(path, path.name, COLUMNS, log, may_say_more=True)))
    return lines, log.faults


def _lines(source: CsvList) -> Iterator[PriorLine]:
    seen: set[tuple[str, ...]] = set()
    for number, cells in source.rows():
        line = _line(source, number, cells)
        if line is None:
            continue
        key = (line.evaluation, line.indicator, line.first, line.second, line.name)
        if key in seen:
            source.wrong(number, "三级指标", line.name, "同一指标出现两次", "删去多余的一行")
        else:
            seen.add(key)
            yield line


def _line(source: CsvList, number: int, cells: Cells) -> PriorLine | None:
    cells = [_unguarded(cell) for cell in cells]
    row = dict(zip(COLUMNS, cells, strict=True))
    sound = [_is_sound(source, number, column, text) for column, text in row.items()]
    weight, score = (_points(source, number, column, row[column]) for column in _POINTS)
    if not all(sound):
        return None
    evaluation, indicator, first, second, name, target, actual, unit = cells[: -len(_POINTS)]
    return PriorLine(
        evaluation, indicator, first, second, name, target, actual, unit, weight, score, source.name, number
    )


def _unguarded(text: str) -> str:
    """Without the apostrophe that keeps spreadsheets from running a text that begins like a formula (=120期)."""
    return text[1:] if text.startswith("'") else text


def _is_sound(source: CsvList, number: int, column: str, text: str) -> bool:
    if column in _REQUIRED and not text:
        source.wrong(number, column, "", "必填", "补上；评价写“整体”或项目编号，总分一行的三级指标写“总分”")
        return False
    if len(text) > _LONGEST or not is_clean(text):
        source.wrong(number, column, shown(text), "文字过长，或有看不见的控制字符", "换成上年发布的 performance.csv")
        return False
    return True


def _points(source: CsvList, number: int, column: str, text: str) -> Fraction | None:
    try:
        points = as_number(text.removesuffix("分"))
    except BadValue:
        points = None
        source.wrong(number, column, shown(text), "不是分数", "写成数字，如 8.62；没有的留空")
    if points is not None and not 0 <= points <= _MOST_POINTS:
        source.wrong(number, column, shown(text), "不是分数", "写成数字，如 8.62；没有的留空")
        return None
    return None if points is None else Fraction(points)
