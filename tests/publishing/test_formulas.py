from dataclasses import replace

import pytest

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.statement import Composition
from mingzhang.disclosure.trace import Term
from mingzhang.publishing.cells import CellPlace
from mingzhang.publishing.formulas import formulas
from mingzhang.terms.unit import WAN, YUAN
from tests.sample import BOOKS, T5

NAMES = "abcdef"
AT = {name: Address("T5", name, "小计") for name in NAMES}
BELOW = {AT[name]: CellPlace("一", 4 + row, 2) for row, name in enumerate(NAMES)}
BESIDE = {AT[name]: CellPlace("一", 4, 2 + column) for column, name in enumerate(NAMES)}


def facts(**values):
    return {AT[name]: Fact(AT[name], value, WAN, BOOKS) for name, value in values.items()}


def statement(*sums):
    """Sums written `a=b+c-d`."""
    compositions = []
    for text in sums:
        total, _, parts = text.partition("=")
        signs = {"+": 1, "-": -1}
        terms = tuple(Term(signs[s], AT[n]) for s, n in zip(f"+{parts}"[::2], f"+{parts}"[1::2], strict=True))
        compositions.append(Composition(AT[total], terms))
    return replace(T5, compositions=tuple(compositions))


CASES = [
    ("a=b+c+d", BELOW, "=SUM(C6:C8)"),
    ("a=b+d+e", BELOW, "=SUM(C6,C8:C9)"),
    ("a=b", BELOW, "=C6"),
    ("a=b+c-d", BELOW, "=SUM(C6:C7)-C8"),
    ("a=b-c-d", BELOW, "=C6-SUM(C7:C8)"),
    ("a=b+c+d", BESIDE, "=SUM(D5:F5)"),
]


@pytest.mark.parametrize(("relation", "places", "formula"), CASES)
def test_a_total_is_written_as_ranges(relation, places, formula):
    values = dict.fromkeys("bcdef", 100)
    signs = relation.partition("=")[2]
    values["a"] = 100 * (1 + signs.count("+") - signs.count("-"))
    assert formulas([statement(relation)], facts(**values), places) == {AT["a"]: formula}


def test_another_sheet_is_named():
    places = BELOW | {AT["b"]: CellPlace("T2 收入'决算'表", 0, 0)}
    assert formulas([statement("a=b")], facts(a=1, b=1), places)[AT["a"]] == "='T2 收入''决算''表'!A1"


def test_a_sum_that_does_not_give_the_figure_is_no_formula():
    assert formulas([statement("a=b+c")], facts(a=5, b=2, c=2), BELOW) == {}


def test_a_part_that_is_not_printed_is_no_formula():
    assert formulas([statement("a=b+c")], facts(a=4, b=2, c=2), {AT["a"]: BELOW[AT["a"]]}) == {}


def test_parts_in_another_unit_are_no_formula():
    mixed = facts(a=4, b=4)
    mixed[AT["b"]] = replace(mixed[AT["b"]], unit=YUAN)
    assert formulas([statement("a=b")], mixed, BELOW) == {}


def test_the_next_way_to_add_up_is_taken_when_the_first_fails():
    found = formulas([statement("a=b+c", "a=d+e")], facts(a=4, b=2, c=1, d=3, e=1), BELOW)
    assert found == {AT["a"]: "=SUM(C8:C9)"}


def test_no_formula_leads_back_to_itself():
    found = formulas([statement("a=b+c", "b=a-c", "d=a+e", "e=d-a")], facts(a=3, b=1, c=2, d=5, e=2), BELOW)
    assert set(found) == {AT["a"], AT["d"]}


@pytest.mark.parametrize(("column", "name"), [(0, "A1"), (25, "Z1"), (26, "AA1"), (701, "ZZ1"), (702, "AAA1")])
def test_names_of_cells(column, name):
    assert CellPlace("一", 0, column).name == name
