"""Backward 审核部分: the tables of the report about reading, auditing and changed documents."""

from statistics import median

from benchmarks import auditing, reading
from benchmarks.auditing import Audited
from benchmarks.markdown import RIGHT, met, share, table
from benchmarks.mutation.summary import Summary
from benchmarks.mutation.table import changes
from benchmarks.reading import Read
from benchmarks.scans import Scanned


def tables(read: list[Read], audited: list[Audited], scans: list[Scanned], mutation: Summary | None) -> list[str]:
    """The sections for which there are results."""
    found = [_reading(read) if read else "", _auditing(audited) if audited else "", _scans(scans) if scans else ""]
    return [part for part in (*found, changes(mutation) if mutation else "") if part]


def _reading(results: list[Read]) -> str:
    head = ("文件", "谁", "处理器秒：每轮中位", "墙上秒：中位（最快–最慢）", "页/处理器秒", "是明账的几倍")
    rows = [
        (
            f"{_GROUPS[one.group]}，{one.files} 份 {one.pages} 页", name, f"{one.seconds(who):.3f}",
            _spread(one.wall(who)), f"{one.pages / one.seconds(who):,.0f}", f"{one.times(who):.2f}",
        )
        for one in results for who, name in reading.NAMES.items()
    ]  # fmt: skip
    lines = [line for one in results for line in _read_verdicts(one)]
    return "## 读 PDF\n\n" + table(head, rows, ("---", "---", *[RIGHT] * 4)) + "\n\n" + "\n".join(lines)


def _read_verdicts(one: Read) -> list[str]:
    faster, floor = one.times(reading.PDFPLUMBER), 1 / one.times(reading.FLOOR)
    group = _GROUPS[one.group]
    return [
        f"- {group}：与 pdfplumber 逐格核对，{one.cells:,} 格全部相同。",
        f"- 目标：比 pdfplumber 快 15 倍以上。{group}实测 {faster:.1f} 倍，{met(faster >= 15)}。",
        f"- 目标：用时在下限的 2.5 倍以内。{group}实测 {floor:.2f} 倍，{met(floor <= 2.5)}。",
    ]


def _auditing(results: list[Audited]) -> str:
    head = (
        "文件",
        f"折合 {auditing.PAGES} 页一份：处理器秒",
        "墙上秒",
        "份/分钟，1 个进程",
        "份/分钟，2 个进程",
        "单独一份，从启动起：秒",
        "内存峰值 MiB",
    )
    rows = [
        (
            f"{_GROUPS[one.group]}，{len(one.alone)} 份", f"{one.seconds(auditing.PAGES):.3f}",
            f"{one.seconds(auditing.PAGES, 1):.3f}", f"{one.batches['1']:.0f}", f"{one.batches['2']:.0f}",
            f"{median(run.wall for run in one.cold):.2f}", f"{max(run.memory for run in one.cold):.0f}",
        )
        for one in results
    ]  # fmt: skip
    lines = [
        f"- 目标：批量时一份 {auditing.PAGES} 页的文件从读到审完 0.25 秒以内。{_GROUPS[one.group]}实测"
        f" {one.seconds(auditing.PAGES):.3f} 处理器秒，{met(one.seconds(auditing.PAGES) < 0.25)}。"
        for one in results
    ]
    return "## 审核\n\n" + table(head, rows, ("---", *[RIGHT] * 6)) + "\n\n" + "\n".join(lines)


def _scans(results: list[Scanned]) -> str:
    head = (
        "文件",
        "页",
        "秒/页",
        "表格的格",
        "读对",
        "其中有数字的格",
        "读对",
        "没有标“存疑”而读错",
        "正文的数",
        "读对",
    )
    rows = [
        (
            one.document, str(one.pages), f"{one.seconds / one.pages:.1f}", f"{one.cells:,}",
            share(one.right, one.cells),
            f"{one.numbers:,}", share(one.right_numbers, one.numbers), str(len(one.wrong_unmarked)), f"{one.prose:,}",
            share(one.right_prose, one.prose),
        )
        for one in results
    ]  # fmt: skip
    numbers, right = (
        sum(one.numbers + one.prose for one in results),
        sum(one.right_numbers + one.right_prose for one in results),
    )
    verdict = f"目标：扫描件的数 99% 以上读对。实测 {share(right, numbers)}，{met(right >= 0.99 * numbers)}。"
    return "## 读扫描件\n\n" + table(head, rows, ("---", *[RIGHT] * 9)) + "\n\n" + verdict


def _spread(seconds: list[float]) -> str:
    return f"{median(seconds):.3f}（{min(seconds):.3f}–{max(seconds):.3f}）"


_GROUPS = {"示例": "明账发布的", "真实": "真实公开的"}
