"""Wording 措辞: findings in sentences a reviewer can check with a pocket calculator."""

from collections.abc import Sequence

from mingzhang.audit.context import Context
from mingzhang.audit.interval import Exact, size
from mingzhang.audit.linear import Linear, Term, printed_value
from mingzhang.audit.locate import Change, Root
from mingzhang.audit.relation import Comparison
from mingzhang.audit.rule import Kind
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import Fact
from mingzhang.terms.unit import YUAN

_SHOWN_TERMS = 6
_SHOWN_CHANGES = 6
_ORDINALS = "①②③④⑤⑥⑦⑧⑨⑩"


def amount(value: Exact, like: Fact, *, exact: bool = False) -> str:
    """A value in the unit in which a figure is printed; `exact` names the fen as well when the digits hide them."""
    whole = int(value) if value == int(value) else round(value)
    shown = like.unit.state(whole)
    return f"{shown}（{YUAN.state(whole)}）" if exact and like.unit.is_money and like.unit != YUAN else shown


def digits(value: Exact, like: Fact) -> str:
    """A value as it would stand in the cell."""
    return like.unit.show(int(value) if value == int(value) else round(value))


def equation(constraint: Linear, context: Context) -> str:
    """The relation with its figures: 表5 208 社会保障和就业支出：小计 180.22 = 基本支出 115.22 + 项目支出 65.00."""
    common, name = _names(constraint, context)
    left, right = _side(constraint.left, name), _side(constraint.right, name)
    text = f"{left or '0'} {_sign(constraint)} {right or '0'}"
    absent = "、".join(f"{_short(context, a.statement)}没有{_row(context, a)}这一行" for a in constraint.nothing)
    return (f"{common}：{text}" if common else text) + (f"（{absent}）" if absent and not (left and right) else "")


def breach(constraint: Linear, context: Context) -> str:
    """The relation as it should be, and by how much it is not; in fen where the printed digits hide it."""
    shown, like = constraint.printed_gap, constraint.terms[0].fact
    gap = amount(size(shown), like) if shown else amount(size(constraint.gap), like, exact=True)
    return f"{equation(constraint, context)}，实际左右相差{gap}"


def telling(constraint: Linear) -> tuple[bool, bool, int]:
    """What convinces a reader first: an equation, inside one statement, with few figures."""
    equal = constraint.comparison is Comparison.EQUAL
    return not equal, constraint.rule.kind is not Kind.WITHIN, len(constraint.terms)


def located(change: Change, root: Root, context: Context) -> str:
    """One figure is wrong: printed, what it must be, why."""
    fact = change.fact
    reasons = _breaches(change.support or root.broken, context)
    return f"“{context.place(fact.address)}”{_printed(change)}，{_must(change)}。依据：{reasons}。"


def ambiguous(root: Root, likely: Sequence[Change], context: Context) -> str:
    """Several figures could be the wrong one: what disagrees, the likeliest slips, and each way to mend it."""
    ways = ["、".join(_way(c, context) for c in way) for way in root.alternatives]
    choice = listed(ways, _SHOWN_CHANGES)
    hint = f"最像笔误的是{'或'.join(_way(c, context) + _kind(c) for c in likely)}。" if likely else ""
    return f"{_breaches(root.broken, context)}。{hint}只凭这些数不能断定错在哪一处，下列任改一种即可相符：{choice}。"


def _way(change: Change, context: Context) -> str:
    return f"“{context.place(change.fact.address)}”{_mend(change)}"


def _kind(change: Change) -> str:
    return f"（{change.slip.value}）" if change.slip else ""


def unlocated(root: Root, context: Context) -> str:
    """What disagrees, when no explanation was found in time."""
    return f"{_breaches(root.broken, context)}。未能推定错在哪个数，请逐项核对。"


def expected(change: Change) -> str:
    """What must stand in the cell: the digits, or the limits."""
    if change.expected is not None:
        return digits(change.expected, change.fact)
    return _limits(change)


def rounded(constraints: Sequence[Linear], context: Context) -> str:
    """Relations that hold but for rounding, as one note."""
    parts = [f"{equation(c, context)}，差{amount(size(c.printed_gap), c.terms[0].fact)}" for c in constraints]
    return f"四舍五入所致的尾差{len(parts)}处，不需更正：{listed(parts)}。"


def nearly(notes: Sequence[str]) -> str:
    """What the prose says almost to the digit, as one note."""
    return f"四舍五入或末位取舍所致的差{len(notes)}处，不需更正：{listed(notes)}。"


