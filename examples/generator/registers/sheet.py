"""Sheet: one register under way: its name, its columns, its rows in the order in which they were kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..write import table

Row = tuple[str | int, ...]


@dataclass(frozen=True)
class Sheet:
    """A register as it is written; rows are sorted, so that a file reads as one kept day by day."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def write(self, directory: Path) -> None:
        """Write it below a directory."""
        table(directory / f"{self.name}.csv", self.columns, (tuple(map(str, row)) for row in self.rows))


def sheet(name: str, columns: str, rows: Iterable[Row]) -> Sheet:
    """A register of these columns, separated by blanks, its rows sorted."""
    return Sheet(name, tuple(columns.split()), tuple(sorted(rows)))
