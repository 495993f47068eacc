"""Fault 差错: what is wrong in a file that was handed in, where, and how to mend it."""

from dataclasses import dataclass
from enum import Enum


class Gravity(Enum):
    """Whether the file can be used all the same."""

    ERROR = "错误"
    WARNING = "提示"


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of one value. `place` is the sheet and line, or the line; `mend` says what to do about it."""

    file: str
    place: str
    column: str
    value: str
    message: str
    mend: str
    gravity: Gravity = Gravity.ERROR


class BooksRefused(Exception):
    """The input has errors and nothing of it was taken over; `faults` lists them all."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        """Keep the faults for the table on the terminal and the workbook beside the input."""
        errors = sum(fault.gravity is Gravity.ERROR for fault in faults)
        super().__init__(f"输入文件有 {errors} 处错误，没有导入任何数据")
        self.faults = faults
