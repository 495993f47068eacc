"""Code names 科目名称: the codes of a year by their names, for statements that print names alone."""

from collections.abc import Iterable
from functools import cache

from mingzhang.reading.stated.words import key
from mingzhang.standards.codes import economic_codes, function_codes
from mingzhang.terms.classification import Code


@cache
def codes_by_name(year: int) -> dict[str, tuple[str, ...]]:
    """The functional codes that bear a name, by the name as it is compared."""
    return _by_name(function_codes().codes, year)


@cache
def economic_by_name(year: int) -> dict[str, tuple[str, ...]]:
    """The economic codes that bear a name, by the name as it is compared."""
    return _by_name(economic_codes().codes, year)


def _by_name(codes: Iterable[Code], year: int) -> dict[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    for line in codes:
        if year in line.span:
            names[key(line.name)] = (*names.get(key(line.name), ()), line.code)
    return names
