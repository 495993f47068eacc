"""The third door: a finished statements workbook instead of books."""

from mingzhang.books.fault import BooksRefused, Fault, Gravity
from mingzhang.disclosure.fact import Fact, Facts
from mingzhang.disclosure.trace import Stated
from mingzhang.reading.statements_workbook import read_statements
from mingzhang.reading.unit.year import UnitYear
from mingzhang.standards.forms import forms
from mingzhang.workflows.accounts import profile_of
from mingzhang.workflows.code_names import codes_by_name


def open_workbook(year: UnitYear) -> tuple[Facts, tuple[Fault, ...]]:
    """The figures that the workbook states, with the hints; raises BooksRefused when it cannot be read whole."""
    assert year.workbook is not None
    printed = forms(profile_of(year), year.switches)
    read = read_statements(year.workbook, printed, codes_by_name(year.year))
    if any(fault.gravity is Gravity.ERROR for fault in read.faults):
        raise BooksRefused(read.faults)
    # Whatever unit the workbook is in, the document prints the unit of its form.
    units = {form.id: form.unit for form in printed}
    facts = {
        address: Fact(address, figure.value, units[address.statement], Stated(figure.position), figure.spread)
        for address, figure in read.figures.items()
    }
    return facts, read.faults
