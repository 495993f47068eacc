"""Reader: from the grid of a self-evaluation to its values, by the words of its heads and never by position."""

import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

from mingzhang.audit.performance import heads
from mingzhang.audit.performance.draft import Draft
from mingzhang.audit.performance.foot import GRADES, foot
from mingzhang.audit.performance.places import Place, Row, position, quote, rows_of, under, words
from mingzhang.audit.performance.quantity import number
from mingzhang.disclosure.evaluation import Entry, Evaluation, Funding, Indicator
from mingzhang.disclosure.table import Table
from mingzhang.terms.printed import plain

_LEVELS: Final = frozenset({heads.FIRST, heads.SECOND, heads.NAME})
_RESULTS: Final = frozenset({heads.TARGET, heads.ACTUAL})
_MONEY: Final = frozenset({heads.OPENING, heads.BUDGET, heads.EXECUTED, heads.RATE})
_LONGEST_LABEL: Final = 24
_PAIR: Final = re.compile(r"(?P<label>[\u4e00-\u9fff]{2,8})\s*[:为是]?\s*(?P<number>\d[\d,]*(?:\.\d+)?%?)")
_SIGNS: Final = frozenset({"≥", "≤", ">", "<", "=", "＝", "＞", "＜", "≧", "≦"})

Columns = dict[str, tuple[int, int]]
"""For each kind of column the places its head covers."""


@lru_cache(maxsize=256)
def read(table: Table) -> tuple[Evaluation, ...]:
    """The evaluations of a table in printed order; none when no head of indicators or money is recognised."""
    reader = _Reader(rows_of(table), table)
    return reader.read()


class _Reader:
    """Walks down the rows, knowing which head holds at the moment."""

    def __init__(self, rows: tuple[Row, ...], table: Table) -> None:
        self.rows = rows
        self.ruled = table.ruled
        self.draft = Draft(table.position)
        self.finished: list[Draft] = []
        self.indicators: Columns = {}
        self.money: Columns = {}
        self.rate: Place | None = None
        self.levels = ("", "")

    def read(self) -> tuple[Evaluation, ...]:
        index = 0
        while index < len(self.rows):
            index += self._row(index)
        drafts = [draft for draft in (*self.finished, self.draft) if draft.is_worth_keeping]
        return tuple(draft.done(self.ruled) for draft in drafts)

    def _row(self, index: int) -> int:
        """Read a row and say how many were used."""
        row = self.rows[index]
        if not words(row):
            return 1
        following = self.rows[index + 1] if index + 1 < len(self.rows) else ()
        height = self._indicator_heads(row, following)
        if height:
            return height
        if self._spoken(row) or self._money_heads(row):
            return 1
        self._labels(row)
        if self.indicators and not self._foot(row):
            self._indicator(row)
        elif not self.indicators and not self._pairs(row):
            self._funding(row)
        return 1

    def _indicator_heads(self, row: Row, following: Row) -> int:
        """Take the row, or it and the next, as heads of indicators; how many rows that are."""
        own, next_ = _columns(row, heads.indicator_head), _columns(following, heads.indicator_head)
        if own.keys() & _LEVELS and own.keys() & _RESULTS:
            self._begin(row, own)
            return 1
        split = own.keys() & _RESULTS and len(next_.keys() & _LEVELS) >= 2 and not next_.keys() & _RESULTS
        if split:
            self._begin(row, {**next_, **own}, following)
            return 2
        return 0

    def _begin(self, row: Row, columns: Columns, following: Row = ()) -> None:
        if columns.keys() != self.indicators.keys():
            self.levels = ("", "")
        self.indicators, self.money = columns, {}
        for kind, (start, _) in columns.items():
            place = next(
                (p for p in (*row, *following) if p.start == start and heads.indicator_head(p.text) == kind), None
            )
            if place:
                self.draft.columns.setdefault(kind, place.entry)

    def _money_heads(self, row: Row) -> bool:
        columns = _columns(row, heads.funding_head)
        if len(columns.keys() & _MONEY) < 2 or any(number(p.text) for p in words(row)):
            return False
        self.money, self.indicators = columns, {}
        return True

    def _labels(self, row: Row) -> None:
        """What labels with their value beside them say: 项目名称, and what is evaluated as a whole."""
        said = words(row)
        for place, value in zip(said, [*said[1:], None], strict=True):
            flat = heads.squeezed(place.text)
            if heads.is_name(place.text) and value:
                self._project(value.text, place)
            elif heads.is_grade(place.text) and value and value.text in GRADES:
                self.draft.grade = replace(value.entry, row=quote(row))
            elif ("整体支出" in flat and len(flat) <= 30) or flat.startswith("单位机构设置"):
                self.draft.whole = True

    def _project(self, name: str, place: Place) -> None:
        if self.draft.name or self.draft.indicators:
            self.finished.append(self.draft)
            self.draft = Draft(place.cell.position)
        if self.draft.fundings or not self.draft.columns or self.draft.name:
            self.indicators = {}  # a head right above the name of the first project is of that project
        self.draft.name = name
        self.money, self.levels = {}, ("", "")

    def _pairs(self, row: Row) -> bool:
        """Money as label and number side by side: 预算数 201.43 全年执行数 193.13."""
        said = words(row)
        found: dict[str, Entry] = {}
        for name, value in pairwise(said):
            kind = heads.funding_head(name.text.lstrip("其中：: ")) or _part(name.text)
            if kind and number(value.text):
                found.setdefault(kind, value.entry)
        self.rate = next((p for p in said if heads.funding_head(p.text) == heads.RATE), self.rate)
        if heads.EXECUTED not in found or not found.keys() & {heads.BUDGET, heads.OPENING}:
            return False
        if heads.RATE not in found and self.rate and number(said[-1].text) and said[-1].start == self.rate.start:
            found[heads.RATE] = said[-1].entry
        label = next((p.text for p in said if _part(p.text)), said[0].text)
        self._keep(label, row, found)
        return True

    def _spoken(self, row: Row) -> bool:
        """Money told with label and number in one cell: 全年预算数470.00，全年执行数463.50 | 分值10，得分9.86."""
        said = words(row)
        if not said or not heads.is_money_label(said[0].text):
            return False
        pairs = [(pair, place) for place in said[1:] for pair in _PAIR.finditer(plain(place.text))]
        found: dict[str, Entry] = {}
        for pair, place in pairs:
            kind = heads.funding_head(pair["label"])
            if kind:
                found.setdefault(kind, replace(place.entry, text=pair["number"]))
        if heads.EXECUTED not in found or not found.keys() & {heads.BUDGET, heads.OPENING}:
            return False
        self._keep(said[0].text, row, found)
        return True

    def _funding(self, row: Row) -> None:
        if not self.money:
            return
        found = {kind: entry for kind, span in self.money.items() if (entry := under(row, *span))}
        first = min(start for start, _ in self.money.values())
        labels = [place for place in row if place.text and place.end <= first and not place.shared]
        label = labels[-1].text if labels else ""
        if label.endswith("指标"):
            self.money = {}
            return
        counted = [kind for kind in (heads.BUDGET, heads.OPENING, heads.EXECUTED) if _is_number(found.get(kind))]
        if counted and len(label) <= _LONGEST_LABEL:
            self._keep(label, row, found)
        elif label and not heads.is_money_row(label):
            self.money = {}

    def _keep(self, label: str, row: Row, found: dict[str, Entry]) -> None:
        budget = found.get(heads.BUDGET) or found.get(heads.OPENING)
        self.draft.fundings.append(
            Funding(
                label,
                quote(row),
                position(row),
                found.get(heads.OPENING) if heads.BUDGET in found else None,
                budget,
                found.get(heads.EXECUTED),
                found.get(heads.RATE),
                found.get(heads.WEIGHT),
                found.get(heads.SCORE),
            )
        )

    def _foot(self, row: Row) -> bool:
        """Take the row as one of the foot, if it is one."""
        found = foot(row, self._cell(row, heads.WEIGHT), self._cell(row, heads.SCORE))
        if found is None:
            return False
        self.draft.full = self.draft.full or found.full
        self.draft.total = found.total or self.draft.total
        self.draft.grade = found.grade or self.draft.grade
        self.draft.reason = found.reason or self.draft.reason
        return True

    def _indicator(self, row: Row) -> None:
        get = {kind: self._cell(row, kind) for kind in self.indicators}
        if heads.is_name(_text(get.get(heads.FIRST))):
            return
        self._level(get.get(heads.FIRST), get.get(heads.SECOND))
        name, actual = _name(get), get.get(heads.ACTUAL)
        target = _target(get)
        if not (_text(target) or _text(actual)) or not (name or _text(target)):
            return
        if _is_remark(row, self.indicators):
            return
        self.draft.indicators.append(
            Indicator(
                *self.levels,
                name,
                quote(row),
                position(row),
                target,
                actual,
                _text(get.get(heads.UNIT)),
                get.get(heads.WEIGHT),
                get.get(heads.SCORE),
                get.get(heads.DEDUCTION),
                get.get(heads.REASON),
            )
        )

    def _level(self, first: Entry | None, second: Entry | None) -> None:
        """First- and second-level headings stand once and hold until the next."""
        one, two = _text(first), _text(second)
        if one and one != self.levels[0]:
            self.levels = (one, two)
        elif two:
            self.levels = (self.levels[0], two)

    def _cell(self, row: Row, kind: str) -> Entry | None:
        span = self.indicators.get(kind)
        return under(row, *span) if span else None


