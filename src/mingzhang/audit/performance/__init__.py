"""What is said of targets and results: tables of self-evaluation and the sentences about them."""

from collections.abc import Callable, Iterable, Mapping

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule

CHECKS: Mapping[str, Callable[[Rule, Grid, Context], Iterable[Result]]] = {}
