"""What a text itself must be: its parts, names, years, placeholders, glossary, punctuation."""

from collections.abc import Callable, Iterable, Mapping

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.audit.words.hit import searching
from mingzhang.audit.words.latin import latin
from mingzhang.audit.words.leftovers import blanks, bodies_or_units, choices, dots, placeholders
from mingzhang.audit.words.names_of_body import body_names
from mingzhang.audit.words.phrases import phrases, prose_phrases
from mingzhang.audit.words.punctuation import brackets, doubled
from mingzhang.audit.words.years import bases, fiscal_years, odd_years, signing_days

_SEARCHES = (
    placeholders, choices, bodies_or_units, blanks, dots, phrases, prose_phrases, body_names, doubled,
    brackets, latin,
    fiscal_years, bases, odd_years, signing_days,
)  # fmt: skip

CHECKS: Mapping[str, Callable[[Rule, Grid, Context], Iterable[Result]]] = {
    search.__name__: searching(search) for search in _SEARCHES
}
