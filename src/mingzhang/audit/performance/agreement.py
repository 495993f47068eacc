"""Agreement: one indicator has one value, in the whole-unit table, the project tables, the key work and the prose."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.performance.funding import added, whole_line
from mingzhang.audit.performance.gather import evaluations, passages
from mingzhang.audit.performance.heads import squeezed
from mingzhang.audit.performance.marks import column, total, value
from mingzhang.audit.performance.quantity import Quantity, Spot, flat, single, spots
from mingzhang.audit.performance.reached import counted
from mingzhang.audit.performance.remember import once
from mingzhang.audit.performance.summaries import Said, Summary, summaries
from mingzhang.audit.performance.verdict import broken, passed, title
from mingzhang.audit.performance.works import Work, works
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.evaluation import Evaluation, Indicator, Scope

_SHORTEST: Final = 5
_CONTEXT: Final = 3


@dataclass(frozen=True, slots=True)
class _Line:
    evaluation: Evaluation
    indicator: Indicator
    actual: Quantity


def same_values(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """The same indicator with the same target has the same result in every table."""
    groups: dict[tuple[str, str, str], list[_Line]] = {}
    lines = _lines(context.document) if context.document else []
    for line in lines:
        key = (squeezed(line.indicator.name), _target(line.indicator), line.actual.unit)
        groups.setdefault(key, []).append(line)
    for group in groups.values():
        for one, other in combinations(group, 2):
            if _speak_of_one(one.evaluation, other.evaluation):
                yield _tables(rule, one, other)


def same_in_work(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """What is told of a piece of key work says the numbers of its indicator and of the other places that tell it."""
    document = context.document
    if document is None:
        return
    told = works(document)
    for line in _lines(document):
        for work in told:
            if _is_about(work, line.indicator):
                yield from _indicator_and_work(rule, line, work)
    yield from _two_works(rule, document)


def summaries_agree(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """What the prose says of a project's score and money is what its table says."""
    document = context.document
    if document is None:
        return
    tables = {squeezed(e.name).removesuffix("项目"): e for e in evaluations(document) if e.name}
    wholes = [evaluation for evaluation in evaluations(document) if evaluation.scope is Scope.WHOLE]
    whole = wholes[0] if len(wholes) == 1 else None
    for summary in summaries(document):
        table = whole if "整体" in summary.name else tables.get(squeezed(summary.name))
        if table:
            yield from _summary(rule, summary, table)


def _lines(document: Disclosure) -> list[_Line]:
    found = []
    for evaluation in evaluations(document):
        for indicator in evaluation.indicators:
            actual = indicator.actual
            number = counted(actual, indicator.unit)
            if number and number.unit and len(squeezed(indicator.name)) >= _SHORTEST:
                found.append(_Line(evaluation, indicator, number))
    return found


def _target(indicator: Indicator) -> str:
    """What tells two indicators of one name apart: the numbers of the target."""
    return _figure(counted(indicator.target, indicator.unit))


def _figure(quantity: Quantity | None) -> str:
    return f"{quantity.bound}{quantity.value}{quantity.unit}" if quantity else ""


def _speak_of_one(one: Evaluation, other: Evaluation) -> bool:
    """The whole and its project, or one project told twice; never two projects."""
    if one is other:
        return False
    if {one.scope, other.scope} == {Scope.WHOLE, Scope.PROJECT}:
        return True
    return bool(one.name) and squeezed(one.name) == squeezed(other.name)


def _tables(rule: Rule, one: _Line, other: _Line) -> Result:
    if one.actual.value == other.actual.value or one.actual.bound != other.actual.bound:
        return passed(rule)
    name = other.indicator.name
    note = f"“{name}”在{title(one.evaluation)}中为{one.actual.text}，在{title(other.evaluation)}中为{other.actual.text}"
    return _line(rule, other, note, one.actual.text)


def _line(rule: Rule, line: _Line, note: str, expected: str) -> Result:
    indicator = line.indicator
    return broken(
        rule,
        note,
        quote=indicator.quote,
        position=indicator.actual.position if indicator.actual else indicator.position,
        where=title(line.evaluation),
        printed=line.actual.text,
        expected=expected,
        root=f"PF.same:{squeezed(indicator.name)}",
    )


def _is_about(work: Work, indicator: Indicator) -> bool:
    """Whether a piece of work is the indicator's: one name holds the other, and both have the same target."""
    work_name, name = squeezed(work.name), squeezed(indicator.name)
    if name not in work_name and work_name not in name:
        return False
    wanted = counted(indicator.target, indicator.unit)
    return bool(wanted) and _figure(single(work.target)) == _figure(wanted)