def _columns(row: Row, named: heads.Namer) -> Columns:
    columns: Columns = {}
    for place in row:
        kind = "" if place.shared else named(place.text)
        if kind:
            columns.setdefault(kind, (place.start, place.end))
    return columns


def _part(text: str) -> str:
    """What a label of a pair is when it names the money: 其中：一般公共预算财政拨款, 其中：一般公共预算执行数."""
    flat = heads.squeezed(text)
    if not flat.startswith("其中"):
        return ""
    return heads.EXECUTED if "执行" in flat or "支出数" in flat else heads.BUDGET


def _target(get: dict[str, Entry | None]) -> Entry | None:
    """The target with its sign, where the table keeps that in a column of its own."""
    target, sign = get.get(heads.TARGET), _text(get.get(heads.SIGN))
    if target is None or not target.text or sign not in _SIGNS:
        return target
    return replace(target, text=f"{sign}{target.text}")


def _name(get: dict[str, Entry | None]) -> str:
    """The name of an indicator, or its heading where that takes the place of all levels: 预算执行率 across them.

    What has neither weight nor score is no indicator but a label with its value: 项目名称, 主管部门.
    """
    name, first = get.get(heads.NAME), get.get(heads.FIRST)
    across = bool(name and name.shared and first and not first.shared)
    is_scored = any(number(_text(get.get(kind))) for kind in (heads.WEIGHT, heads.SCORE))
    return _text(name) or (_text(first) if across and is_scored else "")


def _is_remark(row: Row, columns: Columns) -> bool:
    """Whether a row is one long remark across the table and not an indicator."""
    said = words(row)
    return len(said) == 1 and said[0].end - said[0].start > len(columns) // 2


def _is_number(entry: Entry | None) -> bool:
    return bool(entry and entry.text and number(entry.text))


def _text(entry: Entry | None) -> str:
    return entry.text if entry else ""
