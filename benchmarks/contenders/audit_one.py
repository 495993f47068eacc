"""Auditing 审核: one file from the start of Python to its findings; prints how many relations held."""

import sys
from pathlib import Path

from mingzhang.workflows.desk import examine
from mingzhang.workflows.order import Order

examination = examine(Order(Path(sys.argv[1]), "")).examination
assert not examination.refused, examination.refused
print(sum(each.tally.passed for each in examination.requirements))
