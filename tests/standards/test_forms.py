"""Forms: a walk through every statement of every region and year."""

from collections.abc import Iterator
from datetime import date

import pytest

from mingzhang.disclosure.statement import Heading
from mingzhang.standards.codes import accounts, code_names, economic_codes, function_codes
from mingzhang.standards.data_file import names, toml
from mingzhang.standards.forms import class_rows, forms, ordinal
from mingzhang.standards.profiles import UnknownProfile, load, profile_ids
from mingzhang.standards.switches import switches
from mingzhang.statements.compile import compile_facts
from mingzhang.statements.cube import Scope
from mingzhang.statements.form import Axis, Form
from mingzhang.statements.layout import lay_out
from mingzhang.terms.classification import Standing
from mingzhang.terms.selection import Selection

YEARS = range(2018, 2026)
EDITIONS = [(identity, year) for identity in profile_ids() for year in YEARS]
every_edition = pytest.mark.parametrize(("identity", "year"), EDITIONS)


def selections(form: Form) -> Iterator[Selection]:
    """Every question of a form."""
    for lane in form.lanes:
        for part in (*lane.columns, *lane.items, *((lane.foot,) if lane.foot else ())):
            yield part.narrow
            yield from (question.selection for question in part.questions)


@every_edition
def test_the_set_of_statements(identity: str, year: int) -> None:
    chosen = forms(load(identity, year))
    assert len(chosen) == (8 if year < 2020 else 9)
    assert len({form.title for form in chosen}) == len({form.id for form in chosen}) == len(chosen)
    assert [form.number for form in chosen] == list(range(1, len(chosen) + 1))


SPENDING_ROWS = {
    ("national", 2018): 23, ("national", 2019): 24, ("national", 2020): 26, ("national", 2025): 26,
    ("shanghai", 2018): 21, ("shanghai", 2019): 22, ("shanghai", 2020): 24, ("shanghai", 2025): 24,
}  # fmt: skip


@every_edition
def test_the_rows_of_the_first_and_the_fourth(identity: str, year: int) -> None:
    profile = load(identity, year)
    expected = SPENDING_ROWS.get((profile.classes, min(year, 2020)))
    assert len(class_rows(profile)) == expected
    for form in forms(profile):
        if form.id in ("T1", "T4"):
            income, spending = form.lanes
            classes = [item for item in spending.items if item.narrow.functions]
            assert [item.name for item in classes] == [code.name for code in class_rows(profile)]
            assert classes[-1].label.startswith(f"{ordinal(len(classes))}、")
            assert any("国有资本" in item.name for item in income.items) == (year >= 2020)


@every_edition
def test_all_codes_are_in_force(identity: str, year: int) -> None:
    for form in forms(load(identity, year)):
        for asked in selections(form):
            assert all(function_codes().find(code, year) for code in asked.functions), form.id
            assert all(economic_codes().find(code, year) for code in asked.economics), form.id
        for lane in form.lanes:
            assert all(economic_codes().find(code, year) for code in lane.always), form.id


@every_edition
def test_all_questions_are_about_known_accounts(identity: str, year: int) -> None:
    for form in forms(load(identity, year)):
        for asked in selections(form):
            for code in (*asked.accounts, *asked.contra):
                assert accounts().standing(code, year) is not Standing.UNKNOWN, (form.id, code)


@every_edition
def test_every_column_and_row_gets_its_figure_somewhere(identity: str, year: int) -> None:
    chosen = forms(load(identity, year))
    facts = compile_facts(chosen, [], Scope(), "空")
    for form in chosen:
        statement = lay_out(form, facts, code_names(year), "甲单位", year)
        unknown = {a for a in statement.addresses() if a not in facts}
        assert {a.row for a in unknown} <= {"预算数"}
        assert len(set(statement.addresses())) == len(statement.addresses())


@every_edition
def test_sums_name_figures_of_the_form(identity: str, year: int) -> None:
    for form in forms(load(identity, year)):
        statement = lay_out(form, {}, code_names(year), "甲单位", year)
        printed = set(statement.addresses())
        for composition in statement.compositions:
            assert {composition.total, *(term.address for term in composition.terms)} <= printed


