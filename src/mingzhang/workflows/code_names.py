"""Code names 科目名称: the functional codes of a year by their names, for statements that print names alone."""

from functools import cache

from mingzhang.reading.stated.words import key
from mingzhang.standards.codes import function_codes


@cache
def codes_by_name(year: int) -> dict[str, tuple[str, ...]]:
    """The codes that bear a name, by the name as it is compared."""
    names: dict[str, tuple[str, ...]] = {}
    for line in function_codes().codes:
        if year in line.span:
            names[key(line.name)] = (*names.get(key(line.name), ()), line.code)
    return names
