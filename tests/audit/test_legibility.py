"""What single letters tell is a hint where they were recognised; figures that were recognised with certainty count."""

from dataclasses import replace

import pytest

from mingzhang.audit.finding import Finding, Level
from mingzhang.audit.legibility import NOTE, as_legible
from mingzhang.audit.rule import Basis
from mingzhang.standards.rules import all_rules
from mingzhang.workflows.examine import circumstances
from mingzhang.workflows.reading import read_text

TEXT = "# 某局2023年度部门决算\n\n# 第三部分 说明\n\n## 一、收入支出决算总体情况说明\n\n收入总计10.00万元。\n"


@pytest.mark.parametrize(
    ("rule", "recognised", "level"),
    [("X11", True, Level.INFO), ("X11", False, Level.ERROR), ("X1", True, Level.ERROR), ("ST.parts", True, Level.INFO)],
)
def test_a_finding(rule: str, recognised: bool, level: Level) -> None:
    context = circumstances(replace(read_text(TEXT), recognised=recognised))
    (found,) = as_legible([Finding(rule, Level.ERROR, "不一致", "某处")], all_rules(), context)
    assert found.level is level
    assert found.message.endswith(NOTE) == (level is Level.INFO)


def test_names_and_marks_rest_on_letters_and_relations_do_not() -> None:
    bases = {rule.id: rule.rests_on for rule in all_rules()}
    assert {bases[rule] for rule in ("X11", "GL.path", "NX.pct_sign", "ST.contents")} == {Basis.LETTERS}
    assert {bases[rule] for rule in ("T1.1", "X1", "N5.amount", "PF.rate")} == {Basis.SENSE}
