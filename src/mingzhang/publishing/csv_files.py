"""CSV files: facts.csv and supplement.csv for programs, and each statement as it is printed.

UTF-8 with a byte order mark, so that Excel shows Chinese, and CRLF as RFC 4180 asks.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Final

from mingzhang.disclosure.address import ACTUAL
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.statement import Statement
from mingzhang.publishing.grid import place_body, place_head, printed
from mingzhang.publishing.outline import statement_lines, statement_title
from mingzhang.publishing.trace_text import trace_text
from mingzhang.terms.money import to_yuan

FACT_HEADER: Final = ("statement", "row", "column", "value", "unit", "trace")
SUPPLEMENT_HEADER: Final = ("statement", "row", "column", "phase", "value", "unit", "trace")
SUPPLEMENT: Final = "S"
"""The statement letter of 补充资料: head counts, vehicles, procurement."""

_DANGEROUS: Final = ("=", "+", "-", "@", "\t", "\r", "'")
"""What makes a spreadsheet take a text for a formula; the apostrophe so that guarding can be undone."""

Row = Sequence[str]


def write(disclosure: Disclosure) -> Mapping[str, bytes]:
    """All CSV files by name."""
    tables = {table_file(s): statement_csv(disclosure, s) for s in disclosure.statements}
    return {"facts.csv": facts_csv(disclosure), "supplement.csv": supplement_csv(disclosure), **tables}


def table_file(statement: Statement) -> str:
    """The name of a statement's file: `tables/T1.csv`."""
    return f"tables/{statement.id}.csv"


def facts_csv(disclosure: Disclosure) -> bytes:
    """This year's figures of the statements; value in yuan with two decimals."""
    rows = (_fact_row(fact) for fact in main_facts(disclosure))
    return to_bytes([FACT_HEADER, *rows])


def supplement_csv(disclosure: Disclosure) -> bytes:
    """What facts.csv leaves out: last year's figures, the budgets, and 补充资料 in their own units."""
    rows = (_supplement_row(fact) for fact in other_facts(disclosure))
    return to_bytes([SUPPLEMENT_HEADER, *rows])


def main_facts(disclosure: Disclosure) -> tuple[Fact, ...]:
    """The facts of facts.csv in the order in which the statements print them, unprinted ones last."""
    printed_order = [address for s in disclosure.statements for address in s.addresses()]
    order = dict.fromkeys([*(a for a in printed_order if a in disclosure.facts), *disclosure.facts])
    facts = (disclosure.facts[address] for address in order)
    return tuple(fact for fact in facts if _is_main(fact))


def other_facts(disclosure: Disclosure) -> tuple[Fact, ...]:
    """The facts of supplement.csv in the order of the disclosure."""
    return tuple(fact for fact in disclosure.facts.values() if not _is_main(fact))


def _is_main(fact: Fact) -> bool:
    return fact.address.phase == ACTUAL and fact.address.statement != SUPPLEMENT


def value_and_unit(fact: Fact) -> tuple[str, str]:
    """The exact value for programs: yuan with two decimals, anything else in its own unit: 95.88 %, 232.5678 万条."""
    return (str(to_yuan(fact.value)), "元") if fact.unit.is_money else (_own(fact), fact.unit.name)


def _own(fact: Fact) -> str:
    """With the decimals that the unit prints, and more where the exact value has them."""
    exact = Decimal(fact.value) / fact.unit.scale
    printed = fact.unit.rounded(fact.value)
    return f"{printed if printed == exact else exact:f}"


def _fact_row(fact: Fact) -> Row:
    at, (value, unit) = fact.address, value_and_unit(fact)
    return (at.statement, guard(at.row), guard(at.column), value, guard(unit), guard(trace_text(fact.trace)))


def _supplement_row(fact: Fact) -> Row:
    statement, row, column, *rest = _fact_row(fact)
    return (statement, row, column, fact.address.phase, *rest)


def statement_csv(disclosure: Disclosure, statement: Statement) -> bytes:
    """The statement as it is printed: title, unit line, head, body, note; covered cells are empty."""
    width = len(statement.widths)
    title = statement_title(disclosure, statement)
    lines = statement_lines(disclosure, statement)
    over = [(guard(left), *[""] * (width - 2), guard(right)) for left, right in lines]
    rows = [(guard(title),), *over, *_head(statement), *_body(disclosure, statement), (guard(statement.note),)]
    return to_bytes([_padded(row, width) for row in rows])


def _head(statement: Statement) -> list[list[str]]:
    rows = [[""] * len(statement.widths) for _ in statement.head]
    for placed in place_head(statement.head):
        rows[placed.row][placed.column] = guard(placed.cell.text)
    return rows


def _body(disclosure: Disclosure, statement: Statement) -> list[list[str]]:
    rows = [[""] * len(statement.widths) for _ in statement.body]
    for placed in place_body(statement):
        text = printed(statement, disclosure.facts, placed.cell)
        rows[placed.row][placed.column] = text if _is_number(text) else guard(text)
    return rows


def _is_number(text: str) -> bool:
    return text.removeprefix("-").replace(".", "", 1).isdecimal()


def _padded(row: Row, width: int) -> Row:
    return [*row, *[""] * (width - len(row))]


def guard(text: str) -> str:
    """The text so that no spreadsheet runs it: an apostrophe before what would start a formula."""
    return f"'{text}" if text.startswith(_DANGEROUS) else text


def unguard(text: str) -> str:
    """The text that `guard` was given."""
    return text[1:] if text.startswith("'") else text


def to_bytes(rows: Iterable[Row]) -> bytes:
    """The rows as a CSV file."""
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode("utf-8-sig")
