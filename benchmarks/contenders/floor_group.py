"""Floor 下限 2: the one GROUP BY that statements rest on, its rows fetched, nothing made of them."""

import sys

import duckdb

rows = duckdb.connect().execute(f"SELECT cell, sum(debit), sum(credit) FROM '{sys.argv[1]}' GROUP BY cell").fetchall()
print((len(rows), sum(row[1] for row in rows), sum(row[2] for row in rows)))
