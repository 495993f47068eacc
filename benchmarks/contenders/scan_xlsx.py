"""Floor 下限: every row of a workbook through python-calamine, nothing looked at."""

import sys

from python_calamine import CalamineWorkbook

rows = CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).iter_rows()
print(sum(1 for _ in rows) - 1)
