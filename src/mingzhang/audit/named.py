"""Named 具名检查: what the relation language cannot say, one Python function each, with a rule's metadata around it."""

from collections.abc import Callable, Iterable, Mapping

from mingzhang.audit import beside, performance, prose, words
from mingzhang.audit.consolidation import consolidated
from mingzhang.audit.context import Context
from mingzhang.audit.copies import same_figures
from mingzhang.audit.grid import Grid
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.audit.structure import codes_nested, codes_within, same_names

Check = Callable[[Rule, Grid, Context], Iterable[Result]]
"""Looks at the figures of a document and says what came of each thing it checked."""

CHECKS: Mapping[str, Check] = {
    "codes_nested": codes_nested,
    "codes_within": codes_within,
    "consolidated": consolidated,
    "same_figures": same_figures,
    "same_names": same_names,
    **beside.CHECKS,
    **prose.CHECKS,
    **words.CHECKS,
    **performance.CHECKS,
}
