"""Criterion 口径: a question to a register. Asked with the count it gives a value, without it the records behind it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

Value = str | int
"""What a field of a record holds: text, a whole number, or a day written 2021-03-05. A blank field holds ""."""


class Held(Enum):
    """How a field is held against values."""

    IS = "等于"
    IS_NOT = "不等于"
    FROM = "不小于"
    TO = "不大于"
    BLANK = "为空"
    FILLED = "不为空"


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition on one field: IS and IS_NOT take any of several values, FROM and TO one, BLANK and FILLED none."""

    field: str
    test: Held
    values: tuple[Value, ...] = ()

    def matches(self, value: Value) -> bool:
        """Whether a field's value satisfies it; a blank field is never from or to anything."""
        match self.test:
            case Held.IS:
                return value in self.values
            case Held.IS_NOT:
                return value not in self.values
            case Held.FROM:
                return value != "" and _at_least(value, self.values[0])
            case Held.TO:
                return value != "" and _at_least(self.values[0], value)
            case Held.BLANK:
                return value == ""
            case Held.FILLED:
                return value != ""


@dataclass(frozen=True, slots=True)
class Criterion:
    """Conditions on the records of one register, all of which must hold; none holds for every record.

    `sums` names a field of whole numbers to be added up instead of counting records; `distinct` one whose different
    values are counted. At most one of both is given.
    """

    register: str
    conditions: tuple[Condition, ...] = ()
    sums: str = ""
    distinct: str = ""

    def matches(self, record: Mapping[str, Value]) -> bool:
        """Whether a record is among those asked for."""
        return all(condition.matches(record[condition.field]) for condition in self.conditions)


def _at_least(one: Value, other: Value) -> bool:
    if isinstance(one, int) and isinstance(other, int):
        return one >= other
    return str(one) >= str(other)
