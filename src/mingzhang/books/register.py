"""Register 台账: the records of one service in one year, as handed in or kept by the site."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from mingzhang.terms.criterion import Criterion, Value


class FieldKind(Enum):
    """What a field holds."""

    TEXT = "文字"
    NUMBER = "整数"
    DAY = "日期"


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a register: its name, kind, and the values it may have (any, when none are given)."""

    name: str
    kind: FieldKind = FieldKind.TEXT
    choices: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """One record: the line of the file it stands on (the head is line 1), and its values by field."""

    line: int
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Register:
    """A register by its id and label; `file` is where its records stand and `digest` what they are known by."""

    id: str
    label: str
    fields: tuple[Field, ...]
    records: tuple[Record, ...]
    file: str
    digest: str

    def select(self, criterion: Criterion) -> Iterator[Record]:
        """The records behind a value."""
        return (record for record in self.records if criterion.matches(record.values))

    def ask(self, criterion: Criterion) -> int:
        """The value: how many records, what a field of theirs adds up to, or how many different values."""
        return sum(amount for _, amount in self.parts(criterion))

    def parts(self, criterion: Criterion) -> Iterator[tuple[Record, int]]:
        """The records behind a value with what each adds to it; of those with the same value, the first adds it."""
        seen: set[Value] = {""}
        for record in self.select(criterion):
            if criterion.sums:
                yield record, int(record.values[criterion.sums] or 0)
            elif not criterion.distinct:
                yield record, 1
            elif (value := record.values[criterion.distinct]) not in seen:
                seen.add(value)
                yield record, 1


Registers = Mapping[str, Register]
