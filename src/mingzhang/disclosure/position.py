"""Position 位置: where in a file something stands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a file: page and box (points from the top left), sheet and cell, or line; the rest is empty."""

    file: str
    page: int | None = None
    box: tuple[int, int, int, int] | None = None
    sheet: str = ""
    cell: str = ""
    line: int | None = None

    def __str__(self) -> str:
        """The place in words, as shown to people."""
        parts = [
            f"第{self.page}页" if self.page is not None else "",
            f"工作表“{self.sheet}”" if self.sheet else "",
            self.cell,
            f"第{self.line}行" if self.line is not None else "",
        ]
        return " ".join(part for part in (self.file, *parts) if part)
