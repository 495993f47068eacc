"""Reads the page back with a parser of its own, knowing only the attributes that the page promises."""

from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from mingzhang.disclosure.address import Address


class HtmlPage:
    """A parsed page."""

    def __init__(self, data: bytes) -> None:
        self.tree: Any = LexborHTMLParser(data.decode("utf-8"))

    def facts(self) -> dict[Address, int]:
        """Exact values: from the cells of tables, and from the panels, which must not differ."""
        found: dict[Address, int] = {}
        for node in [*self.tree.css("td[data-fen]"), *self.tree.css("g[data-fen], a[data-fen]")]:
            self._keep(found, node, "data-fen")
        for node in self.tree.css("data[data-address]"):
            self._keep(found, node, "value")
        return found

    @staticmethod
    def _keep(found: dict[Address, int], node: LexborNode, name: str) -> None:
        address, value = Address.parse(node.attributes["data-address"] or ""), int(node.attributes[name] or "")
        assert found.setdefault(address, value) == value, address

    def printed(self) -> dict[Address, str]:
        """The words in the cell of each figure."""
        cells = self.tree.css("td[data-address]")
        return {Address.parse(c.attributes["data-address"] or ""): c.text(strip=True) for c in cells}

    def paragraphs(self) -> list[str]:
        """The running text."""
        return [p.text() for p in self.tree.css("main > p, main .turned > p")]

    def ids(self) -> list[str]:
        """Every identifier in order."""
        return [node.attributes["id"] or "" for node in self.tree.css("[id]")]

    def links(self) -> list[str]:
        """Where every link leads."""
        return [node.attributes["href"] or "" for node in self.tree.css("a")]

    def panel(self, address: str) -> Any:
        """The panel of a figure."""
        own = Address.parse(address)
        found = self.tree.css_first(f'section[id="f-{own.statement}.{own.row}.{own.column}"]')
        assert found is not None
        return found
