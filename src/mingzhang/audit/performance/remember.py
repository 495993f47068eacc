"""Remember: what was found in a document is kept while the rules ask for it one after the other."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import ReferenceType, ref

from mingzhang.disclosure.document import Disclosure

Found = TypeVar("Found")


def once(search: Callable[[Disclosure], Found]) -> Callable[[Disclosure], Found]:
    """The search, made once for the document asked for last; documents are not altered, so that is no risk."""
    kept: list[tuple[ReferenceType[Disclosure], Found]] = []

    @wraps(search)
    def remembered(document: Disclosure) -> Found:
        for known, found in kept:
            if known() is document:
                return found
        found = search(document)
        kept[:] = [(ref(document), found)]
        return found

    return remembered
