"""The whole text of the sample: the same statements of fact as the published document, better where it was wrong."""

import pytest

from mingzhang.disclosure.section import Section
from mingzhang.narrative.write import Narrative, write
from tests.narrative.reading import paragraphs, text_of
from tests.narrative.sample import NAME, sample_context


@pytest.fixture(scope="module")
def written() -> Narrative:
    return write(sample_context())


STATED = [
    "2021年度收、支总计193.13万元。与2020年度相比，收、支总计各减少13.94万元，下降6.73%，主要原因是2021年单位1-9月实有人员为7人",
    "财政拨款收入193.13万元，占本年收入100.00%",
    "基本支出128.13万元，占本年支出66.35%；项目支出65.00万元，占本年支出33.65%",
    "2021年度财政拨款收、支总计193.13万元。与2020年度相比，财政拨款收、支总计各减少13.94万元，下降6.73%",
    "占本年支出合计的100.00%",
    "社会保障和就业（类）支出180.22万元，占93.32%；卫生健康（类）支出4.11万元，占2.13%；住房保障（类）支出8.80万元，占4.56%",
    "年初预算为201.43万元，支出决算为193.13万元，完成年初预算的95.88%",
    "项目支出主要用于金保工程网络运行维护及社会保障卡日常工作经费，主要成效为保障金保工程网络正常运行",
    "1．社会保障和就业支出（类）。年初预算为188.52万元，支出决算为180.22万元，完成年初预算的95.60%，支出决算数小于年初预算数的主要原因是奖励性绩效工资核算差异。",
    "2．卫生健康支出（类）。年初预算为4.11万元，支出决算为4.11万元，完成年初预算的100.00%，支出决算数与年初预算数持平。",
    "人员经费126.34万元，主要包括：基本工资、津贴补贴、绩效工资、机关事业单位基本养老保险缴费、职业年金缴费、职工基本医疗保险缴费、其他社会保障缴费、住房公积金。",
    "公用经费1.79万元，主要包括：工会经费。",
    "全年因公出国（境）团组0个、累计0人次。",
    "本年度购置（更新）公务用车0辆。",
    "开支财政拨款的公务用车保有量为0辆。",
    "公务接待费支出决算为0.00万元，与年初预算持平。全年国内公务接待0批次、0人次。",
    "2021年度“三公”经费支出决算数与2020年度持平。",
    f"2021年度{NAME}没有政府性基金预算财政拨款收入和支出。",
    f"2021年度{NAME}没有国有资本经营预算财政拨款支出。",
    f"{NAME}为事业单位，无机关运行经费支出。",
    f"2021年度{NAME}无政府采购支出。",
    "共有车辆0辆；单价50万元（含）以上通用设备0台（套），单价100万元（含）以上专用设备0台（套）。",
    "在职实有人员9人，其中：行政0人，事业9人（其中：参照公务员法管理0人）。",
]


@pytest.mark.parametrize("sentence", STATED)
def test_the_sample_states(written: Narrative, sentence: str) -> None:
    assert sentence in text_of(written.parts)


@pytest.mark.parametrize(
    "wrong", ["增加0", "减少0", "增长0", "下降0", "占0.00%", "如持平", "上级补助收入0", "奖金", "部门（单位）"]
)
def test_the_sample_no_longer_says(written: Narrative, wrong: str) -> None:
    assert wrong not in text_of(written.parts)


def test_nothing_is_owed_for_the_sample(written: Narrative) -> None:
    assert written.owed == ()


def test_sections_stand_in_order(written: Narrative) -> None:
    narrative = next(part for part in written.parts if part.id == "narrative")
    assert [section.heading for section in narrative.sections] == [
        "一、收入支出决算总体情况说明",
        "二、收入决算情况说明",
        "三、支出决算情况说明",
        "四、财政拨款收入支出决算总体情况说明",
        "五、一般公共预算财政拨款支出决算情况说明",
        "六、一般公共预算财政拨款基本支出决算情况说明",
        "七、一般公共预算财政拨款“三公”经费支出决算情况说明",
        "八、政府性基金预算财政拨款收入支出决算情况说明",
        "九、国有资本经营预算财政拨款支出决算情况说明",
        "十、机关运行经费支出说明",
        "十一、政府采购支出说明",
        "十二、国有资产占用情况说明",
    ]


def test_another_room_fills_section_thirteen() -> None:
    performance = Section("", paragraphs("本单位开展了绩效自评。"))
    narrative = write(sample_context(), extra_sections={"performance": performance}).parts[1]
    assert narrative.sections[-1].heading == "十三、预算绩效情况说明"
    assert narrative.sections[-1].blocks == performance.blocks
