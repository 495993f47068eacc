"""CSV list 清单: a CSV file with a head of known columns, read line by line and within bounds."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, cast

from mingzhang.books.fault import Fault, Gravity
from mingzhang.books.problem import FaultLog
from mingzhang.books.value import shown
from mingzhang.reading.csv_file import csv_rows
from mingzhang.reading.refusal import Refused
from mingzhang.reading.text import encoding_of
from mingzhang.reading.unit.nearest import near

LARGEST: Final = 128_000_000
MOST_LINES: Final = 1_000_000
_HEAD: Final = "表头"

Cells = Sequence[str]


@dataclass(frozen=True, slots=True)
class CsvList:
    """A file under the name people know it by, the columns it must have, and where its faults go.

    Other columns are not read: a hint, unless the file `may_say_more`.
    """

    path: Path
    name: str
    columns: tuple[str, ...]
    log: FaultLog
    may_say_more: bool = False

    def rows(self) -> Iterator[tuple[int, Cells]]:
        """The lines that hold anything, cells in the order of `columns`; a column that is missing is blank."""
        try:
            if self.path.stat().st_size > LARGEST:
                self._wrong("文件", "", "", f"文件超过{LARGEST // 1_000_000}MB", "请检查是否放错了文件，或分成几个台账")
                return
            yield from self._filled()
        except Refused as refused:
            self.log.add(replace(refused.fault, file=self.name, place=refused.fault.place or "文件"))
        except OSError:
            self._wrong("文件", "", "", "打不开", "检查它是不是文件、有没有读取权限")

    def wrong(self, line: int, column: str, value: str, message: str, mend: str) -> None:
        """Note a fault of one cell."""
        self._wrong(f"第{line}行", column, value, message, mend)

    def _filled(self) -> Iterator[tuple[int, Cells]]:
        places: tuple[int, ...] | None = None
        width = 0
        for count, (line, cells) in enumerate(self._lines()):
            if places is None:
                width, places = len(cells), self._places(line, cells)
                continue
            if count > MOST_LINES:
                self.wrong(line, "", "", f"超过{MOST_LINES}行，后面的没有读取", "分成几个台账，或按月汇总")
                return
            if len(cells) > width:
                self._refuse_extra(line, cells, width)
            elif len(cells) < width:
                cells = [*cells, *[""] * (width - len(cells))]
            yield line, [cells[at].strip() if at >= 0 else "" for at in places]
        if places is None:
            self._wrong("第1行", "", "", "文件是空的", f"第一行写表头：{','.join(self.columns)}")

    def _lines(self) -> Iterator[tuple[int, list[str]]]:
        for line, row in csv_rows(self.path, encoding_of(self.path), ","):
            cells = cast(list[str], row)
            if any(map(str.strip, cells)):
                yield line, cells

    def _places(self, line: int, head: Cells) -> tuple[int, ...]:
        """Where the columns stand, −1 for one that is missing; everything wrong with the head is noted."""
        names = [" ".join(name.split()) for name in head]
        unknown = [name for name in names if name and name not in self.columns]
        for name, count in Counter(names).items():
            if count > 1 and name in self.columns:
                self.wrong(line, _HEAD, name, "栏目出现两次，不知道取哪一个", "删去或改名其中一个")
        for name in (column for column in self.columns if column not in names):
            self.wrong(line, _HEAD, name, "缺少栏目", self._missing(name, unknown))
        for name in () if self.may_say_more else unknown:
            mend = "不需要就不必理会；需要时在 fields 里写上"
            self._wrong(f"第{line}行", _HEAD, shown(name), "不认识的栏目没有读取", mend, Gravity.WARNING)
        return tuple(names.index(column) if column in names else -1 for column in self.columns)

    def _missing(self, name: str, unknown: list[str]) -> str:
        if len(unknown) == 1 and any(mark in unknown[0] for mark in "\t;；，|"):
            return "栏目之间用英文逗号隔开"
        mend = near(name, unknown, "")
        return f"表头写上这一栏；{mend}" if mend.startswith("是否") else "表头写上这一栏，没有内容的留空"

    def _refuse_extra(self, line: int, cells: Cells, width: int) -> None:
        extra = next((cell for cell in cells[width:] if cell.strip()), "")
        if extra:
            mend = "内容里有逗号时用英文双引号括起来，或删去表头之外的列"
            self.wrong(line, f"第{width + 1}列", shown(extra), "这一行的列数多于表头", mend)

    def _wrong(
        self, place: str, column: str, value: str, message: str, mend: str, gravity: Gravity = Gravity.ERROR
    ) -> None:
        self.log.add(Fault(self.name, place, column, value, message, mend, gravity))
