"""Head 表头: the heading cells above a form's columns, merged where neighbours share a heading."""

from collections.abc import Iterator

from mingzhang.disclosure.statement import Heading
from mingzhang.statements.form import Form, LabelColumn, LabelKind

_COLUMN_NUMBER = "栏次"

Path = tuple[str, ...]


def head(form: Form) -> tuple[tuple[Heading, ...], ...]:
    """The rows of headings, and below them the 栏次 where the form numbers its columns."""
    paths = [column.path for column in form.printed_columns()]
    depth = max(map(len, paths))
    # A heading shorter than the deepest one reaches down to the last row.
    grid = [path + path[-1:] * (depth - len(path)) for path in paths]
    rows = tuple(tuple(_row(grid, level)) for level in range(depth))
    return (*rows, tuple(_numbers(form))) if form.numbered and _is_numbered(form) else rows


def _row(grid: list[Path], level: int) -> Iterator[Heading]:
    """The cells that begin in this row."""
    start = 0
    while start < len(grid):
        end = _run(grid, start, level)
        if not _covered(grid, start, end, level):
            yield Heading(grid[start][level], _height(grid, start, end, level), end - start)
        start = end


def _run(grid: list[Path], start: int, level: int) -> int:
    """Where the neighbours end that share this heading and all above it."""
    end = start + 1
    while end < len(grid) and grid[end][: level + 1] == grid[start][: level + 1]:
        end += 1
    return end


def _covered(grid: list[Path], start: int, end: int, level: int) -> bool:
    """Whether the cell above reaches down over exactly these columns."""
    if level == 0 or grid[start][level] != grid[start][level - 1]:
        return False
    first = start
    while first and grid[first - 1][:level] == grid[start][:level]:
        first -= 1
    return (first, _run(grid, first, level - 1)) == (start, end)


def _height(grid: list[Path], start: int, end: int, level: int) -> int:
    height = 1
    while level + height < len(grid[start]) and _covered(grid, start, end, level + height):
        height += 1
    return height


def _is_numbered(form: Form) -> bool:
    """Forms that list codes in blocks side by side (T6) have no 栏次."""
    return not any(lane.foot for lane in form.lanes)


def _numbers(form: Form) -> Iterator[Heading]:
    number = 0
    for lane in form.lanes:
        yield from _corner(lane.labels)
        for _ in lane.columns:
            number += 1
            yield Heading(str(number))


def _corner(labels: tuple[LabelColumn, ...]) -> Iterator[Heading]:
    words = sum(label.kind is not LabelKind.LINE for label in labels)
    if words:
        yield Heading(_COLUMN_NUMBER, columns=words)
    yield from (Heading("") for label in labels if label.kind is LabelKind.LINE)
