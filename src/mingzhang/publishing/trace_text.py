"""A trace in one line of text, for the last column of facts.csv."""

from dataclasses import fields
from enum import Enum
from typing import Final

from mingzhang.disclosure.trace import Computed, Divided, Entered, Measured, Scored, Selected, Stated, Term, Trace
from mingzhang.terms.criterion import Criterion
from mingzhang.terms.selection import Selection

_NAMES: Final = {
    "accounts": "科目",
    "side": "方向",
    "measure": "取数",
    "functions": "功能",
    "economics": "经济",
    "funds": "资金性质",
    "natures": "支出性质",
    "projects": "项目",
    "contra": "对方科目",
    "closing_entries": "含年末结转",
    "entities": "单位",
    "outside": "扣除内部往来",
}
"""What the conditions of a selection are called."""

_ALWAYS: Final = ("accounts", "side", "measure")
_DIGEST: Final = 12
"""Letters of a snapshot's digest that are enough to tell two snapshots of a unit apart."""


def trace_text(trace: Trace) -> str:
    """The kind of trace, a colon, and what it holds: `computed:+T1[本年收入合计].金额+T1[…].金额`."""
    match trace:
        case Selected(selections, snapshot):
            return f"selected:{' + '.join(map(_selection, selections))}@{snapshot[:_DIGEST]}"
        case Computed(terms):
            return f"computed:{''.join(map(_term, terms))}"
        case Measured(indicator, criterion, snapshot):
            return f"measured:{indicator};{_criterion(criterion)}@{snapshot[:_DIGEST]}"
        case Divided(numerator, denominator, complement):
            over, under = ("".join(map(_term, terms)) for terms in (numerator, denominator))
            return f"divided:{'1-' if complement else ''}({over})/({under})"
        case Scored(weight, share, method, basis):
            return f"scored:{weight}*{share};{';'.join([method, *map(str, basis)])}"
        case Stated(position):
            return f"stated:{position}"
        case Entered(by, position):
            return f"entered:{by} {position}"


def _criterion(criterion: Criterion) -> str:
    asked = [f"{c.field}{c.test.value}{','.join(map(str, c.values))}" for c in criterion.conditions]
    taken = [f"{word}={name}" for word, name in (("合计", criterion.sums), ("不同", criterion.distinct)) if name]
    return ";".join([f"台账={criterion.register}", *asked, *taken])


def _term(term: Term) -> str:
    return f"{'-' if term.sign < 0 else '+'}{term.address}"


def _selection(selection: Selection) -> str:
    blank = Selection()
    held = ((f.name, getattr(selection, f.name), getattr(blank, f.name)) for f in fields(selection))
    kept = ((name, value) for name, value, empty in held if name in _ALWAYS or value != empty)
    return ";".join(f"{_NAMES[name]}={_condition(value)}" for name, value in kept)


def _condition(value: object) -> str:
    if isinstance(value, tuple):
        return ",".join(map(_condition, value)) or "全部"
    if isinstance(value, bool):
        return "是"
    return str(value.value) if isinstance(value, Enum) else str(value)
