"""Words for the outcome of an audit, the same on every surface."""

from typing import Final

from mingzhang.disclosure.examination import Examination, Tally
from mingzhang.disclosure.remark import ERROR, INFO, WARNING, Remark

LEVEL: Final = {ERROR: "错误", WARNING: "提醒", INFO: "提示"}
"""What the levels are called."""

KIND: Final = {
    "within": "表内勾稽",
    "across": "表间勾稽",
    "narrative": "文字与报表",
    "structure": "结构与文字",
    "performance": "绩效",
    "cross-year": "跨年度",
    "cross-document": "跨文件",
    "ledger": "账表",
}


def page(remark: Remark) -> str:
    """第5页, 第12行, or where else it stands in the file; empty when nobody knows."""
    position = remark.position
    if position is None:
        return ""
    if position.page is not None:
        return f"第{position.page}页"
    if position.sheet or position.cell:
        return f"{position.sheet} {position.cell}".strip()
    return f"第{position.line}行" if position.line is not None else ""


def mend(remark: Remark) -> str:
    """What is printed and what it must be: 印为 71.73%，应为 71.65%."""
    said = f"印为“{remark.printed}”" if remark.printed else ""
    wanted = f"应为“{remark.expected}”" if remark.expected else ""
    return "，".join(filter(None, (said, wanted)))


def coverage(tally: Tally) -> str:
    """The one sentence that must stand before any finding."""
    return (
        f"共核对 {tally.made} 处：相符 {tally.passed} 处，不符 {tally.violated} 处；"
        f"另有 {tally.undetermined} 处无法判断，{tally.not_applicable} 处不适用。"
    )


def verdict(examination: Examination) -> str:
    """What came of it, in a few words."""
    if examination.refused:
        return examination.refused
    count = {level: sum(r.level == level and not r.waived for r in examination.remarks) for level in LEVEL}
    if not any(count.values()):
        return "未发现疑点"
    return "，".join(f"{LEVEL[level]} {number} 条" for level, number in count.items() if number)


def name(examination: Examination) -> str:
    """The unit and year of the document, or its file when it says neither."""
    year = f"{examination.year}年度" if examination.year else ""
    return f"{examination.unit}{year}" if examination.unit else examination.path
