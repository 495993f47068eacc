"""Ours 本项目: read and check every voucher line of a file, keep nothing; print count and sums in fen."""

import sys
from pathlib import Path

from mingzhang.books.fault import Gravity
from mingzhang.reading.books import open_books
from mingzhang.workflows.ledger import book_codes

path, entity = sys.argv[1:]
reading = open_books([Path(path)], entity=entity, year=2021, codes=book_codes())
count = debit = credit = 0
for posting in reading.postings():
    count += 1
    debit += posting.debit
    credit += posting.credit
assert not [fault for fault in reading.faults if fault.gravity is Gravity.ERROR], reading.faults[:3]
print((count, debit, credit))
