"""Markup 标记: elements as text, and the names by which links find figures and places."""

from html import escape

from mingzhang.disclosure.address import Address
from mingzhang.publishing.printable import clean


def tag(name: str, *inner: str, **attributes: str | int | None) -> str:
    """An element; `class_` and `data_x` become `class` and `data-x`, an attribute of None is left out."""
    pairs = "".join(f" {_name(k)}={_quoted(v)}" for k, v in attributes.items() if v is not None)
    return f"<{name}{pairs}>{''.join(inner)}</{name}>"


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _quoted(value: str | int) -> str:
    return f'"{escape(clean(str(value)))}"'


def words(text: str) -> str:
    """Text made safe to stand between tags."""
    return escape(clean(text), quote=False)


def slug(address: Address) -> str:
    """The address without brackets and blanks, fit for the end of a web address: `T5.2080108.项目支出`."""
    phase = f"@{address.phase}" if address.phase else ""
    return "".join(f"{address.statement}.{address.row}.{address.column}{phase}".split())


def panel_id(address: Address) -> str:
    """The panel of a figure, shared by its phases 口径."""
    return f"f-{slug(address.at(''))}"


def cell_id(address: Address) -> str:
    """The cell that prints a figure."""
    return f"c-{slug(address)}"


def mention_id(section: str, block: int, run: int) -> str:
    """A sentence's figure, by where it stands."""
    return f"m{section[1:]}-{block}-{run}"


def chart_id(number: int) -> str:
    """A chart with its caption."""
    return f"figure-{number}"


def grid_id(section: str, block: int) -> str:
    """A table that is no statement, by where it stands."""
    return f"g{section[1:]}-{block}"


def grid_cell_id(section: str, block: int, row: int, column: int) -> str:
    """A cell of such a table."""
    return f"{grid_id(section, block)}-{row}-{column}"
