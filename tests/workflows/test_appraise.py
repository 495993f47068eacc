"""The centre's self-evaluation: measured from its registers, honest about what was missed, followed to the records."""

import csv
import shutil
from pathlib import Path

import pytest

from mingzhang.books.fault import BooksRefused
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.appraisal import Appraisal, Performance, State
from mingzhang.disclosure.section import Paragraph
from mingzhang.disclosure.trace import Computed, Divided, Measured
from mingzhang.workflows.accounts import Accounts
from mingzhang.workflows.build import build, compile_year, read_year
from mingzhang.workflows.document import draft
from mingzhang.workflows.explain import Explainer, RecordPart
from tests.conftest import CENTRE

COUNTED = {
    "职工制卡": "1351张", "居民制卡": "13220张", "制卡量": "14571张", "网点制卡": "4386张",
    "全区制卡": "18957张", "一代卡存量": "9275张", "拨打电话": "6523个", "通知人数": "6342人",
    "一代卡升级": "5726件", "一代卡未升级": "3549张", "一代卡升级率": "61.74%", "合作银行": "6家",
    "营业网点": "23个", "网点问题": "9个", "网点问题整改": "9个", "街乡窗口": "19个", "共享数据": "232.38万条",
    "共享单位": "11家", "自助办件": "8376件", "自助终端": "4台", "自助类别": "3类", "自助事项": "18个",
    "事项大项": "120项", "办理项": "171项", "可网办": "163项", "已对接": "59项", "网上办": "95.32%",
    "就近办": "75.44%", "马上办": "84.80%", "一次办": "100.00%", "零跑动": "84.80%", "法定时限": "3562个工作日",
    "承诺时限": "352个工作日", "时限压减率": "90.12%", "办结": "3443件", "预算完成率": "95.88%",
    "预算调整率": "4.12%",
}  # fmt: skip
"""What the published document of a real centre says of its year; the invented registers count up to the same."""


@pytest.fixture(scope="module")
def accounts(tmp_path_factory):
    return compile_year(read_year(CENTRE)[0], tmp_path_factory.mktemp("books"))[0]


@pytest.fixture(scope="module")
def performance(accounts: Accounts) -> Performance:
    assert accounts.performance is not None
    return accounts.performance


def whole_of(accounts: Accounts) -> Appraisal:
    assert accounts.performance is not None
    assert accounts.performance.whole is not None
    return accounts.performance.whole


def value(measure):
    return Address("P", measure, "完成值")


@pytest.mark.parametrize(("measure", "shown"), COUNTED.items())
def test_registers_count_up_to_the_published_values(accounts, measure, shown):
    fact = accounts.facts[value(measure)]
    assert fact.unit.state(fact.value) == shown


def test_every_measured_value_opens_to_records_that_add_up_to_it(accounts):
    explainer = Explainer(accounts.facts, accounts.statements, None, None, accounts.year.registers)
    measured = [fact for fact in accounts.facts.values() if isinstance(fact.trace, Measured)]
    assert len(measured) > 40
    for fact in measured:
        node = explainer.tree(fact.address)
        assert all(isinstance(part, RecordPart) for part in node.lines)
        assert sum(part.amount for part in node.lines) == node.lines_sum == fact.value


def test_a_value_without_records_of_its_own_opens_to_those_that_have_them(accounts):
    traces = {name: type(accounts.facts[value(name)].trace) for name in ("制卡量", "一代卡升级率")}
    assert traces == {"制卡量": Computed, "一代卡升级率": Divided}
    explainer = Explainer(accounts.facts, accounts.statements, None, None, accounts.year.registers)
    assert sum(part.count for part in explainer.tree(value("制卡量")).parts) == 14571


def test_what_a_project_spent_comes_from_the_books(accounts, performance):
    (line,) = performance.projects[0].monies
    assert accounts.facts[line.executed].value == accounts.facts[Address.parse("T5[2080108].项目支出")].value


