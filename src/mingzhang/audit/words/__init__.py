"""What a text itself must be: its parts, names, years, placeholders, glossary, punctuation."""

from collections.abc import Callable, Iterable, Mapping

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.audit.words.economic_names import economic_names
from mingzhang.audit.words.emptiness import declared_empty, empty_statements
from mingzhang.audit.words.glossary import glossary_complete, glossary_paths, glossary_terms, glossary_unused
from mingzhang.audit.words.headings import headings_apart, headings_counted
from mingzhang.audit.words.hit import searching
from mingzhang.audit.words.item_names import item_names
from mingzhang.audit.words.latin import latin
from mingzhang.audit.words.leftovers import blanks, bodies_or_units, choices, dots, placeholders
from mingzhang.audit.words.level import levels, self_names
from mingzhang.audit.words.names_of_body import body_names
from mingzhang.audit.words.parts import contents_kept, matters_present, parts_present
from mingzhang.audit.words.people import people
from mingzhang.audit.words.phrases import phrases, prose_phrases
from mingzhang.audit.words.private import private
from mingzhang.audit.words.punctuation import brackets, doubled, mixed
from mingzhang.audit.words.purposes import purposes
from mingzhang.audit.words.row_names import official_names
from mingzhang.audit.words.set_phrases import set_phrases
from mingzhang.audit.words.statement_set import statements_present
from mingzhang.audit.words.units import bare_wan, magnitudes, units_said
from mingzhang.audit.words.units_below import units_below
from mingzhang.audit.words.years import bases, fiscal_years, odd_years, signing_days

_SEARCHES = (
    bare_wan,
    bases,
    blanks,
    bodies_or_units,
    body_names,
    brackets,
    choices,
    contents_kept,
    declared_empty,
    dots,
    doubled,
    economic_names,
    empty_statements,
    fiscal_years,
    glossary_complete,
    glossary_paths,
    glossary_terms,
    glossary_unused,
    headings_apart,
    headings_counted,
    item_names,
    latin,
    levels,
    magnitudes,
    matters_present,
    mixed,
    odd_years,
    parts_present,
    people,
    phrases,
    placeholders,
    private,
    prose_phrases,
    purposes,
    self_names,
    set_phrases,
    signing_days,
    units_below,
    units_said,
)

CHECKS: Mapping[str, Callable[[Rule, Grid, Context], Iterable[Result]]] = {
    "official_names": official_names,
    "statements_present": statements_present,
    **{search.__name__: searching(search) for search in _SEARCHES},
}
