"""Floor 下限: every row of a CSV through csv.reader, nothing looked at."""

import csv
import sys

with open(sys.argv[1], encoding="utf-8", newline="") as file:
    print(sum(1 for _ in csv.reader(file)) - 1)