def test_the_target_that_was_missed_is_told_wherever_it_matters(accounts, performance):
    assert [one.indicator for one in performance.missed] == ["零跑动"]
    assert not performance.all_met
    sections = [(s, b.text) for s, b in draft(accounts).disclosure.blocks() if isinstance(b, Paragraph)]
    honest = [section.heading for section, text in sections if "“零跑动比例”目标≥90%，完成84.80%" in text]
    assert any("工作开展" in heading for heading in honest)
    assert any("评价结论" in heading for heading in honest)
    assert not [text for _, text in sections if "全部达到目标" in text or "各项指标均达到" in text]


def test_targets_far_surpassed_are_explained(accounts):
    surpassed = {one.indicator: one for one in whole_of(accounts).surpassed}
    assert surpassed.keys() == {"制卡量", "自助办件"}
    assert all(one.state is State.SURPASSED and one.reason and one.remedy for one in surpassed.values())


def test_scores_add_up(performance):
    for appraisal in performance.appraisals:
        parts = [one.score for one in appraisal.achievements] + [one.score or 0 for one in appraisal.monies]
        assert appraisal.total == sum(parts)
        assert appraisal.full == 100


@pytest.fixture
def year(tmp_path):
    return Path(shutil.copytree(CENTRE, tmp_path / "年度"))


def test_next_year_is_held_against_what_this_year_published(year, tmp_path, accounts):
    build(CENTRE, tmp_path / "发布", ("csv",))
    shutil.copy(tmp_path / "发布" / "performance.csv", year / "prior_performance.csv")
    again = compile_year(read_year(year)[0], tmp_path / "books")[0]
    assert again.facts[value("制卡量").at("上年")].value == 14571
    flags = {one.indicator: one.flags for one in whole_of(again).achievements if one.flags}
    assert {"制卡量", "自助办件"} <= flags.keys()
    assert whole_of(again).prior_total == whole_of(accounts).total


@pytest.mark.slow
@pytest.mark.parametrize("format", ["pdf", "docx", "html"])
def test_last_year_may_come_from_its_published_document(year, tmp_path, format):
    build(CENTRE, tmp_path / "发布", (format,))
    shutil.copy(tmp_path / "发布" / f"disclosure.{format}", year / f"prior_performance.{format}")
    again = compile_year(read_year(year)[0], tmp_path / "books")[0]
    assert again.facts[value("制卡量").at("上年")].value == 14571
    assert again.performance is not None
    assert all(one.prior_total == one.total for one in again.performance.appraisals)


def test_a_document_of_last_year_without_tables_is_a_hint(year, tmp_path):
    (year / "prior_performance.txt").write_text("会议通知", "utf-8")
    _, hints = compile_year(read_year(year)[0], tmp_path / "books")
    (hint,) = (fault for fault in hints if fault.file == "prior_performance.txt")
    assert "没有取到上年自评" in hint.message


def test_a_plan_that_is_wrong_is_refused_with_all_its_faults(year, tmp_path):
    plan = year / "performance.toml"
    text = (
        plan.read_text("utf-8").replace('measure = "零跑动"', 'measure = "零跑"').replace('">5000件"', '">5000张"', 1)
    )
    plan.write_text(text, "utf-8")
    with pytest.raises(BooksRefused) as refused:
        compile_year(read_year(year)[0], tmp_path / "books")
    assert {fault.file for fault in refused.value.faults} == {"performance.toml"}
    assert len(refused.value.faults) >= 2


def test_the_published_list_of_indicators_has_every_evaluation(tmp_path):
    build(CENTRE, tmp_path, ("csv",))
    rows = list(csv.reader((tmp_path / "performance.csv").read_text("utf-8-sig").splitlines()))
    assert [row[9] for row in rows if row[4] == "总分"] == ["100.00", "100.00"]
    assert len(rows) == 1 + 15 + 1 + 7 + 1
