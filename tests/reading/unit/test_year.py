"""The directory of a unit's year: what is there is read, what is wrong is said, all at once."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mingzhang.books.fault import Fault, Gravity
from mingzhang.books.prior_evaluation import COLUMNS
from mingzhang.reading.unit.year import UnitReading, UnitYear, read_unit
from mingzhang.terms.entity import EntityKind
from mingzhang.terms.unit import WAN, counting
from tests.depth import examples
from tests.reading.unit.plans import CARDS, lay, spoiled

UNITS = {("人员", "编制"): counting("人"), ("政府采购", "货物"): WAN}
UNIT = """
year = 2021
profile = "hubei-2021"
[entity]
code = "001"
name = "江城市云溪区信息中心"
kind = "事业单位"
[supplement."人员"]
"编制" = 13
[supplement."政府采购"]
"货物" = "1200.50"
"""


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    """A unit's year in good order."""
    (tmp_path / "unit.toml").write_text(UNIT, encoding="utf-8")
    (tmp_path / "books").mkdir()
    (tmp_path / "books" / "凭证.csv").write_text("凭证日期\n", encoding="utf-8")
    (tmp_path / "budget.csv").write_text(
        '报表,行,栏次,口径,金额\nT5,208,小计,年初预算,"1,885,199.12"\nT7,预算数,合计,,0\n', encoding="gb18030"
    )
    (tmp_path / "prior.csv").write_text(
        "statement,row,column,value,unit\nT1,收入总计,金额,2070700.00,元\nS,人员,编制,12,人\n", encoding="utf-8-sig"
    )
    return tmp_path


def read(directory: Path) -> tuple[UnitYear | None, dict[str, Fault]]:
    """The year, and its faults by column or value."""
    reading = read_unit(directory, UNITS)
    return reading.year, {fault.column or fault.value: fault for fault in reading.faults}


def test_everything_in_the_directory_is_read(directory: Path) -> None:
    year, faults = read(directory)
    assert faults == {}
    assert year is not None
    assert (year.year, year.profile, year.unit, year.entity.kind) == (2021, "hubei-2021", WAN, EntityKind.INSTITUTION)
    assert [path.name for path in year.books] == ["凭证.csv"]
    assert {str(f.address): f.value for f in year.entered} == {
        "T5[208].小计@年初预算": 188_519_912,
        "T7[预算数].合计": 0,
        "T1[收入总计].金额@上年": 207_070_000,
        "S[人员].编制@上年": 12,
        "S[人员].编制": 13,
        "S[政府采购].货物": 120_050,
    }


def test_a_figure_keeps_the_line_it_came_from(directory: Path) -> None:
    year, _ = read(directory)
    assert year is not None
    assert str(getattr(year.entered[0].trace, "position", "")) == "budget.csv 第2行"


