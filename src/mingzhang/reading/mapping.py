"""ColumnMapping 栏目对照: a unit's own column names and words, saved as TOML so that they are explained once."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeVar

from mingzhang.books.words import Words, plain
from mingzhang.reading.columns import HEADER_OF
from mingzhang.terms.classification import FundSource, Nature

COLUMNS: Final = "栏目"
FUNDS: Final = "资金性质"
NATURES: Final = "支出性质"
NOT_NEEDED: Final = "不用"

_Member = TypeVar("_Member", FundSource, Nature)
_FIELDS: Final = {plain(header): name for name, header in HEADER_OF.items()} | {plain(name): name for name in HEADER_OF}


class BadMapping(ValueError):
    """A mapping file that cannot be understood; the message says which line to mend and how."""


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """Own header → canonical field (empty when not needed), and own words for 资金性质 and 支出性质."""

    columns: Mapping[str, str] = field(default_factory=dict)
    words: Words = field(default_factory=Words)

    def field_of(self, header: str) -> str | None:
        """The field the unit's own header stands for; None when the mapping does not speak of it."""
        return self.columns.get(header.strip()) if self.columns else None


def load_mapping(path: Path) -> ColumnMapping:
    """The mapping saved in a TOML file; BadMapping says what cannot be understood."""
    try:
        return parse_mapping(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise BadMapping(f"读不了对照文件 {path.name}：{error}；请存为 UTF-8 的 TOML 文件") from None


def parse_mapping(text: str) -> ColumnMapping:
    """The mapping a TOML text states, with Chinese or English field names."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadMapping(f"对照文件不是有效的 TOML：{error}") from None
    tables = {name: _table(content, name) for name in (COLUMNS, FUNDS, NATURES)}
    if unknown := sorted(set(content) - set(tables)):
        raise BadMapping(f"对照文件中不认识 [{unknown[0]}]，只能有 {'、'.join(f'[{name}]' for name in tables)}")
    columns = {own.strip(): _field(own, name) for own, name in tables[COLUMNS].items()}
    funds = {own: _member(FundSource, own, name) for own, name in tables[FUNDS].items()}
    natures = {own: _member(Nature, own, name) for own, name in tables[NATURES].items()}
    return ColumnMapping(columns, Words(funds, natures))


def dump_mapping(mapping: ColumnMapping) -> str:
    """The TOML text that `parse_mapping` reads back to the same mapping."""
    parts = (
        (COLUMNS, {own: HEADER_OF.get(name, NOT_NEEDED) for own, name in mapping.columns.items()}),
        (FUNDS, {own: fund.value for own, fund in mapping.words.funds.items()}),
        (NATURES, {own: nature.value for own, nature in mapping.words.natures.items()}),
    )
    return "\n".join(_section(title, rows) for title, rows in parts if rows)


def suggestion(unknown: Iterable[str]) -> str:
    """The TOML to complete so that these headers are understood."""
    return f'["{COLUMNS}"]\n' + "\n".join(f'{_quoted(header)} = "{NOT_NEEDED}"' for header in unknown)


def _section(title: str, rows: Mapping[str, str]) -> str:
    return f'["{title}"]\n' + "".join(f"{_quoted(own)} = {_quoted(name)}\n" for own, name in rows.items())


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in escaped) + '"'


def _table(content: dict[str, object], name: str) -> dict[str, str]:
    table = content.get(name, {})
    if not isinstance(table, dict) or not all(isinstance(value, str) for value in table.values()):
        raise BadMapping(f'对照文件的 ["{name}"] 应是一行行的 "本单位的叫法" = "标准叫法"')
    return table


def _field(own: str, name: str) -> str:
    if name in ("", NOT_NEEDED):
        return ""
    if plain(name) not in _FIELDS:
        raise BadMapping(f"对照文件把“{own}”对到“{name}”，没有这个栏目；可用的有 {'、'.join(HEADER_OF.values())}")
    return _FIELDS[plain(name)]


def _member(kind: type[_Member], own: str, name: str) -> _Member:
    for member in kind:
        if name in (member.value, member.name):
            return member
    raise BadMapping(f"对照文件把“{own}”对到“{name}”；可用的有 {'、'.join(member.value for member in kind)}")
