"""One examination that every output is tried with, and a PDF it speaks of."""

import typst

from mingzhang.disclosure.examination import Bound, Examination, Requirement, Tally
from mingzhang.disclosure.obligation import Obligation
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.remark import ERROR, INFO, WARNING, Remark

SHARE = Remark(
    WARNING, "N5.2", "各类支出占比", "占比按报表重算", "2106.66÷2940.05＝71.65%，印为71.73%。", "说明五（二）",
    Position("甲.pdf", 2), printed="71.73%", expected="71.65%", quote="支出2106.66万元，占71.73%", root="N5.2:201",
    consequences=("各类占比合计为100.07%",),
)  # fmt: skip
TOTAL = Remark(
    ERROR, "N1", "收支总计与表1一致", "文字与报表", "表1总计2995.39万元。", "说明一", Position("甲.pdf", 1),
    printed="0", expected="2995.39", quote="收入支出总计0万元", root="N1",
)  # fmt: skip
LOST = Remark(
    ERROR, "ST.tables", "九张表齐全", "财预〔2016〕143号", "没有支出决算表。", "第二部分", Position("甲.pdf", 1)
)
ROUNDED = Remark(
    INFO, "T5.1", "合计等于基本加项目", "四舍五入", "差0.01万元。", "表5", Position("甲.pdf", 2, (60, 100, 200, 120))
)
WAIVED = Remark(WARNING, "TX.dup", "标点重复", "文字", "“。。”", "名词解释", None, printed="。。", waived="王某：不改")

EXAMINATION = Examination(
    path="甲.pdf",
    digest="0123456789abcdef" * 4,
    format="PDF",
    pages=2,
    unit="某局",
    year=2024,
    requirements=(
        Requirement("N1", "收支总计与表1一致", "narrative", "文字与报表", Tally(3, 1, 0, 0)),
        Requirement("N5.2", "各类支出占比", "narrative", "重算", Tally(4, 1, 0, 0)),
        Requirement("T5.1", "合计等于基本加项目", "within", "表式", Tally(20, 0, 0, 1)),
        Requirement("SG.counts", "三公的数量", "narrative", "规定", Tally(0, 0, 2, 0), ("没有三公一节",)),
        Requirement("ST.tables", "九张表齐全", "structure", "财预〔2016〕143号", Tally(8, 1, 0, 0)),
    ),
    remarks=(TOTAL, LOST, SHARE, WAIVED, ROUNDED),
    bound=Bound(60, 57),
    hints=("第2页有1处看不清",),
)  # fmt: skip

OBLIGATIONS = (
    Obligation("勾稽", "表内合计相符", "表式", ("T5",)),
    Obligation("文字", "文字与报表一致", "公开规程", ("N1", "N5")),
    Obligation("三公", "公布团组、车辆和接待的数量", "财预〔2014〕36号", ("SG.counts",)),
    Obligation("绩效", "公布自评结果", "财预〔2020〕10号", ("PF",)),
)


def pdf() -> bytes:
    """Two pages that print what the remarks quote."""
    text = "一、总体\n\n收入支出总计 0 万元。\n#pagebreak()\n一般公共服务支出2106.66万元，占 71.73%。"
    return bytes(typst.compile(text.encode("utf-8"), format="pdf"))
