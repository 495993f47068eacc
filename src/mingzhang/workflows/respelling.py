"""Respelling 科目名称辨正: names of codes with one letter misread put right, in documents that were recognised."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.statement import Cell, Figure, Label, Statement
from mingzhang.terms.classification import CodeList
from mingzhang.terms.likeness import one_letter_apart

_ECONOMIC: Final = "T6"


def respelled(document: Disclosure, functions: CodeList, economics: CodeList) -> Disclosure:
    """The document with the official name where a row's code is known and its name one letter off.

    That letter may be the recogniser's; what a document that was not recognised prints is left alone.
    """
    if not document.recognised:
        return document
    lists = {statement.id: economics if statement.id == _ECONOMIC else functions for statement in document.statements}
    statements = tuple(_statement(each, lists, document.year) for each in document.statements)
    return replace(document, statements=statements)


def _statement(statement: Statement, lists: Mapping[str, CodeList], year: int) -> Statement:
    codes = lists[statement.id]
    return replace(statement, body=tuple(_row(row, codes, year) for row in statement.body))


def _row(row: tuple[Cell, ...], codes: CodeList, year: int) -> tuple[Cell, ...]:
    """A row, or the two beside each other, of which each name stands before its figures."""
    fixed = list(row)
    name: int | None = None
    for place, cell in enumerate(row):
        if isinstance(cell, Label):
            name = place if cell.text and not cell.text.isdigit() else name
        elif name is not None:
            fixed[name] = _named(row[name], cell, codes, year)
            name = None
    return tuple(fixed)


def _named(label: Cell, figure: Figure, codes: CodeList, year: int) -> Cell:
    code = figure.address.row
    official = codes.name(code, year) if code.isdigit() else ""
    if isinstance(label, Label) and one_letter_apart(label.text, official):
        return replace(label, text=official)
    return label