def consequences(notes: Sequence[str]) -> str:
    """What is wrong only because something else is."""
    return f"连带不符：{listed(notes)}。" if notes else ""


def _breaches(constraints: Sequence[Linear], context: Context) -> str:
    return listed([breach(constraint, context) for constraint in sorted(constraints, key=telling)])


def _printed(change: Change) -> str:
    fact = change.fact
    hidden = change.expected is not None and digits(change.expected, fact) == fact.shown
    return f"为{amount(fact.value, fact, exact=hidden)}"


def _must(change: Change) -> str:
    fact = change.fact
    if change.expected is None:
        return f"应{_limits(change)}{fact.unit.name}" if _limits(change) else "有误"
    hidden = digits(change.expected, fact) == fact.shown
    gap = fact.value - change.expected
    word = "多" if gap > 0 else "少"
    return f"应为{amount(change.expected, fact, exact=hidden)}（{word}{amount(size(gap), fact, exact=hidden)}）"


def _mend(change: Change) -> str:
    if change.expected is None:
        return f"由{change.fact.shown}改为{_limits(change)}的数"
    hidden = digits(change.expected, change.fact) == change.fact.shown
    new, old = amount(change.expected, change.fact, exact=hidden), amount(change.fact.value, change.fact, exact=hidden)
    return f"由{old}改为{new}"


def _limits(change: Change) -> str:
    """The least and the most that can be printed inside what is allowed."""
    low, high, fact = change.allowed.low, change.allowed.high, change.fact
    step = fact.unit.last_place
    parts = [
        f"不小于{digits(-(-low // step) * step, fact)}" if low is not None else "",
        f"不大于{digits(high // step * step, fact)}" if high is not None else "",
    ]
    return "、".join(part for part in parts if part)


def _sign(constraint: Linear) -> str:
    return constraint.comparison.value


def _names(constraint: Linear, context: Context) -> tuple[str, dict[str, str]]:
    """What all figures share, said once, and for each what tells it apart."""
    places = [term.fact.address for term in constraint.terms]
    statements = {(a.statement, a.phase) for a in places}
    one_row, one_column = len({a.row for a in places}) == 1, len({a.column for a in places}) == 1
    if len(statements) > 1:
        return "", {
            str(a): f"{_short(context, a.statement)} {_row(context, a)} {a.column}{_phase(a.phase)}" for a in places
        }
    table = _short(context, places[0].statement)
    if one_row:
        return f"{table} {_row(context, places[0])}", {str(a): a.column for a in places}
    if one_column:
        column = "" if places[0].column in {"金额", "决算数"} else f" {places[0].column}"
        return f"{table}{column}", {str(a): context.row(a.statement, a.row) for a in places}
    return table, {str(a): f"{_row(context, a)} {a.column}" for a in places}


def _row(context: Context, address: Address) -> str:
    return context.row(address.statement, address.row)


def _phase(phase: str) -> str:
    return f"（{phase}）" if phase else ""


def _short(context: Context, statement: str) -> str:
    return context.title(statement).split(" ")[0]


def _side(terms: tuple[Term, ...], name: dict[str, str]) -> str:
    """A sum with its figures; in a long one the empty cells are left out and the rest counted."""
    shown = [t for t in terms if t.fact.value] if len(terms) > 2 else list(terms)
    if terms and not shown:
        return f"各项之和 {terms[0].fact.unit.show(0)}"
    text = " ".join(_term(term, name, first=i == 0) for i, term in enumerate(shown[:_SHOWN_TERMS]))
    return text + (f" + …共{len(shown)}项" if len(shown) > _SHOWN_TERMS else "")


def _term(term: Term, name: dict[str, str], *, first: bool) -> str:
    sign = "−" if term.coefficient < 0 else ("" if first else "+")
    times = "" if size(term.coefficient) == 1 else f"{size(term.coefficient)} × "
    shown = term.fact.unit.show(printed_value(term.fact))
    return f"{sign} {times}{name[str(term.fact.address)]} {shown}".strip()


def listed(parts: Sequence[str], most: int = 3) -> str:
    """The parts, numbered when there are several, and how many more there are."""
    if len(parts) == 1:
        return parts[0]
    text = "；".join(f"{_ORDINALS[i]}{part}" for i, part in enumerate(parts[:most]))
    return text + (f"；另有{len(parts) - most}项" if len(parts) > most else "")