def _indicator_and_work(rule: Rule, line: _Line, work: Work) -> Iterator[Result]:
    """The work tells the indicator's number among its own of that unit, or it contradicts it."""
    mine = [spot for spot in spots(work.done.text) if spot.quantity.unit == line.actual.unit]
    if not mine:
        return
    if any(spot.quantity.value == line.actual.value for spot in mine):
        yield passed(rule)
        return
    note = f"“{line.indicator.name}”完成值为{line.actual.text}，“{work.name}”的完成情况写{mine[0].quantity.text}"
    yield _line(rule, line, note, mine[0].quantity.text)


@once
def contradictions(document: Disclosure) -> tuple[tuple[Work, Spot, Spot], ...]:
    """Numbers with the same words before them and the same unit after them that differ: the work, the number that is
    wrong, which is the one told less often, and the other.
    """
    found = []
    for one, other, first, second in _same_phrases(document):
        if first.quantity.value != second.quantity.value:
            rarer = _times(first, document) < _times(second, document)
            found.append((one, first, second) if rarer else (other, second, first))
    return tuple(found)


def _same_phrases(document: Disclosure) -> Iterator[tuple[Work, Work, Spot, Spot]]:
    for one, other in combinations(works(document), 2):
        if squeezed(one.name) == squeezed(other.name):
            for first, second in _pairs(_told(one), _told(other)):
                yield one, other, first, second


def _two_works(rule: Rule, document: Disclosure) -> Iterator[Result]:
    """Pieces of work told twice have the same numbers in the same words."""
    if any(first.quantity.value == second.quantity.value for _, _, first, second in _same_phrases(document)):
        yield passed(rule)
    for work, wrong, right in contradictions(document):
        yield broken(
            rule,
            f"“{work.name}”：此处为{wrong.quantity.text}，别处同一数为{right.quantity.text}",
            quote=work.done.text[max(wrong.start - 12, 0) : wrong.end],
            position=work.done.position(wrong.start),
            where=work.done.heading,
            printed=wrong.quantity.text,
            expected=right.quantity.text,
            root=f"PF.same:{squeezed(work.name)}:{wrong.before}",
        )


def _told(work: Work) -> list[Spot]:
    return [spot for spot in spots(work.done.text) if spot.start >= work.start and spot.quantity.unit and spot.before]


def _pairs(ones: list[Spot], others: list[Spot]) -> Iterator[tuple[Spot, Spot]]:
    for one in ones:
        mine = [o for o in ones if _is_same_phrase(o, one)]
        theirs = [o for o in others if _is_same_phrase(o, one)]
        if len(mine) == 1 and len(theirs) == 1:
            yield one, theirs[0]


def _is_same_phrase(one: Spot, other: Spot) -> bool:
    """Whether at least three characters before the numbers are the same, and the unit after them."""
    ends = one.before[-_CONTEXT:] == other.before[-_CONTEXT:] and len(one.before) >= _CONTEXT
    return ends and one.quantity.unit == other.quantity.unit


def _times(spot: Spot, document: Disclosure) -> int:
    """How often the digits of a number stand in what is said of performance."""
    digits = re.sub(r"[^\d.]", "", spot.quantity.text)
    pattern = re.compile(rf"(?<![\d.]){re.escape(digits)}(?![\d.])")
    return sum(len(pattern.findall(flat(passage.text))) for passage in passages(document))


def _summary(rule: Rule, summary: Summary, table: Evaluation) -> Iterator[Result]:
    whole = whole_line(table)
    scores = column(table, "score")
    pairs = (
        ("自评得分", summary.score, value(table.total), [total(scores)] if scores else []),
        ("全年预算数", summary.budget, value(whole.budget) if whole else None, added(table, "budget")),
        ("执行数", summary.executed, value(whole.executed) if whole else None, added(table, "executed")),
    )
    for what, said, printed, summed in pairs:
        if said and printed:
            yield _said(rule, summary, table, what, (said, printed, summed))


def _said(
    rule: Rule, summary: Summary, table: Evaluation, what: str, figures: tuple[Said, Quantity, list[Fraction]]
) -> Result:
    """The same figure in prose and table, or what the table adds up to; 万元 in the prose may be 元 in the table."""
    said, printed, summed = figures
    number = re.sub(r"[^\d.]", "", said.quantity.text)
    ways = {said.quantity.value, Fraction(number)}
    slack = 0 if said.quantity.places == printed.places else said.quantity.spread + printed.spread
    if any(abs(way - other) <= slack for way in ways for other in (printed.value, *summed)):
        return passed(rule)
    passage = summary.passage
    return broken(
        rule,
        f"“{summary.name}”{what}文中为{said.quantity.text}，{title(table)}中为{printed.text}",
        quote=passage.text[max(said.start - 12, 0) : said.end],
        position=passage.position(said.start),
        where=passage.heading,
        printed=said.quantity.text,
        expected=printed.text,
    )
