"""Tables that stand beside the statements: their own sums, and what the text says of their figures."""

from collections.abc import Callable, Iterable, Mapping

from mingzhang.audit.beside.coded import coded_tables
from mingzhang.audit.beside.information import information_tables
from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule

CHECKS: Mapping[str, Callable[[Rule, Grid, Context], Iterable[Result]]] = {
    "coded_tables": coded_tables,
    "information_tables": information_tables,
}
