"""Page 网页锚点: the figures that our web page names in data-address and data-fen."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from mingzhang.disclosure.fact import Facts
from mingzhang.disclosure.position import Position
from mingzhang.reading.own.anchored import Anchored, facts_of, unit_named, unit_of
from mingzhang.terms.unit import Unit


def exact_of(tree: LexborHTMLParser, file: str) -> Facts | None:
    """The exact figures of a page of ours; None for anyone else's."""
    return facts_of(_anchored(tree, file))


def _anchored(tree: LexborHTMLParser, file: str) -> Iterator[Anchored]:
    units = {_get(node, "data-address"): _unit(node) for node in tree.css("data[data-address]")}
    sheets: dict[int, Unit] = {}
    for node in tree.css("td[data-address][data-fen]"):
        address = _get(node, "data-address")
        unit = units.get(address) or _printed_unit(node, sheets)
        words = node.text(strip=True)
        printed = words if _is_money(unit, words) else None
        yield Anchored(address, Position(file, cell=address), unit, _get(node, "data-fen"), printed)
    for node in tree.css("[data-address][data-fen], data[data-address][value]"):
        address = _get(node, "data-address")
        value = _get(node, "data-fen") or _get(node, "value")
        yield Anchored(address, Position(file, cell=address), units.get(address) or unit_of("万元"), value)


def _unit(node: LexborNode) -> Unit:
    return unit_of(_get(node, "data-unit"), _get(node, "data-scale"), _get(node, "data-decimals"))


def _is_money(unit: Unit, words: str) -> bool:
    """Whether a cell prints an amount, with or without digits; other figures stand among words: ≥10000张."""
    return unit.is_money or not words or words.isdigit()


def _printed_unit(node: LexborNode, sheets: dict[int, Unit]) -> Unit:
    """The unit that the lines above the statement of a cell say."""
    above = node.parent
    while above is not None and "sheet" not in (above.attributes.get("class") or "").split():
        above = above.parent
    if above is None:
        return unit_of("万元")
    if above.mem_id not in sheets:
        meta = above.css_first(".meta")
        sheets[above.mem_id] = unit_named(meta.text() if meta is not None else "")
    return sheets[above.mem_id]


def _get(node: LexborNode, name: str) -> str:
    return node.attributes.get(name) or ""
