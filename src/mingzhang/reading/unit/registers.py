"""Registers 台账: CSV files of records, checked value by value against the fields they are said to have."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
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
    """A register as it is announced: its id and label, its fields, and the file that is to hold its records.

    `day` names the field by which a record belongs to a period, "" where all records count whatever their days.
    """

    id: str
    label: str
    fields: tuple[Field, ...]
    file: str
    day: str = ""

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


def _canonical(values: Iterable[Value]) -> bytes:
    """No value holds a control character, so that these part values and records without doubt."""
    return ("\x1f".join(map(str, values)) + "\x1e").encode()


def _records(source: CsvList, fields: tuple[Field, ...]) -> Iterator[Record]:
    names, columns = source.columns, [_Column(one) for one in fields]
    for line, cells in source.rows():
        try:
            values = [column[cell] for column, cell in zip(columns, cells, strict=True)]
        except BadValue:
            _refuse(source, line, cells, columns)
        else:
            yield Record(line, dict(zip(names, values, strict=True)))


def _refuse(source: CsvList, line: int, cells: Cells, columns: list["_Column"]) -> None:
    """Note everything that is wrong in a line."""
    for column, cell in zip(columns, cells, strict=True):
        try:
            column[cell]
        except BadValue as bad:
            source.wrong(line, column.field.name, shown(cell), bad.message, bad.mend)


class _Column(dict[str, Value]):
    """What a field makes of texts; registers repeat few values many times, so each is made once."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.field = field

    def __missing__(self, text: str) -> Value:
        """The value of a text not met yet; BadValue when it cannot be one."""
        value = read_value(self.field, text)
        if value == "" and self.field.required:
            raise BadValue("必填", "填上；确实不知道的，先查清楚")
        if len(self) < _REMEMBERED:
            self[text] = value
        return value
