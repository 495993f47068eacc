"""Table 变异表: the changes as the report shows them."""

from collections.abc import Sequence

from benchmarks.markdown import RIGHT, met, share, table
from benchmarks.mutation.summary import Row, Summary
from benchmarks.mutation.trial import Trial

_SHOWN = 40


def changes(results: Summary) -> str:
    """The section of the report."""
    head = (
        "改动", "次数", "违反关系的", "说出", "首先指到改动处", "指到改动处", "其余（尾差或不必然违反）", "其中说出",
    )  # fmt: skip
    rows = [_row(row) for row in (*results.rows, results.total)]
    parts = [table(head, rows, ("---", *[RIGHT] * 7)), _verdicts(results), _listed("没有说出的改动", results.untold)]
    parts.append(_listed("说出而没有首先指到改动处的", results.elsewhere))
    return "## 变异试验\n\n" + "\n\n".join(part for part in parts if part)


def _verdicts(results: Summary) -> str:
    total, faults = results.total, sum(count for _, count in results.clean)
    told, first = share(total.told, total.breaking), share(total.first, total.breaking)
    is_told, is_first = total.told >= 0.995 * total.breaking, total.first >= 0.95 * total.breaking
    lines = [
        f"- 目标：违反关系的改动 99.5% 以上说出。实测 {told}，{met(is_told)}。",
        f"- 目标：首先指到改动处的 95% 以上。实测 {first}，{met(is_first)}。",
        f"- 目标：没有改动的文件没有高于提示的疑点。{len(results.clean)} 份文件，{faults} 条，{met(faults == 0)}。",
    ]
    return "\n".join(lines)


def _row(row: Row) -> tuple[str, ...]:
    shares = (row.told, row.first, row.named)
    return (
        row.kind, f"{row.changes:,}", f"{row.breaking:,}", *(share(count, row.breaking) for count in shares),
        str(row.slight), str(row.slight_told),
    )  # fmt: skip


def _listed(title: str, trials: Sequence[Trial]) -> str:
    if not trials:
        return ""
    rows = sorted({(one.kind, one.document, *map(_short, (one.before, one.after, one.sentence))) for one in trials})
    lines = table(("改动", "文件", "原来", "改成", "所在句子"), rows[:_SHOWN], ("---",) * 5)
    more = f"\n\n另有 {len(rows) - _SHOWN} 种，见 `benchmarks/results/full.json`。" if len(rows) > _SHOWN else ""
    return f"### {title}（{len(trials)} 次，{len(rows)} 种）\n\n{lines}{more}"


def _short(text: str, most: int = 60) -> str:
    text = text.replace("|", "｜").replace("\n", " ")
    return text if len(text) <= most else text[: most // 2] + "……" + text[-most // 2 :]
