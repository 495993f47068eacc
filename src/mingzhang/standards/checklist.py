"""Checklist 检查表: what a finance bureau asks of a published document, read from dated data."""

from functools import cache

from mingzhang.disclosure.obligation import Obligation
from mingzhang.standards.data_file import toml


@cache
def obligations() -> tuple[Obligation, ...]:
    """The lines of the check table in their order; the ids of `rules` may be beginnings of ids."""
    return tuple(
        Obligation(entry["group"], entry["label"], entry["reference"], tuple(entry["rules"]))
        for entry in toml("checklist.toml")["line"]
    )
