"""RawLine 原始行: one line as it was read, field by field, before anything of it is believed."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

Raw = str | int | float | bool | Decimal | date | None
"""What a file can put into a cell; a datetime is a date."""


class RawLine(NamedTuple):
    """One line of a voucher, or one opening balance, in the canonical fields of docs/books.md."""

    entity: Raw = ""
    kind: Raw = ""
    date: Raw = ""
    voucher_type: Raw = ""
    voucher: Raw = ""
    line: Raw = ""
    summary: Raw = ""
    account: Raw = ""
    account_name: Raw = ""
    function: Raw = ""
    economic: Raw = ""
    fund: Raw = ""
    nature: Raw = ""
    project: Raw = ""
    project_name: Raw = ""
    counterparty: Raw = ""
    debit: Raw = ""
    credit: Raw = ""
    side: Raw = ""
    amount: Raw = ""
    void: Raw = ""


class RawBalance(NamedTuple):
    """One line of a trial balance 科目余额表 in the canonical fields of docs/books.md."""

    entity: Raw = ""
    account: Raw = ""
    account_name: Raw = ""
    function: Raw = ""
    economic: Raw = ""
    fund: Raw = ""
    nature: Raw = ""
    project: Raw = ""
    project_name: Raw = ""
    counterparty: Raw = ""
    opening_side: Raw = ""
    opening: Raw = ""
    opening_debit: Raw = ""
    opening_credit: Raw = ""
    debit: Raw = ""
    credit: Raw = ""
    closing_side: Raw = ""
    closing: Raw = ""
    closing_debit: Raw = ""
    closing_credit: Raw = ""


class Dimensions(NamedTuple):
    """The raw classification of a line: everything that decides what kind of line it is."""

    account: Raw
    account_name: Raw
    function: Raw
    economic: Raw
    fund: Raw
    nature: Raw
