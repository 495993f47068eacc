"""Faults as a table on the terminal: what is wrong, where, and how to mend it, on any console."""

from collections.abc import Sequence

from mingzhang.books.fault import Fault
from mingzhang.publishing.columns import aligned, width

_HEAD = ("位置", "栏目", "值", "问题", "怎样改")
_LIMITS = (34, 14, 24, 30, 60)
_MOST = 30


def render(faults: Sequence[Fault], most: int = _MOST) -> str:
    """The first faults as aligned columns, then how many more there are."""
    lines = aligned([_HEAD, *(_row(fault) for fault in faults[:most])], _LIMITS)
    rule = "─" * (max(map(width, lines)) // 2)
    rest = len(faults) - most
    more = [f"……其余 {rest} 处见差错清单"] if rest > 0 else []
    if any("…" in line for line in lines):
        more.append("写不下的用“…”略去，全文见差错清单")
    return "\n".join([lines[0], rule, *lines[1:], *more])


def _row(fault: Fault) -> tuple[str, ...]:
    where = f"{fault.file} {fault.place}".strip()
    return (where, fault.column, fault.value, fault.message, fault.mend)
