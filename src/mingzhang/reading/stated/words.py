"""Words of printed statements: titles, row names and headings reduced to what they have in common."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from mingzhang.books.words import plain

TITLES: Final[Mapping[str, tuple[str, ...]]] = {
    "T1": (
        "收入支出决算总表", "收支决算总表", "收入支出决算总体情况表", "收支决算总体情况表", "收入支出决算表",
        "收支决算表", "收入支出总体情况决算表",
    ),
    "T2": ("收入决算表", "收入决算总表", "收入决算总体情况表", "收入决算情况表", "收入决算明细表"),
    "T3": ("支出决算表", "支出决算总表", "支出决算总体情况表", "支出决算情况表"),
    "T4": (
        "财政拨款收入支出决算总表", "财政拨款收支决算总表", "财政拨款收入支出决算表", "财政拨款收支决算表",
        "财政拨款收支决算总体情况表", "财政拨款收入支出决算总体情况表",
    ),
    "T5": (
        "一般公共预算财政拨款支出决算表", "公共财政拨款支出决算表", "公共预算财政拨款支出决算表",
        "一般公共预算财政拨款收入支出决算表", "一般公共预算支出决算表", "一般公共预算支出决算情况表",
        "一般公共预算财政拨款支出决算情况表", "一般公共预算财政拨款支出决算总表", "一般公共预算拨款支出决算表",
        "一般公共预算财政拨款支出决算功能分类表", "公共预算财政拨款收入支出决算表", "一般公共预算收入支出决算表",
    ),
    "T6": (
        "一般公共预算财政拨款基本支出决算表", "一般公共预算财政拨款基本支出决算明细表",
        "一般公共预算财政拨款基本支出明细表", "一般公共预算基本支出经济分类决算情况表",
        "一般公共预算基本支出决算表", "一般公共预算基本支出决算明细表", "一般公共预算基本支出决算情况表",
        "一般公共预算财政拨款基本支出决算情况表", "一般公共预算财政拨款基本支出经济分类决算表",
        "公共预算财政拨款基本支出决算表", "公共预算财政拨款基本支出决算明细表", "公共财政拨款基本支出决算表",
        "一般公共预算基本支出经济分类决算表", "一般公共预算财政拨款基本支出决算经济分类表",
    ),
    "T7": (
        "一般公共预算财政拨款三公经费支出决算表", "财政拨款三公经费支出决算表", "三公经费支出决算表",
        "三公经费及会议费培训费支出决算表", "财政拨款三公经费支出表", "一般公共预算三公经费支出决算表",
        "三公经费行政参公单位机关运行经费情况表", "财政拨款三公经费行政参公单位机关运行经费情况表",
        "一般公共预算财政拨款三公经费情况表", "财政拨款三公经费情况表", "三公经费机关运行经费情况表",
        "三公经费决算表", "三公经费支出决算情况表", "三公经费情况表",
        "一般公共预算财政拨款三公经费支出决算情况表", "一般公共预算三公经费支出决算情况表",
        "一般公共预算财政拨款三公经费及会议费培训费支出决算表", "财政拨款三公经费及会议费培训费支出决算表",
        "一般公共预算财政拨款三公经费及机关运行经费支出决算表", "三公经费及机关运行经费支出决算表",
        "财政拨款三公经费及机关运行经费支出决算表", "一般公共预算财政拨款三公经费决算表", "财政拨款三公经费决算表",
        "公共预算财政拨款三公经费支出决算表", "三公经费公共预算财政拨款支出决算表", "财政拨款三公经费支出决算情况表",
        "一般公共预算财政拨款安排的三公经费支出决算表", "三公经费财政拨款支出决算表", "三公经费支出情况表",
    ),
    "T8": (
        "政府性基金预算财政拨款收入支出决算表", "政府性基金预算财政拨款支出决算表",
        "政府性基金预算财政拨款收支决算表", "政府性基金预算收入支出决算表", "政府性基金预算支出决算表",
        "政府性基金预算收支决算表", "政府性基金收入支出决算表", "政府性基金支出决算表", "政府性基金财政拨款支出决算表",
        "政府性基金财政拨款收入支出决算表", "政府性基金预算支出决算情况表", "政府性基金预算财政拨款收入支出决算总表",
    ),
    "T9": (
        "国有资本经营预算财政拨款支出决算表", "国有资本经营预算财政拨款收入支出决算表", "国有资本经营预算支出决算表",
        "国有资本经营预算收入支出决算表", "国有资本经营预算财政拨款收支决算表", "国有资本经营预算收支决算表",
        "国有资本经营财政拨款支出决算表", "国有资本经营财政拨款收入支出决算表", "国有资本经营支出决算表",
        "国有资本经营预算支出决算情况表",
    ),
}  # fmt: skip

_BY_TITLE: Final = {plain(title): name for name, titles in TITLES.items() for title in titles}
_LONGEST_FIRST: Final = sorted(_BY_TITLE, key=len, reverse=True)
# What may stand before the title itself: the year, the unit's name, the table's number.
_BEFORE = re.compile(
    r"(.*\d{4}年?度?(部门|单位)?|.*(局|委|办|中心|院|馆|部|厅|会|校|所|处|站|队|团|社|台|库|园|单位|部门|本级|"
    r"街道|[镇乡]|政府|学|总队|支队|署|机关|司|联|盟|协|党|狱|基地|服务|村|社区|公安|室|宫|汇总))?"
    r"((财决)?(公开)?[a-z]{0,3}\d{0,2}表?\d*|表?[一二三四五六七八九十]{1,2}|附[件表]?\d*)?"
)
_TAIL = re.compile(r"[(（\[][^()（）\[\]]*[)）\]]\s*$|表\s*[\d一二三四五六七八九]+\s*$")
_HEADING_YEAR: Final = re.compile(r"^(20\d{2})年度?")
_REMEMBERED: Final = 16_384
"""Names and headings come again on every page."""
_ORDINAL = re.compile(
    r"(其中[::])?\s*([(]?[一二三四五六七八九十]+[)]|[一二三四五六七八九十]+[、.,]|[(]?\d+[、.)])?\s*(其中[::])?"
)
_PARENTHESES = re.compile(r"[(][^()]*[)]\s*$")
_MONEY_UNIT = r"((?:[十百千]?万|[百千亿])?元)"
_UNIT = re.compile(rf"(?:单位:?[(]?|^[(]?|[(])(?:人民币)?{_MONEY_UNIT}(?![\u4e00-\u9fff])")
_UNIT_OF_NUMBER = re.compile(r"(?<=[\d)])((?:[十百千]?万|[百千亿])元?|元)$")
_OTHER_TITLE = re.compile(r"(?=.*(?:决算|收入|支出|信息|情况|明细))[^:,。;、]{3,40}表(?:[(][^()]{1,12}[)])?")


def statement_of(text: str) -> str:
    """The statement whose whole title a cell or a sheet's name is; empty when it is none."""
    return _BY_TITLE.get(title_in(text), "")


