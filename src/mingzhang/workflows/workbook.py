"""The third door: a finished statements workbook instead of books."""

from collections.abc import Iterator

from mingzhang.books.fault import BooksRefused, Fault
from mingzhang.disclosure.fact import Fact, Facts
from mingzhang.disclosure.trace import Stated
from mingzhang.reading.statements import read_statements
from mingzhang.reading.unit.year import UnitYear
from mingzhang.standards.forms import forms
from mingzhang.standards.profiles import UnknownProfile, load, profile_ids
from mingzhang.statements.form import Form
from mingzhang.workflows.patterns import pattern_of


def open_workbook(year: UnitYear) -> tuple[Facts, tuple[Fault, ...]]:
    """The figures that the workbook states, with the hints; raises BooksRefused when it cannot be read whole."""
    assert year.workbook is not None
    own = forms(load(year.profile, year.year), year.switches)
    others = list(_of_other_regions(year))
    patterns = [pattern_of(form, [other for other in others if other.id == form.id], year.year) for form in own]
    read = read_statements(year.workbook, patterns)
    if not read.is_whole:
        raise BooksRefused(read.faults)
    # Whatever unit the workbook prints, the document prints the unit of its form.
    units = {form.id: form.unit for form in own}
    facts = {
        address: Fact(address, figure.value, units[address.statement], Stated(figure.position), figure.spread)
        for address, figure in read.figures.items()
    }
    return facts, read.faults


def _of_other_regions(year: UnitYear) -> Iterator[Form]:
    """The forms of all regions in the year: a workbook may follow another region's layout."""
    for profile in profile_ids():
        try:
            yield from forms(load(profile, year.year))
        except UnknownProfile:
            continue
