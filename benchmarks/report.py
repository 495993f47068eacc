"""Report 报告: the tables of docs/benchmarks.md between its two marks, written from the results."""

from pathlib import Path

from benchmarks import backward, importing, publishing, registers, starting, statements
from benchmarks.markdown import RIGHT, met, table
from benchmarks.results import Results
from benchmarks.timing import ROOT, Measured

PAGE = ROOT / "docs" / "benchmarks.md"
BEGIN, END = "<!-- 以下由 make bench 写入 -->", "<!-- 以上由 make bench 写入 -->"

_TOOLS = (statements.HLEDGER, statements.BEANCOUNT, statements.CACHED, statements.PARSED)
_FLOORS = (statements.SCAN, statements.GROUP)


def write(results: Results, page: Path = PAGE) -> None:
    """Put the tables between the marks of the page, leaving the words around them."""
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    page.write_text(f"{before}{BEGIN}\n\n{tables(results)}\n\n{END}{after}", encoding="utf-8")


def tables(results: Results) -> str:
    """All tables as Markdown."""
    parts = (_machine(results), _statements(results), _importing(results), _publishing(results), _starting(results))
    back = backward.tables(results.reading, results.auditing, results.scans, results.mutation)
    return "\n\n".join(part for part in (*parts, _registers(results), *back) if part)


def _machine(results: Results) -> str:
    rows = [*results.machine.items(), ("版本", "、".join(f"{name} {v}" for name, v in results.versions.items()))]
    rows += [("命令", f"`{results.command}`"), *results.circumstances.items()]
    return "## 机器与版本\n\n" + table(("", ""), rows, ("---", "---"))


def _statements(results: Results) -> str:
    rows = []
    for size in sorted({m.size for m in results.statements}):
        ours = results.of("statements", statements.OURS, size)
        assert ours is not None
        for measured in (m for m in results.statements if m.size == size):
            rows.append((f"{size:,}", measured.name, _seconds(measured), _memory(measured), _ratio(measured, ours)))
    drawn = table(
        ("分录数", "谁", "秒：中位（最快–最慢）", "内存峰值 MiB", "是明账的几倍"), rows, ("---:", "---", *[RIGHT] * 3)
    )
    return f"## 编制九张表\n\n{drawn}\n\n{_verdict(results)}\n{_beyond(results)}"


def _beyond(results: Results) -> str:
    """Why the text tools stop where they do, from how they grew between the two sizes they were measured at."""
    sizes = sorted({m.size for m in results.statements if m.name == statements.BEANCOUNT})
    if len(sizes) < 2:
        return ""
    lines = []
    for name in (statements.HLEDGER, statements.BEANCOUNT):
        small, large = (results.of("statements", name, size) for size in sizes[-2:])
        if small and large:
            ratio = large.size / small.size
            lines.append(
                f"- {name}：行数增到 {ratio:.0f} 倍，用时增到 {large.seconds / small.seconds:.1f} 倍，内存增到"
                f" {large.memory / small.memory:.1f} 倍；再增 {ratio:.0f} 倍，约需"
                f" {large.seconds * large.seconds / small.seconds / 60:.0f} 分钟、"
                f"{large.memory * large.memory / small.memory / 1024:.0f} GiB，因此止于 {large.size:,} 行。"
            )
    return "\n".join(lines)


def _verdict(results: Results) -> str:
    lines = []
    size = max((m.size for m in results.statements if m.name in _TOOLS), default=0)
    ours = results.of("statements", statements.OURS, size)
    for tool, target in ((statements.BEANCOUNT, 200), (statements.HLEDGER, 100)):
        theirs = results.of("statements", tool, size)
        if ours and theirs and size >= 1_000_000:
            times = theirs.seconds / ours.seconds
            lines.append(
                f"- 目标：{size:,} 行时比 {tool} 快 {target} 倍以上。实测 {times:.0f} 倍，{met(times >= target)}"
                f"{_like_for_like(results, theirs)}。"
            )
    size = max(m.size for m in results.statements)
    ours = results.of("statements", statements.OURS, size)
    for name in _FLOORS:
        floor = results.of("statements", name, size)
        assert ours is not None
        assert floor is not None
        times = ours.seconds / floor.seconds
        lines.append(f"- 目标：{size:,} 行时用时在“{name}”的 2 倍以内。实测 {times:.2f} 倍，{met(times <= 2)}。")
    return "\n".join(lines)


