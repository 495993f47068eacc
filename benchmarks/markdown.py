"""Markdown: tables and verdicts as the report writes them."""

from collections.abc import Iterable, Sequence

RIGHT = "---:"


def table(head: Sequence[str], rows: Iterable[Sequence[str]], align: Sequence[str]) -> str:
    """A table."""
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, align, *rows))


def met(met: bool) -> str:
    """Whether a target was met, in words."""
    return "达到" if met else "**没有达到**"


def share(part: int, whole: int) -> str:
    """A part of a whole in percent."""
    return f"{100 * part / whole:.2f}%" if whole else "—"
