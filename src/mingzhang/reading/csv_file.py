"""CSV 文本表: rows of a delimited text file, streamed, in whatever encoding and with whatever separator."""

import csv
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final, TextIO

from mingzhang.reading.header import HEAD_ROWS, find_layout
from mingzhang.reading.mapping import ColumnMapping
from mingzhang.reading.refusal import Refused
from mingzhang.reading.table import Row, Sheet
from mingzhang.reading.text import encoding_of

DELIMITERS: Final = (",", "\t", ";", "|")
_LONGEST_LINE: Final = 1 << 20


def csv_sheet(path: Path, mapping: ColumnMapping) -> Sheet:
    """The one sheet of a CSV file; Refused when it is not text."""
    encoding = encoding_of(path)
    return Sheet(path.name, "", csv_rows(path, encoding, _delimiter(path, encoding, mapping)))


def _delimiter(path: Path, encoding: str, mapping: ColumnMapping) -> str:
    """The separator with which the first lines make most sense as a head."""

    def understood(delimiter: str) -> tuple[bool, int, int]:
        layout = find_layout([row for _, row in islice(csv_rows(path, encoding, delimiter), HEAD_ROWS)], mapping)
        return layout.score if layout else (False, 0, 0)

    return max(DELIMITERS, key=understood)


def csv_rows(path: Path, encoding: str, delimiter: str) -> Iterator[tuple[int, Row]]:
    """The rows with the numbers of the lines they begin on; Refused on the way when it is not text any more."""
    with path.open(encoding=encoding, newline="") as file:
        reader = csv.reader(_lines(file, path.name), delimiter=delimiter)
        before = 0
        try:
            for row in reader:
                yield before + 1, row
                before = reader.line_num
        except csv.Error:
            raise Refused(
                path.name,
                "一个单元格过长，多半是前面有一个双引号没有配对",
                "补上或删去多余的双引号",
                f"第{before + 1}行",
            ) from None


def _lines(file: TextIO, name: str) -> Iterator[str]:
    number = 0
    while line := file.readline(_LONGEST_LINE):
        number += 1
        if "\0" in line:
            raise Refused(name, "文件里有空字符，不是文本文件或已损坏", "在原程序中重新导出 CSV", f"第{number}行")
        if len(line) >= _LONGEST_LINE:
            raise Refused(name, "一行过长", "核对文件是否为 CSV", f"第{number}行")
        yield line