@every_edition
def test_the_table_is_whole(identity: str, year: int) -> None:
    for form in forms(load(identity, year)):
        statement = lay_out(form, {}, code_names(year), "甲单位", year)
        width = len(statement.widths)
        assert {sum(cell.columns for cell in row) for row in statement.body} == {width}
        assert _covered(statement.head) == width * len(statement.head)
        assert "{" not in statement.caption + statement.note + "".join(map("".join, statement.lines))


def _covered(head: tuple[tuple[Heading, ...], ...]) -> int:
    return sum(cell.rows * cell.columns for row in head for cell in row)


@every_edition
def test_the_lanes_of_the_items_part_the_classification(identity: str, year: int) -> None:
    form = next(f for f in forms(load(identity, year)) if f.id == "T6")
    lanes = [lane for lane in form.lanes if lane.axis is Axis.ECONOMIC]
    for code in (line.code for line in economic_codes().codes if year in line.span):
        assert sum(code.startswith(lane.roots) for lane in lanes) == 1
    feet = [code for lane in lanes if lane.foot for code in lane.foot.narrow.economics]
    assert sorted(feet) == sorted({root for lane in lanes for root in lane.roots})


ORDERS = [
    ("central", 2019, "T1 T2 T3 T4 T5 T6 T7 T8"),
    ("central", 2021, "T1 T2 T3 T4 T5 T6 T7 T8 T9"),
    ("central", 2023, "T1 T2 T3 T4 T5 T6 T8 T9 T7"),
    ("shanghai-2024", 2024, "T1 T2 T3 T4 T5 T6 T7 T8 T9"),
    ("hubei-2021", 2021, "T1 T2 T3 T4 T5 T6 T7 T8 T9"),
]


@pytest.mark.parametrize(("identity", "year", "order"), ORDERS)
def test_the_order(identity: str, year: int, order: str) -> None:
    assert " ".join(form.id for form in forms(load(identity, year))) == order


TITLES = [
    ("hubei-2021", 2020, "T6", "一般公共预算财政拨款基本支出决算表"),
    ("hubei-2021", 2021, "T6", "一般公共预算财政拨款基本支出决算明细表"),
    ("central", 2021, "T7", "一般公共预算财政拨款“三公”经费支出决算表"),
    ("central", 2022, "T7", "财政拨款“三公”经费支出决算表"),
    ("shanghai-2024", 2022, "T7", "一般公共预算财政拨款“三公”经费支出决算表"),
    ("shanghai-2024", 2024, "T9", "国有资本经营预算财政拨款收入支出决算表"),
]


@pytest.mark.parametrize(("identity", "year", "statement", "title"), TITLES)
def test_the_titles(identity: str, year: int, statement: str, title: str) -> None:
    assert {form.id: form.title for form in forms(load(identity, year))}[statement] == title


@every_edition
def test_the_scope_of_the_three_public_expenses_follows_the_title(identity: str, year: int) -> None:
    form = next(f for f in forms(load(identity, year)) if f.id == "T7")
    funds = {len(asked.funds) for asked in selections(form) if asked.accounts}
    assert funds == {1 if form.title.startswith("一般公共预算") else 3}


def test_no_statement_before_the_forms_are_known() -> None:
    with pytest.raises(UnknownProfile, match="没有地区格式“atlantis”；可用的有：central、hubei-2021、shanghai-2024"):
        load("atlantis", 2021)


FILES = [f"forms/{name}.toml" for name in names("forms", ".toml")]
FILES += [f"profiles/{name}.toml" for name in names("profiles", ".toml")]
LISTS = ("form", "question", "switch", "classes", "edition", "group")


@pytest.mark.parametrize("path", [*FILES, "supplement.toml"])
def test_every_entry_says_where_it_is_from(path: str) -> None:
    table = toml(path)
    assert table["verified_on"] >= date(2026, 11, 24)
    entries = [entry for key in LISTS for entry in table.get(key, ()) if isinstance(entry, dict)]
    assert entries
    for entry in entries:
        assert entry["trust"] in ("S", "R", "K")
        assert entry["reference"]


def test_every_switch_moves_some_question() -> None:
    used = {when["switch"] for q in toml("forms/mapping.toml")["question"] for when in q.get("when", ())}
    used |= {q["needs"] for q in toml("forms/mapping.toml")["question"] if "needs" in q}
    assert used | {"三公经费预算数口径"} == {switch.name for switch in switches()}


@pytest.mark.parametrize(("number", "text"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (26, "二十六")])
def test_ordinals(number: int, text: str) -> None:
    assert ordinal(number) == text
