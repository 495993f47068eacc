"""Registers 台账: CSV files of records, checked value by value against the fields they are said to have."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Final

from mingzhang.books.problem import FaultLog
from mingzhang.books.register import Field, Record, Register
from mingzhang.books.value import BadValue, shown
from mingzhang.reading.unit.csv_list import Cells, CsvList
from mingzhang.reading.unit.field_value import read_value
from mingzhang.terms.criterion import Value

_REMEMBERED: Final = 20_000


@dataclass(frozen=True, slots=True)
class RegisterForm:
    """A register as it is announced: its id and label, its fields, and the file that is to hold its records."""

    id: str
    label: str
    fields: tuple[Field, ...]
    file: str

    def field(self, name: str) -> Field | None:
        """The field of a name."""
        return next((one for one in self.fields if one.name == name), None)


def read_register(form: RegisterForm, path: Path, log: FaultLog) -> Register:
    """The records of a file; what is wrong goes to the log, line by line, and such a line is no record."""
    source = CsvList(path, form.file, tuple(one.name for one in form.fields), log)
    records = tuple(_records(source, form.fields))
    return Register(form.id, form.label, form.fields, records, form.file, digest_of(form.fields, records))


def digest_of(fields: tuple[Field, ...], records: tuple[Record, ...]) -> str:
    """SHA-256 of what a register holds, however its file is spelled: its columns, then its records in order."""
    digest = sha256(_canonical([f"{one.name}:{one.kind.value}" for one in fields]))
    for record in records:
        digest.update(_canonical([record.values[one.name] for one in fields]))
    return digest.hexdigest()


def _canonical(values: list[Value]) -> bytes:
    return (json.dumps(values, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _records(source: CsvList, fields: tuple[Field, ...]) -> Iterator[Record]:
    columns = [_Column(one) for one in fields]
    for line, cells in source.rows():
        values = _values(source, line, cells, columns)
        if values is not None:
            yield Record(line, values)


def _values(source: CsvList, line: int, cells: Cells, columns: list["_Column"]) -> dict[str, Value] | None:
    values: dict[str, Value] = {}
    for column, cell in zip(columns, cells, strict=True):
        found = column.value(cell)
        if isinstance(found, BadValue):
            source.wrong(line, column.of.name, shown(cell), found.message, found.mend)
        else:
            values[column.of.name] = found
    return values if len(values) == len(columns) else None


@dataclass(slots=True)
class _Column:
    """A field that remembers what it made of a text: registers repeat few values many times."""

    of: Field
    _made: dict[str, Value | BadValue] = field(default_factory=dict)

    def value(self, text: str) -> Value | BadValue:
        """The value, or what is wrong with it."""
        found = self._made.get(text)
        if found is None:
            found = self._read(text)
            if len(self._made) < _REMEMBERED:
                self._made[text] = found
        return found

    def _read(self, text: str) -> Value | BadValue:
        try:
            value = read_value(self.of, text)
        except BadValue as bad:
            return bad
        if value == "" and self.of.required:
            return BadValue("必填", "填上；确实不知道的，先查清楚")
        return value
