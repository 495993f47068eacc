"""Unmatched 落空的条件: values that a measure asks for and no record of its register has, most likely misspelled."""

from collections.abc import Iterator
from functools import cache

from mingzhang.books.plan import Measure
from mingzhang.books.register import Registers
from mingzhang.terms.criterion import Condition, Criterion, Held, Value

Unmatched = tuple[str, str, Value]
"""The register, the field, and the value that nobody has there."""


def unmatched(measures: tuple[Measure, ...], registers: Registers) -> Iterator[tuple[Measure, Unmatched]]:
    """Each such value once a measure; a register that could not be read, or has choices to keep to, tells nothing."""

    @cache
    def held(register: str, field: str) -> frozenset[Value]:
        return frozenset(record.values[field] for record in registers[register].records)

    for measure in measures:
        for register, condition in dict.fromkeys(_asked(measure, registers)):
            for value in condition.values:
                if value not in held(register, condition.field):
                    yield measure, (register, condition.field, value)


def _asked(measure: Measure, registers: Registers) -> Iterator[tuple[str, Condition]]:
    for _, operand in (*measure.numerator, *measure.denominator):
        if isinstance(operand, Criterion) and operand.register in registers:
            free = {one.name for one in registers[operand.register].fields if not one.choices}
            for condition in operand.conditions:
                if condition.field in free and condition.test in (Held.IS, Held.IS_NOT):
                    yield operand.register, condition
