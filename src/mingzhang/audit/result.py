"""Result 校验: what became of one check of one rule."""

from dataclasses import dataclass

from mingzhang.audit.finding import Outcome
from mingzhang.audit.linear import Linear
from mingzhang.audit.rule import Rule, Severity, Tolerance
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.position import Position


@dataclass(frozen=True, slots=True)
class Result:
    """One check. `note` says what was looked for, or what is wrong when no figures can say it.

    `rounding`: it holds, but not digit for digit. `severity` may be milder than the rule's. For what is said in words,
    `where` names the place (说明五（二）), `quote` is the text around it and `position` the printed line; results that
    share a `root` have one cause; one that `follows` from it is told under it and not by itself. A check that holds but
    not to the digit has `rounding` and says how far off in its note.
    """

    rule: Rule
    outcome: Outcome
    severity: Severity
    note: str = ""
    place: Address | None = None
    constraint: Linear | None = None
    rounding: bool = False
    printed: str = ""
    expected: str = ""
    quote: str = ""
    position: Position | None = None
    where: str = ""
    root: str = ""
    follows: bool = False


def plain(rule: Rule, outcome: Outcome, note: str = "", place: Address | None = None) -> Result:
    """A result that no constraint stands behind."""
    return Result(rule, outcome, rule.severity, note, place)


def judge(constraint: Linear) -> Result:
    """Whether the figures satisfy a constraint, by interval arithmetic."""
    rule, terms = constraint.rule, constraint.terms
    place = terms[0].fact.address
    unreadable = next((term.fact.address for term in terms if not term.fact.is_readable), None)
    if unreadable:
        return plain(rule, Outcome.UNDETERMINED, f"看不清“{unreadable}”", place)
    excess = constraint.excess(constraint.gap)
    if excess and excess > constraint.slack:
        return Result(rule, Outcome.VIOLATED, _severity(constraint), "", place, constraint)
    rounding = constraint.one_unit and constraint.excess(constraint.printed_gap) > 0
    return Result(rule, Outcome.PASSED, rule.severity, "", place, constraint, rounding)


def _severity(constraint: Linear) -> Severity:
    """A figure printed twice, one unit of the last place apart, is a slip of copying: low (TOL-EXACT)."""
    rule = constraint.rule
    if rule.tolerance is not Tolerance.EXACT or not constraint.is_rounded:
        return rule.severity
    step = max(term.fact.unit.last_place for term in constraint.terms)
    return Severity.LOW if constraint.excess(constraint.gap) <= step else rule.severity
