"""Undertakings 评价对象: [whole] and [[project]] of performance.toml, with their money, indicators and words."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from mingzhang.books.fault import Gravity
from mingzhang.books.plan import Undertaking, Weighted
from mingzhang.reading.unit.entry import Entry
from mingzhang.reading.unit.known import Known
from mingzhang.reading.unit.money_line import read_lines
from mingzhang.reading.unit.slot import check_slots, told

WHOLE_ID: Final = "整体"
WHOLE_NAME: Final = "部门（单位）整体支出"
_FULL: Final = 100
_TOLD: Final = ("expected", "actual", "problems", "improvements")
_WEIGHT: Final = "写成大于0、不大于100的数，如 weight = 8"


def read_undertaking(entry: Entry, id: str, known: Known) -> Undertaking:
    """What of it is understood; whether weights and headings fit its framework is for others to see."""
    entry.knows("id", "name", "framework", "details", "lines", "indicators", *_TOLD)
    is_whole = id == WHOLE_ID
    name = entry.name("name", "" if is_whole else "信息系统运行维护经费")
    framework = entry.name("framework", "whole" if is_whole else "project")
    lines, indicators = read_lines(entry, known), tuple(_indicators(entry, known))
    _check(entry, indicators, [line.label for line in lines])
    details = tuple(_details(entry, known))
    words = {key: told(entry, key, known) for key in _TOLD}
    return Undertaking(id, name or WHOLE_NAME, framework, lines, indicators, details, **words)


def _indicators(entry: Entry, known: Known) -> Iterator[Weighted]:
    if not entry.table.get("indicators"):
        entry.wrong("indicators", "", "没有列指标", 'indicators = [ { id = "制卡量", weight = 10 }, … ]')
    for key, item in entry.items("indicators"):
        if isinstance(item, str):
            item = {"id": item}
        if isinstance(item, dict):
            yield from _weighted(entry.at(key, item), known)
        else:
            entry.wrong(key, item, "应是一个表", '写成 { id = "制卡量", weight = 10 }')


def _weighted(entry: Entry, known: Known) -> Iterator[Weighted]:
    entry.knows("id", "weight", "first", "second", gravity=Gravity.ERROR)
    id = entry.name("id", "制卡量")
    if id:
        entry.refers("id", id, known.indicators, "指标")
    weight = entry.number("weight", _WEIGHT)
    if weight is not None and not 0 < weight <= _FULL:
        entry.wrong("weight", entry.table["weight"], "分值不能用", _WEIGHT)
    first, second = entry.name("first"), entry.name("second")
    if id:
        yield Weighted(id, weight, first, second)


def _check(entry: Entry, indicators: tuple[Weighted, ...], labels: list[str]) -> None:
    """Each indicator and each line of money once, and no more than all points given away."""
    seen: set[str] = set()
    for id in (one.indicator for one in indicators):
        if id in seen:
            entry.wrong("indicators", id, "指标列了不止一次", "只列一次")
        seen.add(id)
    for label in labels:
        if label in seen:
            entry.wrong("lines", label, "资金名称重复，或与指标的编号相同", "换一个 label")
        seen.add(label)
    total = sum((one.weight for one in indicators if one.weight is not None), Fraction(0))
    if total > _FULL:
        entry.wrong("indicators", str(total), "分值合计超过100", "改各指标的 weight，连同预算执行合计100")


def _details(entry: Entry, known: Known) -> Iterator[tuple[str, str]]:
    for key, item in entry.items("details"):
        if isinstance(item, list) and len(item) == 2 and all(isinstance(part, str) for part in item):
            pair = entry.at(key, {"名称": item[0], "内容": item[1]})
            check_slots(pair, "内容", item[1], known)
            yield pair.name("名称", "项目类别"), pair.text("内容")
        else:
            entry.wrong(key, item, "应是名称和内容两段文字", '写成 ["项目类别", "部门预算项目"]')
