"""Agreement: one indicator has one target and one result, in the whole-unit table, the project tables, the key work."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.performance.gather import evaluations
from mingzhang.audit.performance.heads import squeezed
from mingzhang.audit.performance.phrases import times, told_alike
from mingzhang.audit.performance.quantity import Quantity, is_slip, single, spots
from mingzhang.audit.performance.reached import counted
from mingzhang.audit.performance.told import told
from mingzhang.audit.performance.verdict import broken, passed, title
from mingzhang.audit.performance.works import Work, works
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.evaluation import Entry, Evaluation, Indicator, Scope

_SHORTEST: Final = 5
_TELLING: Final = 8
"""From this length on a name alone says that a piece of work is the indicator's."""


@dataclass(frozen=True, slots=True)
class _Line:
    """An indicator whose result is one number, with the number of its target if that is one too."""

    evaluation: Evaluation
    indicator: Indicator
    actual: Quantity
    target: Quantity | None

    @property
    def name(self) -> str:
        """Its name without blanks."""
        return squeezed(self.indicator.name)


def same_values(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """The same indicator has the same target and result in every table."""
    document = context.document
    lines = _lines(document) if document else []
    for one, other in combinations(lines, 2):
        alike = one.name == other.name and one.actual.is_comparable(other.actual)
        if document and alike and _speak_of_one(one.evaluation, other.evaluation):
            yield _tables(rule, one, other, document)


def same_in_work(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """What is told of a piece of key work says the numbers of its indicator and of the other places that tell it."""
    document = context.document
    if document is None:
        return
    for line in _lines(document):
        for work in works(document):
            yield from _indicator_and_work(rule, line, work)
        yield from _indicator_and_words(rule, line, document)
    yield from told_alike(rule, document)


def _indicator_and_words(rule: Rule, line: _Line, document: Disclosure) -> Iterator[Result]:
    """A sentence that names the indicator and its target says its result, too."""
    for said, passage, _ in told(document):
        actual, target = counted(said.actual, ""), counted(said.target, "")
        if squeezed(said.name) != line.name or not actual or _figure(target) != _figure(line.target):
            continue
        rounded = actual.spread + line.actual.spread if actual.places != line.actual.places else 0
        if abs(actual.value - line.actual.value) <= rounded:
            yield passed(rule)
        elif actual.is_comparable(line.actual) and not actual.bound:
            yield broken(
                rule,
                f"“{said.name}”此处完成{actual.text}，{title(line.evaluation)}的完成值为{line.actual.text}",
                quote=said.quote,
                position=said.actual.position if said.actual else said.position,
                where=passage.heading,
                printed=actual.text,
                expected=line.actual.text,
            )


def _lines(document: Disclosure) -> list[_Line]:
    found = []
    for evaluation in evaluations(document):
        for indicator in evaluation.indicators:
            actual, target = (counted(entry, indicator.unit) for entry in (indicator.actual, indicator.target))
            if actual and actual.unit and len(squeezed(indicator.name)) >= _SHORTEST:
                found.append(_Line(evaluation, indicator, actual, target))
    return found


def _speak_of_one(one: Evaluation, other: Evaluation) -> bool:
    """The whole and its project, or one project told twice; never two projects."""
    if one is other:
        return False
    if {one.scope, other.scope} == {Scope.WHOLE, Scope.PROJECT}:
        return True
    return bool(one.name) and squeezed(one.name) == squeezed(other.name)


def _tables(rule: Rule, one: _Line, other: _Line, document: Disclosure) -> Result:
    """Same target, other result; or same result, other target: one of them is wrong, likely the rarer figure."""
    if _figure(one.target) == _figure(other.target):
        pair, what = (one.actual, other.actual), "完成值"
        entries = one.indicator.actual, other.indicator.actual
    elif one.target and other.target and one.target.unit == other.target.unit and is_same(one.actual, other.actual):
        pair, what = (one.target, other.target), "目标值"
        entries = one.indicator.target, other.indicator.target
    else:
        return passed(rule)
    if pair[0].value == pair[1].value or pair[0].bound != pair[1].bound:
        return passed(rule)
    first = times(pair[0], document) < times(pair[1], document)
    line, entry = (one, entries[0]) if first else (other, entries[1])
    wrong, right = pair if first else (pair[1], pair[0])
    here, there = (
        f"{title(each.evaluation)}中为{number.text}" for each, number in zip((one, other), pair, strict=True)
    )
    note = f"“{line.indicator.name}”的{what}在{here}，在{there}"
    return _line(rule, line, note, (wrong, right), entry)


def is_same(one: Quantity, other: Quantity) -> bool:
    """Whether two results of at least three digits are the same, so that they are hardly so by chance."""
    return one.value == other.value and one.value >= 100


def _figure(quantity: Quantity | None) -> str:
    return f"{quantity.bound}{quantity.value}{quantity.unit}" if quantity else ""


def _line(rule: Rule, line: _Line, note: str, pair: tuple[Quantity, Quantity], entry: Entry | None) -> Result:
    return broken(
        rule,
        note,
        quote=line.indicator.quote,
        position=entry.position if entry else line.indicator.position,
        where=title(line.evaluation),
        printed=pair[0].text,
        expected=pair[1].text,
        root=f"PF.same:{line.name}",
    )


def _indicator_and_work(rule: Rule, line: _Line, work: Work) -> Iterator[Result]:
    """The work tells the indicator's number among its own of that unit, or it contradicts it.

    A name alone joins the two only for a slip of one digit; with the same target any other number is a contradiction.
    """
    name = squeezed(work.name)
    mine = [spot.quantity for spot in spots(work.done.text) if spot.quantity.unit == line.actual.unit]
    if not mine or not (line.name in name or name in line.name):
        return
    if any(quantity.value == line.actual.value for quantity in mine):
        yield passed(rule)
        return
    same_target = bool(line.target) and _figure(single(work.target)) == _figure(line.target)
    slip = len(mine) == 1 and len(line.name) >= _TELLING and is_slip(mine[0], line.actual)
    if same_target or slip:
        note = f"“{line.indicator.name}”完成值为{line.actual.text}，“{work.name}”的完成情况写{mine[0].text}"
        yield _line(rule, line, note, (line.actual, mine[0]), line.indicator.actual)
