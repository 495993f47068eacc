"""An evaluation as lines of text, so that what was read of a table can be compared with what stands there."""

from mingzhang.disclosure.evaluation import Entry, Evaluation, Funding, Indicator


def written(evaluation: Evaluation) -> str:
    """Scope and name, then money, indicators and the foot; a column the table lacks is a dash."""
    head = f"{evaluation.scope.value}：{evaluation.name}"
    foot = (evaluation.full, evaluation.total, evaluation.grade)
    lines = [head, *map(_money, evaluation.fundings), *map(_indicator, evaluation.indicators)]
    return "\n".join((*lines, f"满分、总分、等级：{_row(*foot)}"))


def _money(line: Funding) -> str:
    entries = (line.opening, line.budget, line.executed, line.rate, line.weight, line.score)
    return f"资金 {line.label}：{_row(*entries)}"


def _indicator(line: Indicator) -> str:
    unit = f" {line.unit}" if line.unit else ""
    entries = (line.target, line.actual, line.weight, line.score, line.deduction)
    return f"{line.first}/{line.second}/{line.name}：{_row(*entries)}{unit}"


def _row(*entries: Entry | None) -> str:
    return " | ".join("-" if entry is None else entry.text for entry in entries)
