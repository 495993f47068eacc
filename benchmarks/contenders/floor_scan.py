"""Floor 下限 1: read the three columns the statements need out of the same Parquet, and nothing else."""

import sys

import duckdb

print(duckdb.connect().execute(f"SELECT count(*), sum(debit), sum(credit), max(cell) FROM '{sys.argv[1]}'").fetchone())
