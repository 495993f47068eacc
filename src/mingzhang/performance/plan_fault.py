"""Faults of a plan: what is wrong in `performance.toml`, named by the table it stands in and its id."""

from typing import Final

from mingzhang.books.fault import Fault, Gravity

PLAN_FILE: Final = "performance.toml"
"""The file a plan is handed in with."""


def plan_fault(
    table: str, identity: str, key: str, value: str, message: str, mend: str, gravity: Gravity = Gravity.ERROR
) -> Fault:
    """A fault of one entry: `table` is measure, indicator, whole or project."""
    place = f"[{table}]" if table == "whole" else f"[[{table}]] {identity}"
    return Fault(PLAN_FILE, place, key, value, message, mend, gravity)