def _like_for_like(results: Results, theirs: Measured) -> str:
    """Beside the verdict on nine statements: no more than the sums that the other tool makes."""
    sums = results.of("statements", statements.SUMS, theirs.size)
    return f"；只做它所做的汇总，快 {theirs.seconds / sums.seconds:.0f} 倍" if sums else ""


def _importing(results: Results) -> str:
    rows = []
    for measured in sorted(results.importing, key=lambda m: (m.name.split()[0], m.size)):
        floor = results.of("importing", importing.label(measured.name.split()[0], importing.FLOOR), measured.size)
        assert floor is not None
        rate = measured.size / measured.seconds
        rows.append(
            (
                f"{measured.size:,}",
                measured.name,
                _seconds(measured),
                f"{rate:,.0f}",
                _memory(measured),
                _ratio(measured, floor),
            )
        )
    head = ("行数", "格式和步骤", "秒：中位（最快–最慢）", "行/秒", "内存峰值 MiB", "是下限的几倍")
    return "## 导入凭证\n\n" + table(head, rows, ("---:", "---", *[RIGHT] * 4))


def _publishing(results: Results) -> str:
    first = {name: s for name, s in results.steps.items() if not name.startswith("再次")}
    rows = [(name.removeprefix("首次 "), *_twice(results, name)) for name in first]
    total = sum(s[0] for name, s in results.steps.items() if name.startswith("首次"))
    again = sum(s[0] for name, s in results.steps.items() if name.startswith("再次"))
    rows.append(("**全部格式合计**", f"**{total:.2f}**", f"**{again:.2f}**"))
    steps = table(("步骤或格式", "秒：首次，连同载入该格式的程序库", "秒：再次"), rows, ("---", RIGHT, RIGHT))
    ours = results.of("pdfs", publishing.TYPST)
    assert ours is not None
    pdfs = [(m.name, _seconds(m), _memory(m), _ratio(m, ours)) for m in results.pdfs]
    drawn = table(("谁", "秒：中位（最快–最慢）", "内存峰值 MiB", "是明账的几倍"), pdfs, ("---", *[RIGHT] * 3))
    verdict = f"目标：启动后 3 秒内写完全部格式。实测 {total:.2f} 秒，{met(total < 3)}。"
    return f"## 发布示例单位\n\n{steps}\n\n{verdict}\n\n### 同一内容的 PDF，整个进程\n\n{drawn}"


def _twice(results: Results, name: str) -> tuple[str, str]:
    again = results.steps.get(name.replace("首次", "再次")) if name.startswith("首次") else None
    return _three(results.steps[name]), _three(again) if again else ""


def _three(seconds: tuple[float, float, float]) -> str:
    return f"{seconds[0]:.3f}（{seconds[1]:.3f}–{seconds[2]:.3f}）"


def _starting(results: Results) -> str:
    rows = [(f"`{m.name}`", _seconds(m), _memory(m)) for m in results.starting]
    drawn = table(("命令", "秒：中位（最快–最慢）", "内存峰值 MiB"), rows, ("---", RIGHT, RIGHT))
    asked = results.of("starting", starting.HELP)
    assert asked is not None
    verdict = f"目标：`mingzhang --help` 在 0.3 秒以内。实测 {asked.seconds:.3f} 秒，{met(asked.seconds < 0.3)}。"
    return f"## 启动\n\n{drawn}\n\n{verdict}"


def _registers(results: Results) -> str:
    floor = next((m for m in results.registers if m.name == registers.SCAN), None)
    if floor is None:
        return ""
    rows = [
        (f"{m.size:,}", m.name, _seconds(m), f"{m.size / m.seconds:,.0f}", _memory(m), _ratio(m, floor))
        for m in results.registers
    ]
    head = ("记录数", "谁", "秒：中位（最快–最慢）", "记录/秒", "内存峰值 MiB", "是下限一的几倍")
    asked = f"每个单位 {registers.INDICATORS} 项指标，一遍取完；每项的合计另用一条查询核对。"
    return f"## 台账计量\n\n{asked}\n\n" + table(head, rows, ("---:", "---", *[RIGHT] * 4))


def _seconds(measured: Measured) -> str:
    low, high = measured.spread
    digits = 1 if measured.seconds >= 10 else 3
    return f"{measured.seconds:.{digits}f}（{low:.{digits}f}–{high:.{digits}f}）"


def _memory(measured: Measured) -> str:
    return f"{measured.memory:,.0f}"


def _ratio(measured: Measured, base: Measured) -> str:
    times = measured.seconds / base.seconds
    return f"{times:.2f}" if times < 10 else f"{times:,.0f}"
