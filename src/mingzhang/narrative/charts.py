"""Charts 图: totals of two years side by side, and the parts of a whole, each with its text alternative."""

from collections.abc import Sequence

from mingzhang.disclosure.address import PRIOR, Address
from mingzhang.disclosure.chart import Chart, ChartKind, Point
from mingzhang.narrative.block import BlockKind, Piece
from mingzhang.narrative.breakdown import Part
from mingzhang.narrative.claims import prints, share
from mingzhang.narrative.context import Context
from mingzhang.narrative.render import money
from mingzhang.narrative.render import share as share_text
from mingzhang.narrative.sections import income, spending


def _change(c: Context, title: str, sides: Sequence[tuple[str, Address]]) -> tuple[Piece, ...]:
    bars = [(name, year, fact) for name, fact in sides for year, fact in _years(c, fact)]
    if not any(prints(c.facts, fact) for _, _, fact in bars):
        return ()
    points = tuple(Point(f"{year}年", fact, name) for name, year, fact in bars)
    told = "，".join(f"{year}年度{name}{_money(c, fact)}" for name, year, fact in bars)
    return (Chart(0, title, ChartKind.CHANGE, points, f"柱形图：{told}。"),)


def _years(c: Context, fact: Address) -> list[tuple[int, Address]]:
    base = fact.at(PRIOR)
    return [(c.year - 1, base), (c.year, fact)] if c.known(base) else [(c.year, fact)]


def _structure(c: Context, title: str, whole: Address, parts: Sequence[Part]) -> tuple[Piece, ...]:
    shown = [(name, fact) for name, fact in parts if prints(c.facts, fact)]
    if not shown:
        return ()
    points = tuple(Point(name, fact) for name, fact in shown)
    told = "，".join(f"{name}{_money(c, fact)}{_portion(c, fact, whole)}" for name, fact in shown)
    return (Chart(0, title, ChartKind.STRUCTURE, points, f"结构图：{told}。"),)


def _money(c: Context, fact: Address) -> str:
    return money(c.wording.style, c.unit, c.value(fact))


def _portion(c: Context, part: Address, whole: Address) -> str:
    text = share_text(c.wording.style, share(c.facts, part, whole))
    return f"（占{text}）" if text else ""


def totals(c: Context) -> tuple[Piece, ...]:
    """收、支决算总计变动情况."""
    sides = (("收入总计", Address("T1", "收入总计", "金额")), ("支出总计", Address("T1", "支出总计", "金额")))
    return _change(c, "收、支决算总计变动情况", sides)


def income_parts(c: Context) -> tuple[Piece, ...]:
    """收入决算结构."""
    return _structure(c, "收入决算结构", income.WHOLE, income.PARTS)


def spending_parts(c: Context) -> tuple[Piece, ...]:
    """支出决算结构."""
    return _structure(c, "支出决算结构", spending.WHOLE, spending.PARTS)


def appropriations(c: Context) -> tuple[Piece, ...]:
    """财政拨款收、支决算总计变动情况."""
    sides = (
        ("财政拨款收入总计", Address("T4", "收入总计", "金额")),
        ("财政拨款支出总计", Address("T4", "支出总计", "合计")),
    )
    return _change(c, "财政拨款收、支决算总计变动情况", sides)


BLOCKS = {
    "chart.totals": BlockKind(totals, {}),
    "chart.income": BlockKind(income_parts, {}),
    "chart.spending": BlockKind(spending_parts, {}),
    "chart.appropriations": BlockKind(appropriations, {}),
}
