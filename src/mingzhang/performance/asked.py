"""Asked 取数的差错: what is wrong with what a measure asks for, all at once, before anything is counted."""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from mingzhang.books.fault import Fault
from mingzhang.books.plan import Given, Measure, Named, Operand, Spent
from mingzhang.books.register import FieldKind, Registers
from mingzhang.disclosure.address import Address, NotAnAddress
from mingzhang.disclosure.fact import Fact, Facts
from mingzhang.performance.named import MEASURES, VALUE, measured
from mingzhang.performance.plan_fault import plan_fault
from mingzhang.terms.criterion import Criterion
from mingzhang.terms.unit import PERCENT, Unit

_MONEY, _RATE, _THINGS = "金额", "百分比", "数量"
_MOST_NAMES: Final = 8

Problem = tuple[str, str, str]
"""The value, what is wrong with it, and how to mend it."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What measures may be taken from."""

    registers: Registers
    facts: Facts
    spending: Mapping[str, Fact]
    measures: Mapping[str, Measure]

    def problems(self, one: Measure) -> tuple[Fault, ...]:
        """Everything wrong with one measure."""
        found = [*_own(one)]
        for _, operand in (*one.numerator, *one.denominator):
            found += self._operand(operand)
        if not found:
            found += self._kinds(one)
        return tuple(plan_fault("measure", one.id, "", value, message, mend) for value, message, mend in found)

    def _operand(self, operand: Operand) -> Iterator[Problem]:
        match operand:
            case Criterion():
                yield from self._criterion(operand)
            case Named(address):
                yield from self._named(address)
            case Spent(project):
                if project not in self.spending:
                    yield project, "账上没有这个项目的支出", near(project, self.spending)
            case Given():
                pass

    def _criterion(self, criterion: Criterion) -> Iterator[Problem]:
        register = self.registers.get(criterion.register)
        if register is None:
            yield criterion.register, "没有这个台账", near(criterion.register, self.registers)
            return
        kinds = {field.name: field.kind for field in register.fields}
        asked = [*(condition.field for condition in criterion.conditions), criterion.sums, criterion.distinct]
        for name in dict.fromkeys(filter(None, asked)):
            if name not in kinds:
                yield name, f"台账“{register.id}”没有这一栏", near(name, kinds)
        if kinds.get(criterion.sums, FieldKind.NUMBER) is not FieldKind.NUMBER:
            yield (
                criterion.sums,
                f"台账“{register.id}”的这一栏不是整数，不能合计",
                "在 [[register]] 里把 kind 写成“整数”",
            )
        if criterion.sums and criterion.distinct:
            yield criterion.register, "既要合计又要数不同值", "sum 和 distinct 只写一个"

    def _named(self, text: str) -> Iterator[Problem]:
        try:
            address = Address.parse(text)
        except NotAnAddress as error:
            yield text, "不是数据项地址", str(error)
            return
        of = self.measures.get(measured(text))
        if of and address.column != VALUE and not of.denominator:
            yield text, f"“{of.id}”不是两数相除，没有{address.column}", f"写 P[{of.id}].{VALUE}"
        elif not of and address not in self.facts and address.statement == MEASURES:
            yield text, "没有这个完成值", near(address.row, self.measures)
        elif not of and address not in self.facts:
            yield text, "报表里没有这个数据项", near(text, map(str, self.facts))

    def _kinds(self, one: Measure) -> Iterator[Problem]:
        """Money, rates and things are not taken for each other, nor added up with each other."""
        over, under = (
            {self._kind(operand, one) for _, operand in operands} for operands in (one.numerator, one.denominator)
        )
        for kinds, words in ((over, "相加的数"), (under, "分母")):
            if len(kinds) > 1:
                yield "、".join(sorted(kinds)), f"{words}不是同一类", "只把同一类的数加在一起"
        if len(over) == 1 and len(under) <= 1:
            yield from _fit(one, *over, *under)

    def _kind(self, operand: Operand, one: Measure) -> str:
        match operand:
            case Named(text):
                of = self.measures.get(measured(text))
                if of and Address.parse(text).column == VALUE:
                    return kind_of(of.unit)
                return kind_of(self.facts[Address.parse(text)].unit) if not of else self._part(of, text)
            case Spent(project):
                return kind_of(self.spending[project].unit)
            case Given():
                return kind_of(one.unit) if not one.denominator else _THINGS
            case Criterion():
                return kind_of(one.unit) if operand.sums and one.unit.is_money and not one.denominator else _THINGS

    def _part(self, of: Measure, text: str) -> str:
        operands = of.numerator if Address.parse(text).column == "分子" else of.denominator
        return self._kind(operands[0][1], of)


def kind_of(unit: Unit) -> str:
    """What a unit counts: money, a rate or things."""
    return _MONEY if unit.is_money else _RATE if unit.name == PERCENT.name else _THINGS


def near(name: str, known: Iterable[str]) -> str:
    """How to mend a name that is not known: the nearest one there is, or what there is."""
    names = sorted(set(known))
    close = difflib.get_close_matches(name, names, 1, 0.5)
    if close:
        return f"是否应为“{close[0]}”？"
    more = "……" if len(names) > _MOST_NAMES else ""
    return f"现有：{'、'.join(names[:_MOST_NAMES])}{more}" if names else "先把它加上"


def _given(part: tuple[int, Operand]) -> Given | None:
    return part[1] if isinstance(part[1], Given) else None


def _own(one: Measure) -> Iterator[Problem]:
    if not one.numerator:
        yield "", "没有写从哪里取数", "写 count、sum、distinct、total、figure、spent、value 或 over 之一"
    parts = [o for _, o in (*one.numerator, *one.denominator) if isinstance(o, Given) and o.value.denominator > 1]
    if one.denominator and parts:
        yield f"{float(parts[0].value):g}", "两数相除的分子、分母不能带小数", "写整数，或换小一级的计量单位"
    fine = [o.value for o in map(_given, one.numerator) if o and (o.value * one.unit.scale).denominator > 1]
    if fine and not one.denominator:
        message = f"比计量单位“{one.unit.name}”印出的位数还多，四舍五入会改变是否达标"
        yield f"{float(fine[0]):g}", message, "写到印出的位数，或在计量单位里加 decimals"
    if one.complement and not one.denominator:
        yield "", "complement 只用于两数相除", "写出 over 和 under，或删去 complement"


def _fit(one: Measure, over: str, under: str = "") -> Iterator[Problem]:
    """Whether what is taken makes what the unit says."""
    kind, unit = kind_of(one.unit), f"计量单位“{one.unit.name}”"
    if not under and over != kind:
        yield one.unit.name, f"取来的是{over}，{unit}却是{kind}", "改计量单位，或改取数的口径"
    if under and kind == _RATE and over != under:
        mend = "分子、分母取同一类的数；台账里的金额先定义成计量单位为元的完成值，再引用"
        yield one.unit.name, f"分子是{over}，分母是{under}，不能算百分比", mend
    if under and kind != _RATE and (over == _MONEY) != (kind == _MONEY):
        yield one.unit.name, f"分子是{over}，{unit}却是{kind}", "改计量单位，或改取数的口径"
