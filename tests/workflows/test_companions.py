"""Which files belong together, and which only look as if they did."""

from collections.abc import Mapping

import pytest

from mingzhang.audit.case import figures
from mingzhang.disclosure.examination import Examination
from mingzhang.workflows.companions import Companions, companions
from mingzhang.workflows.figures import Figures, facts_in
from mingzhang.workflows.finished import Audited

PRINTED = {"T1[收入总计].金额": "100.00", "T5[total].小计": "60.00", "T5[205].小计": "60.00"}
STRUCTURE = "纳入甲局部门决算编制范围的单位共2个：\n1.甲局（本级）\n2.甲局信息中心"


def filed(
    path: str, unit: str, year: int = 2024, kind: str = "部门", structure: str = "",
    printed: Mapping[str, str] = PRINTED, refused: str = "",
) -> Audited:  # fmt: skip
    """A file with these figures."""
    lines = "\n".join(
        f"{a}\t{f.value}\t{f.spread}\t万元\t1000000\t2\t={f.shown}\t\t\t\t" for a, f in figures(printed).items()
    )
    examination = Examination(path, f"digest of {path}", unit=unit, year=year, refused=refused)
    return Audited(examination, Figures(lines, f"{unit}{kind}决算", structure))


def found(*files: Audited) -> dict[str, Companions]:
    return companions(files)


def paths(pairs: tuple[tuple[str, str], ...]) -> list[str]:
    return [path for path, _ in pairs]


def test_last_years_file_is_found_by_unit_and_year() -> None:
    others = found(filed("新.pdf", "甲局"), filed("旧.pdf", " 甲 局", 2023), filed("别.pdf", "乙局", 2023))
    assert list(others) == ["新.pdf"]
    assert paths(others["新.pdf"].prior) == ["旧.pdf"]


def test_the_same_accounts_in_two_formats_are_copies_of_each_other() -> None:
    other = {**PRINTED, "T5[205].小计": "61.00"}
    others = found(filed("甲.pdf", "甲局"), filed("甲.xlsx", "甲局", printed=other))
    assert {path: paths(found.copies) for path, found in others.items()} == {
        "甲.pdf": ["甲.xlsx"],
        "甲.xlsx": ["甲.pdf"],
    }


def test_a_department_and_its_office_of_the_same_name_are_no_copies() -> None:
    smaller = dict.fromkeys(PRINTED, "30.00")
    assert found(filed("部门.pdf", "甲局", kind=""), filed("本级.pdf", "甲局", kind="", printed=smaller)) == {}
    (others,) = found(filed("部门.pdf", "甲局"), filed("本级.pdf", "甲局", kind="单位")).values()
    assert others.copies == ()


def test_the_units_of_a_department_count_when_all_are_there() -> None:
    department = filed("部门.pdf", "甲局", structure=STRUCTURE)
    office, centre = filed("1.pdf", "甲局（本级）", kind="单位"), filed("2.pdf", "甲局信息中心", kind="单位")
    stranger = filed("3.pdf", "乙局信息中心", kind="单位")
    others = found(department, office, centre, stranger)
    assert list(others) == ["部门.pdf"]
    assert paths(others["部门.pdf"].members) == ["1.pdf", "2.pdf"]
    assert others["部门.pdf"].hints == ()


@pytest.mark.parametrize(
    ("structure", "said"),
    [
        (STRUCTURE.replace("2个", "3个") + "\n3.甲局大队", "所属单位共3个，给出了2个的文件"),
        ("甲局部门决算包括甲局信息中心。", "没有写明所属单位共几个"),
        ("内设机构2个，包括甲局信息中心。", "没有写明所属单位共几个"),
    ],
)
def test_sums_are_not_held_against_some_of_the_units(structure: str, said: str) -> None:
    files = (filed("1.pdf", "甲局（本级）", kind="单位"), filed("2.pdf", "甲局信息中心", kind="单位"))
    others = found(filed("部门.pdf", "甲局", structure=structure), *files)["部门.pdf"]
    assert others.members == ()
    assert said in others.hints[0]


def test_subordinate_units_without_the_office_are_not_all() -> None:
    files = (filed("1.pdf", "甲局中心", kind="单位"), filed("2.pdf", "甲局大队", kind="单位"))
    others = found(filed("部门.pdf", "甲局", structure="甲局下属2个单位：甲局中心、甲局大队"), *files)["部门.pdf"]
    assert others.members == ()


def test_a_file_that_could_not_be_read_belongs_to_nobody() -> None:
    assert found(filed("新.pdf", "甲局"), filed("旧.pdf", "甲局", 2023, refused="打不开")) == {}


def test_kept_figures_come_back_with_value_spread_and_print() -> None:
    kept = filed("甲.pdf", "甲局").figures.lines
    facts = {str(a): (f.value, f.spread, f.shown, f.unit.name) for a, f in facts_in(kept, "甲.pdf").items()}
    assert facts["T5[205].小计"] == (60_000_000, 5_000, "60.00", "万元")
