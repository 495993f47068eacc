"""Tables beside the statements give the figures of 补充资料, in whatever shape a region prints them."""

import pytest

from tests.reading.published.reads import document


def shown(text: str) -> dict[str, str]:
    """Every figure of 补充资料 with its unit."""
    facts = document(text).facts.values()
    return {str(f.address).removeprefix("S"): f"{f.shown}{f.unit.name}" for f in facts if f.address.statement == "S"}


SHAPES = {
    "rows in three groups": (
        """
## 机构运行经费、国有资产占用情况及政府采购情况信息表
单位：万元

项目\t统计数
一、机构运行经费\t420.49
（一）行政单位\t158.30
二、国有资产占用情况\t
（一）车辆数合计（辆）\t27
1.副部（省）级及以上领导用车\t0
5.执法执勤用车\t6
（二）单价100万元以上设备（不含车辆）（台，套）\t3
三、政府采购支出信息\t
（一）政府采购支出合计\t3649.69
1.政府采购货物支出\t88.17
其中：授予小微企业合同金额\t2206.40
""",
        {
            "[机关运行经费].机构运行经费": "420.49万元", "[国有资产].车辆合计": "27辆",
            "[国有资产].副部（省）级及以上领导用车": "0辆", "[国有资产].执法执勤用车": "6辆",
            "[国有资产].单价100万元以上设备": "3台（套）", "[政府采购].合计": "3649.69万元",
            "[政府采购].货物": "88.17万元", "[政府采购].授予小微企业合同金额": "2206.40万元",
        },
    ),
    "several labels in a row": (
        """
## 相关统计数情况表

因公出国（境）团组数（个）\t0\t因公出国（境）人次数（人）\t0\t公务用车购置数（辆）\t0
公务用车保有量（辆）\t9\t国内公务接待批次（个）\t38\t国内公务接待人次（人）\t316
召开会议次数（个）\t5\t参加会议人次（人）\t420\t组织培训次数（个）\t11
""",
        {
            "[三公].因公出国团组数": "0个", "[三公].因公出国人次": "0人次", "[三公].公务用车购置数": "0辆",
            "[三公].公务用车保有量": "9辆", "[三公].国内接待批次": "38个", "[三公].国内接待人次": "316人次",
        },
    ),
    "行次 and a budget beside the final accounts": (
        """
## 机构运行信息表
单位：元

项目\t行次\t年初预算数\t决算统计数
二、机关运行经费\t22\t120.00\t110.50
5.国内公务接待批次（个）\t15\t—\t3
""",
        {"[机关运行经费].决算数": "110.50元", "[三公].国内接待批次": "3个"},
    ),
    "合计 means the matter of the title": (
        "## 政府采购支出决算表\n单位：万元\n\n项目\t总计\n合计\t939.55\n货物\t36.80\n工程\t214.50\n服务\t688.25\n",
        {
            "[政府采购].合计": "939.55万元", "[政府采购].货物": "36.80万元", "[政府采购].工程": "214.50万元",
            "[政府采购].服务": "688.25万元",
        },
    ),
    "labels in the head": (
        """
## 国有资产占用情况表

单位名称\t车辆合计\t机要通信用车\t其他用车
甲中心\t2\t1\t1
合计\t5\t2\t3
""",
        {"[国有资产].车辆合计": "5辆", "[国有资产].机要通信用车": "2辆", "[国有资产].其他用车": "3辆"},
    ),
    "a table of another matter": (
        "## 货物运输量统计情况表\n\n项目\t总计\n合计\t939\n货物\t36\n服务\t688\n",
        {},
    ),
    "the same label twice with other numbers": (
        "## 国有资产占用情况表\n\n单位\t车辆\n执法执勤用车\t3\n执法执勤用车\t4\n其他用车\t1\n",
        {"[国有资产].其他用车": "1辆"},
    ),
    "targets are no figures": (
        "## 绩效自评表\n\n一级指标\t指标值\n公务用车保有量\t6\n",
        {},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SHAPES.values(), ids=SHAPES.keys())
def test_figures_of_information_tables(text: str, expected: dict[str, str]) -> None:
    assert shown(text) == expected


def test_each_figure_knows_its_cell() -> None:
    text = "## 国有资产占用情况表\n\n项目\t数量\n其他用车\t1\n"
    fact = document(text).fact("S[国有资产].其他用车")
    assert fact.position
    assert fact.position.line == 6
