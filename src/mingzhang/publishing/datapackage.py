"""datapackage.json: what the CSV files of a publication hold, by Data Package and Fiscal Data Package.

Every file carries its size, sha256 and number of rows, so that whoever copies it can tell that nothing is missing.
"""

import csv
import hashlib
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from mingzhang.disclosure.document import Disclosure
from mingzhang.publishing import csv_files, performance_csv
from mingzhang.publishing.day import published_on
from mingzhang.publishing.fiscal import COLUMNS, fiscal_csv

_TITLES: Final = {
    "year": "年度",
    "entity_code": "单位代码",
    "entity": "单位",
    "direction": "收支方向",
    "phase": "口径",
    "function_code": "支出功能分类科目编码",
    "function": "科目名称",
    "kind": "收入来源或支出性质",
    "statement": "报表",
    "row": "行",
    "column": "栏次",
    "value": "数值",
    "unit": "计量单位",
    "trace": "溯源",
}
_FACT_TYPES: Final = {"value": "value", "phase": "phase:label"}
"""ColumnTypes of facts.csv; its rows are codes of several classifications, so they have none."""


def write(disclosure: Disclosure) -> Mapping[str, bytes]:
    """The CSV files and the description that belongs to them, by name."""
    files = {**csv_files.write(disclosure), "fiscal.csv": fiscal_csv(disclosure)}
    if disclosure.performance is not None and disclosure.performance.appraisals:
        files[performance_csv.FILE] = performance_csv.performance_csv(disclosure.performance, disclosure.facts)
    return {**files, "datapackage.json": describe(disclosure, files)}


def describe(disclosure: Disclosure, files: Mapping[str, bytes]) -> bytes:
    """The datapackage.json for these files."""
    package = {
        "profile": "fiscal-data-package",
        "name": f"final-accounts-{disclosure.year}-{_slug(disclosure.entity.code)}",
        "title": disclosure.title,
        "created": f"{published_on(disclosure)}T00:00:00+08:00",
        "fiscalPeriod": {"start": f"{disclosure.year}-01-01", "end": f"{disclosure.year}-12-31"},
        "countryCode": "CN",
        "resources": [_resource(name, data, disclosure) for name, data in files.items()],
    }
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()


def _slug(code: str) -> str:
    plain = "".join(c for c in code.lower() if c.isascii() and (c.isalnum() or c in "-_."))
    return plain or "unit"


def _resource(name: str, data: bytes, disclosure: Disclosure) -> dict[str, Any]:
    tables = {csv_files.table_file(s): s.title for s in disclosure.statements}
    common = {
        "name": name.removesuffix(".csv").lower(),
        "path": name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
    }
    if name in tables:
        return common | {"title": tables[name], "profile": "data-resource", "dialect": {"header": False}}
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    schema = {"fields": [_field(column, name) for column in rows[0]]}
    table = {"profile": "tabular-data-resource", "rowcount": len(rows) - 1, "schema": schema}
    return common | table | _money(rows)


def _field(column: str, file: str) -> dict[str, Any]:
    types = COLUMNS if file == "fiscal.csv" else _FACT_TYPES
    kind = {"value": "number", "year": "integer", "分值": "number", "得分": "number"}.get(column, "string")
    column_type = {"columnType": types[column]} if column in types else {}
    return {"name": column, "title": _TITLES.get(column, column), "type": kind, **column_type}


def _money(rows: Sequence[csv_files.Row]) -> dict[str, Any]:
    """Fields whose value is the same on every line, as the Fiscal Data Package wants them: where all is money."""
    if "value" not in rows[0]:
        return {}
    unit = rows[0].index("unit") if "unit" in rows[0] else None
    if unit is not None and any(row[unit] != "元" for row in rows[1:]):
        return {}
    currency = {"name": "currency", "type": "string", "columnType": "value-currency:code", "constant": "CNY"}
    return {"extraFields": [currency]}
