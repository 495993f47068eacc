"""Cell formats of the workbook: few, named, made once each."""

from typing import Any, Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from mingzhang.terms.unit import Unit

_FONT: Final = {"font_name": "宋体", "font_size": 10, "valign": "vcenter"}
_GRID: Final = {**_FONT, "border": 1}

_NAMED: Final[dict[str, dict[str, Any]]] = {
    "title": {**_FONT, "font_name": "方正小标宋简体", "font_size": 18, "align": "center", "text_wrap": True},
    "left": {**_FONT, "align": "left"},
    "right": {**_FONT, "align": "right"},
    "note": {**_FONT, "align": "left", "valign": "top", "text_wrap": True},
    "head": {**_GRID, "align": "center", "text_wrap": True, "bold": True},
    "middle": {**_GRID, "align": "center", "text_wrap": True, "num_format": "General"},
    "label": {**_GRID, "align": "left", "text_wrap": True, "num_format": "@"},
    "figure": {**_GRID, "align": "right"},
    "text": {**_FONT, "num_format": "@"},
    "yuan": {**_FONT, "num_format": "#,##0.00"},
    "count": {**_FONT, "num_format": "General"},
    "column": {**_FONT, "bold": True, "bottom": 1},
    "link": {**_GRID, "font_color": "#0B5394", "underline": 1},
    "plain_link": {**_FONT, "font_color": "#0B5394", "underline": 1},
}


class Formats:
    """The formats of one workbook by what they are for."""

    def __init__(self, book: Workbook) -> None:
        """None yet: each is made when first asked for, in the order of asking."""
        self._book = book
        self._made: dict[tuple[str, tuple[tuple[str, object], ...]], Format] = {}

    def get(self, name: str, **more: object) -> Format:
        """The named format with these properties besides."""
        key = (name, tuple(sorted(more.items())))
        if key not in self._made:
            self._made[key] = self._book.add_format({**_NAMED[name], **more})
        return self._made[key]


def number_format(unit: Unit, zero: str) -> str:
    """How Excel shows a figure: the unit's decimals, and nothing (or the mark `zero`) for nothing."""
    digits = "#,##0" + ("." + "0" * unit.decimals if unit.decimals else "")
    if zero == unit.show(0):
        return digits
    mark = zero.replace('"', "")
    return f'{digits};-{digits};"{mark}"' if mark else f"{digits};-{digits};"
