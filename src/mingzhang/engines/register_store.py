"""Register store 台账库: registers of many units in Parquet, all measures of all units counted in one pass.

The same `Criterion` that picks records in memory becomes a filtered aggregate here, so a province's year and one
unit's list are answered alike.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import duckdb

from mingzhang.terms.criterion import Condition, Criterion, Held, Value

_PARTS: Final = {Held.FROM: ">=", Held.TO: "<="}


class UnknownField(ValueError):
    """A criterion asks for a column that the stored register does not have."""


@dataclass(frozen=True, slots=True)
class RegisterStore:
    """Parquet files of one register; `unit` is the column that says whose record it is. A blank field is NULL or ''."""

    files: tuple[Path, ...]
    unit: str = "单位"

    def values(self, questions: Mapping[str, Criterion]) -> dict[str, dict[str, int]]:
        """What each question gives for every unit: unit, then question, then the count, sum or number of values."""
        names = list(questions)
        with duckdb.connect(":memory:", config={"autoinstall_known_extensions": False}) as connection:
            query, given = self._query(_types(connection, self._source), [questions[name] for name in names])
            rows = connection.execute(query, given).fetchall()
        return {str(unit): dict(zip(names, map(int, counts), strict=True)) for unit, *counts in rows}

    @property
    def _source(self) -> str:
        paths = ", ".join("'" + str(path).replace("'", "''") + "'" for path in self.files)
        return f"read_parquet([{paths}])"

    def _query(self, types: Mapping[str, str], asked: list[Criterion]) -> tuple[str, list[Value]]:
        given: list[Value] = []
        columns = [_aggregate(criterion, types, given) for criterion in asked]
        unit = _column(self.unit, types)
        return f"SELECT {unit}, {', '.join(columns)} FROM {self._source} GROUP BY {unit} ORDER BY {unit}", given


def _types(connection: duckdb.DuckDBPyConnection, source: str) -> dict[str, str]:
    rows: list[tuple[Any, ...]] = connection.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()
    return {str(row[0]): str(row[1]) for row in rows}


def _aggregate(criterion: Criterion, types: Mapping[str, str], given: list[Value]) -> str:
    if criterion.sums:
        taken = f"coalesce(sum({_column(criterion.sums, types)})"
    elif criterion.distinct:
        taken = f"(count(DISTINCT nullif(CAST({_column(criterion.distinct, types)} AS VARCHAR), ''))"
    else:
        taken = "(count(*)"
    held = " AND ".join(_condition(condition, types, given) for condition in criterion.conditions)
    filtered = f" FILTER (WHERE {held})" if held else ""
    return f"{taken}{filtered}{', 0)' if criterion.sums else ')'}"


def _condition(condition: Condition, types: Mapping[str, str], given: list[Value]) -> str:
    column, type_ = _column(condition.field, types), types[condition.field]
    empty = f" OR {column} = ''" if type_ == "VARCHAR" else ""
    blank = f"({column} IS NULL{empty})"
    match condition.test:
        case Held.BLANK:
            return blank
        case Held.FILLED:
            return f"NOT {blank}"
        case Held.IS | Held.IS_NOT:
            among = _among(column, type_, condition.values, given, blank)
            return among if condition.test is Held.IS else f"NOT coalesce({among}, false)"
        case Held.FROM | Held.TO:
            given.append(condition.values[0])
            held = f"{column} {_PARTS[condition.test]} CAST(? AS {type_})"
            # A missing number or day is never from or to anything, which is what comparing NULL gives.
            return f"({column} <> '' AND {held})" if type_ == "VARCHAR" else held


def _among(column: str, type_: str, values: tuple[Value, ...], given: list[Value], blank: str) -> str:
    filled = [value for value in values if value != ""]
    given += filled
    parts = [f"{column} IN ({', '.join([f'CAST(? AS {type_})'] * len(filled))})"] if filled else []
    parts += [blank] if "" in values else []
    return f"({' OR '.join(parts) or 'false'})"


def _column(name: str, types: Mapping[str, str]) -> str:
    if name not in types:
        raise UnknownField(f"台账里没有“{name}”这一列；有的列：{'、'.join(types)}")
    return '"' + name.replace('"', '""') + '"'