def title_in(text: str) -> str:
    """The title, reduced, that a text ends with when nothing but year, unit and number stands before it."""
    text = unicodedata.normalize("NFKC", text).strip()
    if not 4 < len(text) < 120:
        return ""
    reduced = plain(_TAIL.sub("", _TAIL.sub("", text)))
    ends = (title for title in _LONGEST_FIRST if reduced.endswith(title) and _BEFORE.fullmatch(reduced[: -len(title)]))
    return next(ends, "")


def nearest_statement(text: str) -> str:
    """The statement whose title a text is but for one wrong character; empty when it is none's."""
    reduced = plain(_TAIL.sub("", unicodedata.normalize("NFKC", text).strip()))
    alike = (title for title in _LONGEST_FIRST if len(title) == len(reduced))
    return next((_BY_TITLE[t] for t in alike if sum(a != b for a, b in zip(t, reduced, strict=True)) <= 1), "")


@lru_cache(_REMEMBERED)
def key(text: str) -> str:
    """A row's name without ordinal, closing remark in brackets, spaces and marks; 结转和结余 and 结转结余 are one."""
    text = unicodedata.normalize("NFKC", text).strip()
    text = _ORDINAL.sub("", text, count=1)
    bare = _PARENTHESES.sub("", text)
    return plain(bare or text).replace("结转和结余", "结转结余")


def is_numbered(text: str) -> bool:
    """Whether a row's name begins with an ordinal: 一、 or （一）."""
    found = _ORDINAL.match(unicodedata.normalize("NFKC", text).strip())
    return found is not None and bool(found[0])


@lru_cache(_REMEMBERED)
def heading(text: str) -> str:
    """A heading without spaces, marks and the unit in brackets."""
    return plain(re.sub(r"[(](万?元)[)]", "", unicodedata.normalize("NFKC", text)))


def year_of(headings: Iterable[str]) -> int:
    """The latest year that headings name; 0 for none."""
    return max((int(found) for text in headings for found in _HEADING_YEAR.findall(text)), default=0)


def without_year(text: str) -> str:
    """A heading without the year before it: 2023年度决算数."""
    return _HEADING_YEAR.sub("", text) if text[:2] == "20" else text


def unit_named(text: str) -> str:
    """The unit, 元 or 万元 or another, that a cell says amounts are in; empty when it says none."""
    found = _UNIT.search(unicodedata.normalize("NFKC", text).replace(" ", ""))
    return found[1] if found else ""


def unit_of_number(text: str) -> str:
    """The unit written behind a number: 元 in 1,234.00元."""
    found = _UNIT_OF_NUMBER.search(unicodedata.normalize("NFKC", text).replace(" ", ""))
    return found[1] if found else ""


def is_other_title(text: str) -> bool:
    """Whether a text is the title of a table that is none of the nine: 项目支出决算表."""
    return _OTHER_TITLE.fullmatch(unicodedata.normalize("NFKC", text).strip()) is not None
