"""AccountingXml 会计软件数据接口: what the records of a GB/T 24589 file say.

Elements are known by local name in any namespace; a value stands as the element's text or in a Value child. What
an auxiliary item 辅助项 means is defined by 科目辅助核算 of the account or of an account above it, and codes of
资金性质 and 支出性质 become words through 自定义档案值. The interface has no elements of its own for the budgetary
dimensions, so elements that name them plainly, such as 支出功能分类, are understood as well.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from lxml import etree

from mingzhang.books.raw import Raw, RawBalance, RawLine
from mingzhang.books.value import BadValue, as_fen
from mingzhang.books.words import plain
from mingzhang.reading.columns import BALANCE_SPELLINGS, VOUCHER_SPELLINGS
from mingzhang.reading.mapping import ColumnMapping
from mingzhang.reading.xml_shape import Shapes
from mingzhang.reading.xml_stream import local, records
from mingzhang.terms.money import to_yuan

_VOUCHER: Final = frozenset(("记账凭证", "会计凭证", "凭证", "记账凭证信息"))
_ENTRY: Final = frozenset(("分录", "分录行", "记账凭证分录", "凭证分录", "凭证明细", "记账凭证明细", "明细"))
_ENTRIES: Final = frozenset(("分录列表", "分录集", "凭证分录列表", "分录行列表"))
_BALANCE: Final = frozenset(("科目余额及发生额", "科目余额", "科目余额表"))
_AUXILIARY: Final = frozenset(("科目辅助核算",))
_ARCHIVE: Final = frozenset(("自定义档案值",))
_RECORDS: Final = _VOUCHER | _BALANCE | _AUXILIARY | _ARCHIVE
_AUX_TAG = re.compile(r"辅助项(\d{1,2})(?:编号|编码|代码)?")
_WIDTH: Final = len(RawLine._fields)
_PLACES: Final = {name: place for place, name in enumerate(RawLine._fields)}
_UNUSED: Final = -1
_NESTED: Final = -2
_ACCOUNT: Final = _PLACES["account"]
_TRANSLATED: Final = tuple((_PLACES[name], name) for name in ("fund", "nature"))
_KEY: Final = ("account", "function", "economic", "fund", "nature", "project", "project_name", "counterparty")
_SHARED: Final = ""


@dataclass
class Archives:
    """What auxiliary items mean, learnt from all the files of a reading."""

    items: dict[tuple[str, int], str] = field(default_factory=dict)
    """(account, number of the item) → canonical field; the account "" speaks for all that say nothing."""

    names: dict[str, dict[str, str]] = field(default_factory=dict)
    """archive → code → name."""

    archive_of: dict[str, str] = field(default_factory=dict)
    """canonical field → the archive its codes are listed in."""

    _found: dict[tuple[str, int], str] = field(default_factory=dict)

    def field_of(self, account: str, number: int) -> str:
        """The field an auxiliary item of an account carries; empty when it is none of ours."""
        known = self._found.get((account, number))
        if known is None:
            accounts = (*(account[:length] for length in range(len(account), 3, -1)), _SHARED)
            known = next((name for code in accounts if (name := self.items.get((code, number)))), "")
            self._found[account, number] = known
        return known

    def define(self, account: str, number: int, name: str, archive: str) -> None:
        """Take what an auxiliary item of an account means."""
        self.items[account, number] = name
        self.archive_of.setdefault(name, archive)
        self._found.clear()

    def word(self, name: str, code: str) -> str:
        """The word a code of 资金性质 or 支出性质 stands for; itself when no archive knows it."""
        return self.names.get(self.archive_of.get(name, ""), {}).get(code, code)


@dataclass
class _YearBalance:
    """The periods of one account with its auxiliary items, drawn together to a year."""

    first: int
    last: int
    fields: dict[str, Raw]

    def add(self, period: int, fields: dict[str, str]) -> None:
        """Take another period: the earliest gives the opening, the latest the closing, turnovers are added."""
        opening, closing = _parts(fields, "opening"), _parts(fields, "closing")
        self.fields |= (opening if period < self.first else {}) | (closing if period > self.last else {})
        self.first, self.last = min(self.first, period), max(self.last, period)
        for name in ("debit", "credit"):
            self.fields[name] = _sum(self.fields.get(name, ""), fields.get(name, ""))


def _parts(fields: dict[str, str], prefix: str) -> dict[str, str]:
    return {name: value for name, value in fields.items() if name.startswith(prefix)}


def _sum(one: Raw, other: Raw) -> Raw:
    """The sum of two amounts; whichever is no amount is kept as it stands, to be reported."""
    for value in (one, other):
        try:
            as_fen(value)
        except BadValue:
            return value
    return to_yuan(as_fen(one) + as_fen(other))


class AccountingXml:
    """Reads the files of one reading; `balances` are complete once `lines` of all files are exhausted."""

    def __init__(self, mapping: ColumnMapping) -> None:
        """Start with nothing known but the unit's own mapping."""
        self._mapping = mapping
        self._archives = Archives()
        self._voucher_tags: dict[str, int] = {}
        self._shapes = Shapes(self._place_of)
        self._balances: dict[tuple[str, ...], _YearBalance] = {}

    def lines(self, path: Path) -> Iterator[tuple[str, RawLine]]:
        """The voucher lines of a file in order; definitions and balances met on the way are kept."""
        number = 0
        for element in records(path, _RECORDS):
            name = local(str(element.tag))
            if name in _VOUCHER:
                for values in self._voucher(element):
                    number += 1
                    yield f"第{number}条分录", values
            elif name in _BALANCE:
                self._take_balance(element)
            elif name in _AUXILIARY:
                self._define(_texts(element))
            else:
                self._list(_texts(element))

    def balances(self) -> Iterator[tuple[str, RawBalance]]:
        """The balances of the year, one line for each account with its auxiliary items."""
        for number, balance in enumerate(self._balances.values(), 1):
            yield f"第{number}条余额", RawBalance(**balance.fields)

    def _voucher(self, element: etree._Element) -> Iterator[RawLine]:
        """One line for a flat record; one for each entry of a nested one, which shares the head's values."""
        head: list[str] = [""] * _WIDTH
        auxiliary: list[tuple[int, str]] = []
        flat = self._shapes.texts(element)
        entries = [] if flat else self._fill(element, head, auxiliary)
        for place, text in flat or ():
            if place < _WIDTH:
                head[place] = text
            elif text.strip():
                auxiliary.append((place - _WIDTH, text))
        if not entries and any(head):
            yield self._finished(head, auxiliary)
        for entry in entries:
            values, own = list(head), list(auxiliary)
            self._fill(entry, values, own)
            yield self._finished(values, own)

    def _fill(
        self, element: etree._Element, values: list[str], auxiliary: list[tuple[int, str]]
    ) -> list[etree._Element]:
        """Put the element's values into their places; give back the entries nested in it."""
        entries = []
        for child in element:
            place = self._place_of(local(str(child.tag)))
            if place == _NESTED:
                entries += _entries(child)
            elif place >= _WIDTH:
                auxiliary.append((place - _WIDTH, _text(child)))
            elif place >= 0:
                values[place] = _text(child)
        return entries

    def _place_of(self, tag: str) -> int:
        """Where in a raw line the text of an element belongs; auxiliary items count on behind its fields."""
        known = self._voucher_tags.get(tag)
        if known is None:
            known = self._voucher_tags[tag] = self._find_place(tag)
        return known

    def _find_place(self, tag: str) -> int:
        if tag in _ENTRY or tag in _ENTRIES:
            return _NESTED
        if found := _AUX_TAG.fullmatch(tag):
            return _WIDTH + int(found[1])
        name = self._field(tag, VOUCHER_SPELLINGS)
        return _PLACES.get(name, _UNUSED)

    def _field(self, tag: str, spellings: Mapping[str, str]) -> str:
        own = self._mapping.field_of(tag)
        return own if own is not None else spellings.get(plain(tag), "")

    def _finished(self, values: list[str], auxiliary: list[tuple[int, str]]) -> RawLine:
        account = values[_ACCOUNT]
        for number, text in auxiliary:
            if name := self._archives.field_of(account, number):
                place = _PLACES[name]
                values[place] = values[place] or text
        for place, name in _TRANSLATED:
            if values[place]:
                values[place] = self._archives.word(name, values[place])
        return RawLine._make(values)

    def _take_balance(self, element: etree._Element) -> None:
        texts = _texts(element)
        fields: dict[str, str] = {}
        auxiliary: list[tuple[int, str]] = []
        for tag, text in texts.items():
            if found := _AUX_TAG.fullmatch(tag):
                auxiliary.append((int(found[1]), text))
            elif name := self._field(tag, BALANCE_SPELLINGS):
                fields[name] = text
        for number, text in auxiliary:
            if name := self._archives.field_of(fields.get("account", ""), number):
                fields.setdefault(name, text)
        for _, name in _TRANSLATED:
            if name in fields:
                fields[name] = self._archives.word(name, fields[name])
        if fields:
            self._draw_together(_period(texts.get("会计期间号", "")), fields)

    def _draw_together(self, period: int, fields: dict[str, str]) -> None:
        key = tuple(fields.get(name, "") for name in _KEY)
        known = self._balances.get(key)
        if known is None:
            raw: dict[str, Raw] = {name: text for name, text in fields.items() if name in RawBalance._fields}
            self._balances[key] = _YearBalance(period, period, raw)
        else:
            known.add(period, fields)

    def _define(self, texts: dict[str, str]) -> None:
        """科目辅助核算: the item of this account is called, or listed in the archive of, a field we know."""
        number = re.search(r"\d+", texts.get("辅助项编号", ""))
        account = _first(texts, "科目编号", "科目编码", "科目代码")
        archive = texts.get("对应档案", "")
        for name in (texts.get("辅助项名称", ""), archive, texts.get("辅助项描述", "")):
            known = self._field(name, VOUCHER_SPELLINGS)
            if known in _KEY and number:
                self._archives.define(account, int(number[0]), known, archive or name)
                return

    def _list(self, texts: dict[str, str]) -> None:
        """自定义档案值: a code of an archive and its name."""
        archive = _first(texts, "档案编码", "自定义档案编码", "档案编号", "档案名称", "自定义档案名称")
        code = _first(texts, "档案值编码", "自定义档案值编码", "档案值编号")
        name = _first(texts, "档案值名称", "自定义档案值名称")
        if archive and code and name:
            self._archives.names.setdefault(archive, {})[code] = name


def _entries(child: etree._Element) -> list[etree._Element]:
    """A nested entry itself, or those in a container of entries."""
    return [child] if local(str(child.tag)) in _ENTRY else list(child)


def _text(element: etree._Element) -> str:
    """The text of an element, or of the Value child it has instead."""
    text = element.text
    if text and not text.isspace():
        return text
    return next((child.text or "" for child in element if local(str(child.tag)).lower() == "value"), "")


def _texts(element: etree._Element) -> dict[str, str]:
    """The values of a record by the local names of their elements."""
    return {local(str(child.tag)): _text(child).strip() for child in element}


def _first(texts: dict[str, str], *names: str) -> str:
    return next((texts[name] for name in names if texts.get(name)), "")


def _period(text: str) -> int:
    """The month a period number means: 01, 1, 202101 and 2021-01 are January; without one the whole year."""
    digits = "".join(char for char in text if char.isdecimal())[-2:]
    return int(digits) if digits else 0
