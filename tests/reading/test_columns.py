"""The documented columns are the understood ones."""

from pathlib import Path

import pytest

from mingzhang.reading.columns import BALANCE_COLUMNS, VOUCHER_COLUMNS, BookColumn

DOCUMENT = (Path(__file__).parents[2] / "docs" / "books.md").read_text("utf-8")


@pytest.mark.parametrize("column", [*VOUCHER_COLUMNS, *BALANCE_COLUMNS], ids=lambda column: column.field)
def test_every_column_is_documented(column: BookColumn) -> None:
    assert f"| {column.header} | `{column.field}` |" in DOCUMENT


@pytest.mark.parametrize("columns", [VOUCHER_COLUMNS, BALANCE_COLUMNS])
def test_no_spelling_means_two_columns(columns: tuple[BookColumn, ...]) -> None:
    spellings = [word for column in columns for word in {column.header, column.field, *column.aliases}]
    assert len(spellings) == len(set(spellings))
