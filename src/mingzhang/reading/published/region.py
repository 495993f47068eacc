"""Region 地区格式: which of the known formats a document that was read is closest to."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Protocol

from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.statement import Figure, Label, Statement

_ENOUGH: Final = 4


class FormatKind(Protocol):
    """A known format: its statements in printed order and which variant of each it prints."""

    @property
    def id(self) -> str: ...
    @property
    def statements(self) -> Sequence[str]: ...
    @property
    def variants(self) -> Mapping[str, str]: ...
    @property
    def lines(self) -> Sequence[tuple[str, str]]: ...
    @property
    def numbered(self) -> bool: ...
    @property
    def total_first(self) -> bool: ...


def closest(document: Disclosure, formats: Iterable[FormatKind]) -> str:
    """The format that shares most with the document; empty when none shares enough, or two share as much."""
    scores = sorted(((_likeness(document, one), one.id) for one in formats), reverse=True)
    if not scores or scores[0][0] < _ENOUGH or (len(scores) > 1 and scores[0][0] == scores[1][0]):
        return ""
    return scores[0][1]


def _likeness(document: Disclosure, one: FormatKind) -> int:
    printed = {statement.id: statement for statement in document.statements}
    order = [identity for identity in one.statements if identity in printed]
    points = 2 * (order == list(printed)) if printed else 0
    points += "T7" in printed and (one.variants.get("T7") == "paired") == _is_paired(printed["T7"])
    points += "T9" in printed and (one.variants.get("T9") == "long") == _has(printed["T9"], "年初结转和结余")
    points += "T1" in printed and one.numbered == _is_numbered(printed["T1"])
    points += _is_form_numbered(printed) == any("公开" in text for pair in one.lines for text in pair)
    points += "T5" in printed and one.total_first == _begins_with_total(printed["T5"])
    return points


def _is_form_numbered(printed: Mapping[str, Statement]) -> bool:
    """Whether the statements bear the number of their form: 公开01表."""
    return any("公开" in text for statement in printed.values() for pair in statement.lines for text in pair)


def _figures(statement: Statement) -> list[Figure]:
    return [cell for row in statement.body for cell in row if isinstance(cell, Figure)]


def _is_paired(statement: Statement) -> bool:
    rows = [figure.address.row for figure in _figures(statement)[:2]]
    return rows == ["预算数", "决算数"]


def _has(statement: Statement, column: str) -> bool:
    return any(figure.address.column == column for figure in _figures(statement))


def _is_numbered(statement: Statement) -> bool:
    """Whether the rows are counted: 行次."""
    labels = [cell.text for row in statement.body for cell in row if isinstance(cell, Label)]
    return sum(text.isdecimal() for text in labels) > len(statement.body) // 2


def _begins_with_total(statement: Statement) -> bool:
    return any(figure.address.row == "total" for figure in _figures(statement)[:1])
