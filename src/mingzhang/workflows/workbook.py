"""The third door: a finished statements workbook instead of books."""

from mingzhang.books.fault import BooksRefused, Fault, Gravity
from mingzhang.disclosure.fact import Fact, Facts
from mingzhang.disclosure.trace import Stated
from mingzhang.reading.statements_workbook import read_statements
from mingzhang.reading.unit.year import UnitYear
from mingzhang.standards.forms import forms
from mingzhang.standards.profiles import load


def open_workbook(year: UnitYear) -> tuple[Facts, tuple[Fault, ...]]:
    """The figures that the workbook states, with the hints; raises BooksRefused when it cannot be read whole."""
    assert year.workbook is not None
    read = read_statements(year.workbook, forms(load(year.profile, year.year), year.switches))
    if any(fault.gravity is Gravity.ERROR for fault in read.faults):
        raise BooksRefused(read.faults)
    facts = {
        address: Fact(address, figure.value, figure.unit, Stated(figure.position), figure.spread)
        for address, figure in read.figures.items()
    }
    return facts, read.faults
