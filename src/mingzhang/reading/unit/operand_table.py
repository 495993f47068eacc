"""Operands 取数: count, sum, distinct, total, figure, spent or value, one of which says where a number comes from."""

from collections.abc import Iterator
from typing import Final

from mingzhang.books.fault import Gravity
from mingzhang.books.plan import Given, Named, Operand, Spent
from mingzhang.books.register import FieldKind
from mingzhang.disclosure.address import Address, NotAnAddress
from mingzhang.reading.unit.condition_table import read_conditions
from mingzhang.reading.unit.entry import Entry
from mingzhang.reading.unit.known import Known
from mingzhang.reading.unit.period_table import Period
from mingzhang.reading.unit.registers import RegisterForm
from mingzhang.terms.criterion import Condition, Criterion

Terms = tuple[tuple[int, Operand], ...]
"""Operands, each with the sign +1 or −1."""

ASKING: Final = ("count", "sum", "distinct")
SOURCES: Final = (*ASKING, "total", "figure", "spent", "value")
_VALUE: Final = "完成值"
_OVER: Final = '写成完成值的编号，或 { count = { register = "制卡" } }，或它们的列表'


def read_source(entry: Entry, known: Known) -> Terms:
    """What the one source an entry names is made of; nothing when there is none, or more than one."""
    given = [key for key in SOURCES if entry.has(key)]
    if len(given) != 1:
        message = "没有写从哪里取数" if not given else "取数的办法只能有一个"
        entry.wrong("、".join(given), "", message, f"只写 {'、'.join(SOURCES)} 之一")
        return ()
    return tuple(_terms(entry, given[0], known))


def read_operands(entry: Entry, key: str, known: Known) -> Terms:
    """One side of a quotient: the id of a measure, a table with a source, or a list of those."""
    value = entry.table.get(key)
    parts = list(entry.items(key)) if isinstance(value, list) else [(key, value)]
    if not value:
        entry.wrong(key, value, "是空的", _OVER)
        return ()
    return tuple(term for part, item in parts for term in _operand(entry, part, item, known))


def read_figure(entry: Entry, key: str, text: str, known: Known) -> Named | None:
    """A figure by its address; that of a measure must be one of this plan."""
    try:
        address = Address.parse(text)
    except NotAnAddress as error:
        entry.wrong(key, text, "不是数据项地址", str(error).partition("；")[2])
        return None
    if address.statement == "P" and not entry.refers(key, address.row, known.measures, _VALUE):
        return None
    return Named(str(address))


def _operand(entry: Entry, key: str, item: object, known: Known) -> Terms:
    if isinstance(item, str):
        return tuple(_measured(entry, key, item, known))
    if isinstance(item, dict):
        inner = entry.at(key, item)
        inner.knows(*SOURCES, "evidence", gravity=Gravity.ERROR)
        return read_source(inner, known)
    entry.wrong(key, item, "不是可用的取数办法", _OVER)
    return ()


def _terms(entry: Entry, key: str, known: Known) -> Iterator[tuple[int, Operand]]:
    match key:
        case "total":
            for text in entry.texts(key):
                yield from _measured(entry, key, text, known)
        case "figure":
            figure = read_figure(entry, key, entry.name(key, "T3[total].本年支出合计"), known)
            yield from ((1, one) for one in (figure,) if one)
        case "spent":
            project = entry.name(key, "信息系统运行维护")
            yield from ((1, Spent(one)) for one in (project,) if one)
        case "value":
            number = entry.number(key, "写成数字，如 9 或 98.5")
            evidence = entry.name("evidence", "年末盘点表")
            yield from ((1, Given(one, evidence)) for one in (number,) if one is not None)
        case _:
            question = _question(entry, key, known)
            yield from ((1, one) for one in (question,) if one)


def _measured(entry: Entry, key: str, text: str, known: Known) -> Iterator[tuple[int, Operand]]:
    """A measure of this plan; −x takes it away."""
    id = text.removeprefix("-").strip()
    if entry.refers(key, id, known.measures, _VALUE):
        yield -1 if text.startswith("-") else 1, Named(f"P[{id}].{_VALUE}")


def _question(entry: Entry, key: str, known: Known) -> Criterion | None:
    inner = entry.inner(key)
    if inner is None:
        return None
    inner.knows("register", "where", *(() if key == "count" else ("field",)), gravity=Gravity.ERROR)
    register = inner.name("register", "制卡")
    if not register or not inner.refers("register", register, known.registers, "台账"):
        return None
    form = known.registers[register]
    conditions = _in_period(inner, form, tuple(read_conditions(inner, form)), known.period)
    if key == "count":
        return Criterion(register, conditions)
    name = inner.name("field", "数量")
    if not name or not inner.refers("field", name, [one.name for one in form.fields], f"栏目（台账“{register}”）"):
        return None
    if key == "distinct":
        return Criterion(register, conditions, distinct=name)
    if any(one.name == name and one.kind is not FieldKind.NUMBER for one in form.fields):
        inner.wrong("field", name, "这一栏不是整数，不能合计", "在 fields 里把 kind 写成“整数”")
    return Criterion(register, conditions, sums=name)


def _in_period(
    entry: Entry, form: RegisterForm, given: tuple[Condition, ...], period: Period | None
) -> tuple[Condition, ...]:
    """The conditions, and for a register with days that they lie in the period."""
    if not form.day or period is None:
        return given
    if period.excludes(form.day, given):
        message = f"条件不在期间（{period.first}至{period.last}）之内，没有记录会符合"
        entry.wrong(f"where.{form.day}", "", message, "改条件，或给这个完成值写 period")
    return (*given, *period.conditions(form.day, given))
