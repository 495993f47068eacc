"""Places in a workbook: sheet and cell, as formulas and links write them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class CellPlace:
    """A cell; `row` and `column` count from 0."""

    sheet: str
    row: int
    column: int

    @property
    def name(self) -> str:
        """`C5`."""
        letters, rest = "", self.column + 1
        while rest:
            rest, digit = divmod(rest - 1, 26)
            letters = chr(ord("A") + digit) + letters
        return f"{letters}{self.row + 1}"

    @property
    def reference(self) -> str:
        """`'T1 收入支出决算总表'!C5`."""
        quoted = self.sheet.replace("'", "''")
        return f"'{quoted}'!{self.name}"
