"""Floor 下限: read the same columns of the same Parquet and do next to nothing with them, in all or by unit."""

import json
import sys

import duckdb

COLUMNS = ("单位", "日期", "渠道", "人群", "状态", "分钟", "份数")

taken = ", ".join(f'max("{name}")' for name in COLUMNS)
grouped = 'GROUP BY "单位"' if sys.argv[1] == "group" else ""
connection = duckdb.connect()
if grouped:
    rows = connection.execute(f"SELECT count(*), {taken} FROM '{sys.argv[2]}' {grouped}").fetchall()
    print(json.dumps([sum(row[0] for row in rows), len(rows)]))
else:
    count, last = connection.execute(f"SELECT count(*), {taken} FROM '{sys.argv[2]}'").fetchone()[:2]  # type: ignore[index]
    print(json.dumps([count, int(last[1:]) + 1]))
