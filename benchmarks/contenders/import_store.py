"""Ours 本项目: read, check and freeze a file into a snapshot as `build` does; print count and sums."""

import sys
import tempfile
from pathlib import Path

from mingzhang.books.fault import Gravity
from mingzhang.engines.duck import DuckEngine, store
from mingzhang.reading.books import open_books
from mingzhang.workflows.ledger import book_codes

path, entity, work = sys.argv[1:]
reading = open_books([Path(path)], entity=entity, year=2021, codes=book_codes())
with tempfile.TemporaryDirectory(dir=work) as directory:
    snapshot = store(reading.postings(), Path(directory) / "books")
    balances = DuckEngine(snapshot).balances()
assert not [fault for fault in reading.faults if fault.gravity is Gravity.ERROR], reading.faults[:3]
print((snapshot.count, sum(b.debit for b in balances), sum(b.credit for b in balances)))
