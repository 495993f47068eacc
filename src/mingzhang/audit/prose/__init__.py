"""What the sentences say of figures, held against the figures: amounts, shares, changes, lists, reasons."""

from collections.abc import Callable, Iterable, Mapping

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule

CHECKS: Mapping[str, Callable[[Rule, Grid, Context], Iterable[Result]]] = {}
