"""Verdict: the outcomes of a check of words or of a table, each with its place and its quote."""

from mingzhang.audit.finding import Outcome
from mingzhang.audit.result import Result, plain
from mingzhang.audit.rule import Rule, Severity
from mingzhang.disclosure.evaluation import Evaluation, Scope
from mingzhang.disclosure.position import Position

_SHORT = 24


def passed(rule: Rule) -> Result:
    """Looked at and found right."""
    return plain(rule, Outcome.PASSED)


def silent(rule: Rule, note: str) -> Result:
    """The document has nothing of what the rule speaks of."""
    return plain(rule, Outcome.NOT_APPLICABLE, note)


def open_(rule: Rule, note: str) -> Result:
    """It cannot be said."""
    return plain(rule, Outcome.UNDETERMINED, note)


def broken(
    rule: Rule,
    note: str,
    *,
    quote: str,
    position: Position | None,
    where: str,
    printed: str = "",
    expected: str = "",
    hint: bool = False,
    root: str = "",
) -> Result:
    """Found wrong; a `hint` is no more than worth a look."""
    severity = Severity.INFO if hint else rule.severity
    return Result(
        rule,
        Outcome.VIOLATED,
        severity,
        note,
        None,
        None,
        False,
        printed,
        expected,
        quote,
        position,
        where,
        root or f"{rule.id}:{position}:{quote[:_SHORT]}",
    )


def title(evaluation: Evaluation) -> str:
    """The table as people call it: 项目支出绩效自评表“信息系统运行维护”."""
    name = evaluation.name if len(evaluation.name) <= _SHORT else f"{evaluation.name[:_SHORT]}…"
    kind = "整体支出绩效自评表" if evaluation.scope is Scope.WHOLE else "项目支出绩效自评表"
    return f"{kind}“{name}”" if name else kind
