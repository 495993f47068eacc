"""Code lists: names by year, how far they are known, and how they hang together."""

import time

import pytest

from mingzhang.standards import codes
from mingzhang.standards.data_file import rows
from mingzhang.statements.form import Axis
from mingzhang.terms.classification import ECONOMIC_LENGTHS, FUNCTION_LENGTHS, CodeList, FundSource, Standing

YEARS = range(2018, 2026)

NAMES = [
    (2018, "207", "文化体育与传媒支出"),
    (2019, "207", "文化旅游体育与传媒支出"),
    (2018, "210", "医疗卫生与计划生育支出"),
    (2019, "220", "自然资源海洋气象等支出"),
    (2019, "215", "资源勘探信息等支出"),
    (2020, "215", "资源勘探工业信息等支出"),
    (2019, "20805", "行政事业单位离退休"),
    (2021, "20805", "行政事业单位养老支出"),
    (2021, "2080108", "信息化建设"),
]


@pytest.mark.parametrize(("year", "code", "name"), NAMES)
def test_a_name_holds_in_its_years(year: int, code: str, name: str) -> None:
    assert codes.function_codes().name(code, year) == name


def test_standing_of_a_code() -> None:
    known = codes.function_codes()
    assert known.standing("234", 2019) is Standing.NOT_YET
    assert known.standing("20110", 2021) is Standing.RETIRED
    assert known.standing("9999999", 2021) is Standing.UNKNOWN


def test_an_uncertain_line_may_only_hint() -> None:
    assert codes.economic_codes().find("30311", 2021).confidence == "C"  # type: ignore[union-attr]
    assert codes.economic_codes().find("30101", 2021).confidence == "A"  # type: ignore[union-attr]


def test_the_counts() -> None:
    assert len(codes.accounts().codes) == 103
    assert sum(c.code[0] in "678" for c in codes.accounts().codes) == 26
    assert len(codes.function_codes().codes) == 1532
    assert len(codes.economic_codes().codes) == 111


LISTS = [(codes.function_codes(), FUNCTION_LENGTHS), (codes.economic_codes(), ECONOMIC_LENGTHS)]


@pytest.mark.parametrize(("known", "lengths"), LISTS, ids=["功能", "经济"])
def test_every_code_has_those_above_it(known: CodeList, lengths: tuple[int, ...]) -> None:
    assert {len(line.code) for line in known.codes} == set(lengths)
    for year in YEARS:
        there = {line.code for line in known.codes if year in line.span}
        assert not {c for c in there if any(n < len(c) and c[:n] not in there for n in lengths)}


@pytest.mark.parametrize(("known", "lengths"), LISTS, ids=["功能", "经济"])
def test_one_name_a_code_and_fund_in_a_year(known: CodeList, lengths: tuple[int, ...]) -> None:
    for year in YEARS:
        there = [(line.code, line.group) for line in known.codes if year in line.span]
        assert len(there) == len(set(there))


def test_groups_are_funds_and_totals() -> None:
    assert {line.group for line in codes.function_codes().codes} == {f.value for f in FundSource if f.is_appropriation}
    assert {line.group for line in codes.economic_codes().codes} == {"人员经费", "公用经费", ""}


@pytest.mark.parametrize("name", ["functions", "economics", "accounts"])
def test_every_line_says_how_it_is_known(name: str) -> None:
    for line in rows(f"codes/{name}.tsv"):
        assert line["confidence"] in ("A", "B", "C"), line
        assert set(line["uncertain"].split(",")) <= {"", "first", "last", "line"}, line
        assert line["source"], line


def test_names_beside_the_codes() -> None:
    names = codes.code_names(2021)
    assert names(Axis.FUNCTION, "2210202") == "提租补贴"
    assert names(Axis.ECONOMIC, "30228") == "工会经费"
    assert names(Axis.FUNCTION, "2999999") == ""


def test_the_lists_are_read_once() -> None:
    codes.function_codes()
    start = time.process_time()
    assert codes.function_codes() is codes.function_codes()
    assert time.process_time() - start < 0.01
