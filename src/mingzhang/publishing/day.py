"""The day a disclosure carries, as a date: the only clock that a published file may know."""

import re
from datetime import date

from mingzhang.disclosure.document import Disclosure


def published_on(disclosure: Disclosure) -> date:
    """The date in `dated` (2022年10月18日, 2022-10-18); without one, the first day after the fiscal year."""
    found = re.search(r"(\d{4})\D+(\d{1,2})\D+(\d{1,2})", disclosure.dated)
    try:
        return date(*map(int, found.groups())) if found else date(disclosure.year + 1, 1, 1)
    except ValueError:
        return date(disclosure.year + 1, 1, 1)
