"""Floor 下限: look at every value of the same columns and keep next to nothing, in all or by unit."""

import json
import sys

import duckdb

COLUMNS = ("日期", "渠道", "人群", "状态", "分钟", "份数")

taken = ", ".join(f'bit_xor(hash("{name}"))' for name in COLUMNS)
connection = duckdb.connect()
if sys.argv[1] == "group":
    rows = connection.execute(f"""SELECT count(*), {taken} FROM '{sys.argv[2]}' GROUP BY "单位" """).fetchall()
    print(json.dumps([sum(row[0] for row in rows), len(rows)]))
else:
    query = f"""SELECT count(*), max("单位"), {taken} FROM '{sys.argv[2]}'"""
    count, last, *_ = connection.execute(query).fetchall()[0]
    print(json.dumps([count, int(last[1:]) + 1]))
