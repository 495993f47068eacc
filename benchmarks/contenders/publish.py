"""Ours 本项目: build a unit's year in one process and print, as JSON, the seconds of every step and format.

The formats are written twice: the first time with their libraries still to be imported, the second without.
"""

import json
import sys
import tempfile
from pathlib import Path
from time import perf_counter

start = perf_counter()

from mingzhang.publishing.writers import FORMATS  # noqa: E402
from mingzhang.workflows.build import compile_year, read_year  # noqa: E402
from mingzhang.workflows.document import draft  # noqa: E402
from mingzhang.workflows.publish import publish, save  # noqa: E402
from mingzhang.workflows.review import review  # noqa: E402

directory, out = map(Path, sys.argv[1:])
seconds = {"载入程序": perf_counter() - start}


def lap(step: str) -> None:
    """Note the seconds since the last step."""
    global start
    seconds[step] = perf_counter() - start
    start = perf_counter()


start = perf_counter()
with tempfile.TemporaryDirectory() as scratch:
    year, _ = read_year(directory)
    accounts, _ = compile_year(year, Path(scratch))
    lap("读入账簿、编制报表")
    assert not review(accounts).stops
    lap("审核")
    disclosure = draft(accounts).disclosure
    lap("编写说明")
    files: dict[str, bytes] = {}
    for turn in ("首次", "再次"):
        for name in FORMATS:
            publication = publish(disclosure, [name])
            lap(f"{turn} {name}")
            assert not publication.left_out, publication.left_out
            files |= publication.files
assert all(files.values())
save(files, out)
print(json.dumps(seconds, ensure_ascii=False))
