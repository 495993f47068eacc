"""Outcomes of checks on what is said, with the place, the quote and the line that a finding needs."""

from collections.abc import Sequence
from dataclasses import replace

from mingzhang.audit.finding import Outcome
from mingzhang.audit.prose.said import Said
from mingzhang.audit.prose.spot import Spot
from mingzhang.audit.result import Result, plain
from mingzhang.audit.rule import Rule, Severity
from mingzhang.disclosure.address import Address


def passed(rule: Rule) -> Result:
    """It holds to the digit."""
    return plain(rule, Outcome.PASSED)


def nearly(rule: Rule, said: Said, note: str, expected: str = "") -> Result:
    """It holds but for rounding or a unit of the last place."""
    return _result(rule, Outcome.PASSED, said, note, said.digits, expected, rounding=True)


def open_(rule: Rule, note: str) -> Result:
    """Nobody can tell; `note` says what was looked for."""
    return plain(rule, Outcome.UNDETERMINED, note)


def idle(rule: Rule, note: str) -> Result:
    """There is nothing to hold it against."""
    return plain(rule, Outcome.NOT_APPLICABLE, note)


def broken(
    rule: Rule,
    said: Said,
    note: str,
    printed: str = "",
    expected: str = "",
    root: str = "",
    follows: bool = False,
    severity: Severity | None = None,
) -> Result:
    """What is said is wrong."""
    return _result(
        rule, Outcome.VIOLATED, said, note, printed or said.digits, expected, root, follows, severity=severity
    )


def quoting(result: Result, said: Sequence[Said]) -> Result:
    """The same with all that disagrees in the quote, where nothing tells which of it is wrong."""
    if len({one.spot.number for one in said}) != 1:
        return result
    spans = [one.span for one in said]
    start, end = min(first for first, _ in spans), max(last for _, last in spans)
    return replace(result, quote=said[0].spot.quote(start, end))


def amiss(
    rule: Rule, spot: Spot, span: tuple[int, int], note: str, printed: str, expected: str = "", root: str = ""
) -> Result:
    """Something about a stretch of a paragraph is wrong."""
    position = spot.paragraph.position(span[0])
    where, quote = spot.where, spot.quote(*span)
    return Result(
        rule, Outcome.VIOLATED, rule.severity, note, None, None, False, printed, expected, quote, position, where,
        root or f"{rule.id}:{spot.number}:{span[0]}",
    )  # fmt: skip


def owed(rule: Rule, spot: Spot, note: str, printed: str = "", expected: str = "", root: str = "") -> Result:
    """Something that a paragraph or those after it should say and none does; it stands at the paragraph's beginning."""
    return amiss(rule, spot, (0, min(len(spot.text), 24)), note, printed, expected, root or f"{rule.id}:{spot.section}")


def _result(
    rule: Rule,
    outcome: Outcome,
    said: Said,
    note: str,
    printed: str,
    expected: str,
    root: str = "",
    follows: bool = False,
    rounding: bool = False,
    severity: Severity | None = None,
) -> Result:
    at: Address | None = said.fact
    return Result(
        rule, outcome, severity or rule.severity, note, at, None, rounding, printed, expected, said.quote,
        said.position, said.spot.where, root or f"{rule.id}:{said.spot.number}:{said.span[0]}", follows,
    )  # fmt: skip