def test_a_department_is_the_sum_of_its_members(directory: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    department = tmp_path_factory.mktemp("department")
    (department / "unit.toml").write_text(
        'year = 2021\nmembers = ["unit"]\n[entity]\ncode="0"\nname="局"\nkind="行政单位"\n', encoding="utf-8"
    )
    directory.rename(department / "unit")
    year, faults = read(department)
    assert faults == {}
    assert year is not None
    assert year.entity.members == ("001",)
    assert [leaf.entity.name for leaf in year.leaves] == ["江城市云溪区信息中心"]


@pytest.mark.parametrize(
    ("old", "new", "column", "message"),
    [
        ("year = 2021", "", "year", "缺少会计年度"),
        ("year = 2021", 'year = "二〇二一"', "year", "缺少会计年度"),
        ('kind = "事业单位"', 'kind = "企业"', "kind", "不认识的单位性质"),
        ('code = "001"', "", "code", "没有填写"),
        ("[entity]", 'unit = "亿元"\n[entity]', "unit", "不认识的金额单位"),
        ("[entity]", 'member = ["a"]\n[entity]', "member", "不认识的名称"),
        ("[entity]", "members = 3\n[entity]", "members", "应是名称的列表"),
        ("[entity]", 'members = ["."]\n[entity]', "members", "指回了自己"),
        ("[entity]", 'members = ["../x"]\n[entity]', "members", "在年度目录之外"),
        ("[entity]", 'members = ["a\\u0000b"]\n[entity]', "members", "不是可用的文件名"),
        ("[entity]", f'books.files = ["{"长" * 99}"]\n[entity]', "books.files", "不是可用的文件名"),
        ("[entity]", 'books = "books"\n[entity]', "books", "应是一节"),
        ("[entity]", 'books.files = "a.csv"\n[entity]', "books.files", "应是名称的列表"),
        ("[entity]", 'books.files = ["/etc/hostname"]\n[entity]', "books.files", "在年度目录之外"),
        ("[entity]", 'books.files = ["b.csv"]\n[entity]', "books.files", "找不到这个文件"),
        ("[entity]", 'dated = "xx"\n[entity]', "dated", "不是日期"),
        ("[entity]", 'overview.duties = "一项"\n[entity]', "overview.duties", "应是文字的列表"),
        ("[entity]", 'overview.duty = "一项"\n[entity]', "duty", "不认识的名称"),
        ("[entity]", "supplement.人员 = 3\n[entity]".replace("人员", '"三公"'), "三公", "应是一节"),
        ('"编制" = 13', '"编制" = "十三"', "编制", "不是可用的数"),
        ('"编制" = 13', '"编制" = -1', "编制", "不是可用的数"),
        ('"编制" = 13', '"编织" = 13', "编织", "不认识的补充资料"),
        ('"1200.50"', '"1200.505"', "货物", "不是可用的数"),
    ],
)
def test_what_is_wrong_in_unit_toml_is_named(directory: Path, old: str, new: str, column: str, message: str) -> None:
    (directory / "unit.toml").write_text(UNIT.replace(old, new), encoding="utf-8")
    _, faults = read(directory)
    assert message in faults[column].message
    assert faults[column].mend


def test_all_faults_come_at_once(directory: Path) -> None:
    (directory / "unit.toml").write_text("profile = 'x'\n[entity]\nname = '甲'\n", encoding="utf-8")
    year, faults = read(directory)
    assert year is None
    assert {"year", "code", "kind"} <= set(faults)


@pytest.mark.parametrize(
    ("line", "key", "message"),
    [
        ("T5,208,小计,上年,5\n", "口径", "无法使用的值"),
        ("T5,208,小计,年初预算,五元\n", "金额", "无法使用的值"),
        ("T5,208,小计,年初预算,1.005\n", "金额", "无法使用的值"),
        ("T5,1,小计,年初预算,1\nT5,1,小计,年初预算,1\n", "T5[1].小计@年初预算", "同一数据出现两次"),
    ],
)
def test_a_budget_line_that_cannot_be_used_is_named(directory: Path, line: str, key: str, message: str) -> None:
    (directory / "budget.csv").write_text("报表,行,栏次,口径,金额\n" + line, encoding="utf-8")
    _, faults = read(directory)
    assert message in faults[key].message
    assert faults[key].place.startswith("第")


def test_missing_columns_missing_books_and_missing_file_are_said(directory: Path, tmp_path: Path) -> None:
    (directory / "prior.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    (directory / "books" / "凭证.csv").unlink()
    _, faults = read(directory)
    assert "报表、行、栏次、金额" in faults
    assert faults["books"].message == "没有账簿"
    assert "mingzhang new" in read_unit(tmp_path / "nowhere", {}).faults[0].mend


@pytest.mark.parametrize(
    ("content", "message"), [(b"year = \n", "写法不合TOML格式"), ("名 = 1".encode("gb18030"), "不是UTF-8编码")]
)
def test_a_file_that_is_no_toml_says_where(directory: Path, content: bytes, message: str) -> None:
    (directory / "texts.toml").write_bytes(content)
    reading = read_unit(directory, UNITS)
    assert [fault.message for fault in reading.faults] == [message]


def test_hints_do_not_stop_anything(directory: Path) -> None:
    (directory / "unit.toml").write_text("colour = 1\n" + UNIT, encoding="utf-8")
    year, faults = read(directory)
    assert year is not None
    assert faults["colour"].gravity is Gravity.WARNING


@settings(max_examples=examples(25), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(["unit.toml", "budget.csv", "prior.csv", "texts.toml"]), junk=st.binary(max_size=200))
def test_no_content_breaks_the_reader(directory: Path, name: str, junk: bytes) -> None:
    (directory / name).write_bytes(junk)
    reading = read_unit(directory, UNITS)
    assert reading.year is not None or reading.faults


def department(folder: Path, *units: str, year: int = 2021) -> UnitReading:
    """A department of units written as `code name year books`."""
    members = []
    for unit in units:
        code, name, own, books = unit.split()
        place = folder / name
        (place / "books").mkdir(parents=True)
        if books == "账":
            (place / "books" / "v.csv").write_text("凭证日期\n", encoding="utf-8")
        else:
            (place / "statements.xlsx").write_bytes(b"PK")
        text = f'year = {own}\n[entity]\ncode = "{code}"\nname = "{name}"\nkind = "事业单位"\n'
        (place / "unit.toml").write_text(text, encoding="utf-8")
        members.append(f'"{name}"')
    text = f'year = {year}\nmembers = [{", ".join(members)}]\n[entity]\ncode = "0"\nname = "局"\nkind = "行政单位"\n'
    (folder / "unit.toml").write_text(text, encoding="utf-8")
    return read_unit(folder, {})


@pytest.mark.parametrize(
    ("units", "message"),
    [
        (("1 甲 2021 账", "1 乙 2021 账"), "单位代码重复"),
        (("1 甲 2021 账", "2 乙 2020 账"), "所属单位是2020年度的"),
        (("1 甲 2021 账", "2 乙 2021 表"), "所属单位没有账簿"),
    ],
)
def test_members_that_cannot_be_added_up_are_refused(units: tuple[str, ...], message: str, tmp_path: Path) -> None:
    assert message in {fault.message for fault in department(tmp_path, *units).faults}


def test_a_department_has_no_books_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "books").mkdir()
    (tmp_path / "books" / "v.csv").write_text("凭证日期\n", encoding="utf-8")
    assert "既列了所属单位，又放了账簿" in {fault.message for fault in department(tmp_path, "1 甲 2021 账").faults}


def test_a_year_has_its_plan_its_registers_and_last_years_evaluation(directory: Path) -> None:
    lay(directory)
    (directory / "prior_performance.csv").write_text(",".join(COLUMNS) + "\n整体,制卡量,,,制发卡,≥9张,10张,张,8,8\n")
    year, _ = read(directory)
    assert year is not None
    assert year.plan is not None
    assert [one.id for one in year.plan.indicators] == ["制卡量", "隔离"]
    assert [len(register.records) for register in year.registers.values()] == [2]
    assert [line.indicator for line in year.prior_evaluation] == ["制卡量"]


def test_a_year_without_a_plan_has_none(directory: Path) -> None:
    year, faults = read(directory)
    assert year is not None
    assert (year.plan, dict(year.registers), year.prior_evaluation, faults) == (None, {}, (), {})


def test_members_and_their_department_each_have_a_plan_of_their_own(
    directory: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    whole = tmp_path_factory.mktemp("department")
    text = 'year = 2021\nmembers = ["unit"]\n[entity]\ncode="0"\nname="局"\nkind="行政单位"\n'
    (whole / "unit.toml").write_text(text, encoding="utf-8")
    lay(directory, cards=CARDS.replace("职工,1", "职公,1"))
    directory.rename(whole / "unit")
    lay(whole, spoiled('measure = "制卡量"', 'measure = "职工"'))
    year, faults = read(whole)
    assert year is not None
    assert year.plan is not None
    assert year.members[0].plan is not None
    assert (year.plan.indicators[0].measure, year.members[0].plan.indicators[0].measure) == ("职工", "制卡量")
    assert faults["人群"].file == "unit/registers/制卡.csv"
