"""Placing: whether what was handed in beside the books speaks of anything that the statements have."""

import difflib
from collections.abc import Iterable, Iterator, Mapping

from mingzhang.books.fault import Fault, Gravity
from mingzhang.disclosure.address import PRIOR, Address, NotAnAddress
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.trace import Entered
from mingzhang.reading.unit.toml_file import unknown_keys
from mingzhang.standards.codes import economic_codes, function_codes
from mingzhang.terms.classification import CodeList, Standing
from mingzhang.workflows.accounts import Accounts

_TABLES = ("reasons", "purposes", "explanations")


def unplaced(accounts: Accounts) -> tuple[Fault, ...]:
    """Hints for budgets of figures that no statement has, and for texts that nothing asks for."""
    places = _Places(accounts)
    return (*_format(accounts), *_figures(accounts.year.entered, places), *_texts(accounts, places))


def _format(accounts: Accounts) -> Iterator[Fault]:
    """A hint when the region's format of that year is only inferred."""
    profile, year = accounts.profile, accounts.year.year
    if year not in profile.seen:
        message = f"没有见过{year}年度的“{profile.label}”公开文本，格式是推断的"
        mend = f"对照当年的模板核对；有文本为据的是{profile.seen.first}至{profile.seen.last}年度"
        yield Fault("unit.toml", "", "year", str(year), message, mend, Gravity.WARNING)


class _Places:
    """The rows and columns of every statement of a year."""

    def __init__(self, accounts: Accounts) -> None:
        self.year = accounts.year.year
        self.known = {address for statement in accounts.statements for address in statement.addresses()}
        self.columns = {(a.statement, a.column) for a in self.known}
        self.rows = {(a.statement, a.row) for a in self.known}

    def has(self, address: Address) -> bool:
        """Whether a statement has the row and the column; a code need not have money to be budgeted for."""
        if (address.statement, address.column) not in self.columns:
            return False
        return (address.statement, address.row) in self.rows or self._is_code(address)

    def _is_code(self, address: Address) -> bool:
        codes: CodeList = economic_codes() if address.statement == "T6" else function_codes()
        return address.row.isdigit() and codes.standing(address.row, self.year) is not Standing.UNKNOWN

    def near(self, address: Address) -> str:
        """How to mend an address: the nearest one there is."""
        names = sorted({str(a) for a in self.known if a.statement == address.statement})
        found = difflib.get_close_matches(str(address.at("")), names, 1, 0.6)
        return f"是否应为 {found[0]}？" if found else "核对报表、行和栏次的名称，写法见 docs/unit.md"


def _figures(facts: Iterable[Fact], places: _Places) -> Iterator[Fault]:
    for fact in facts:
        address = fact.address
        if address.statement == "S" or address.phase == PRIOR or places.has(address):
            continue
        position = fact.trace.position if isinstance(fact.trace, Entered) else None
        where = f"第{position.line}行" if position and position.line else ""
        name = position.file if position else ""
        yield Fault(
            name, where, "", str(address), "报表里没有这个数据项，未使用", places.near(address), Gravity.WARNING
        )


def _texts(accounts: Accounts, places: _Places) -> Iterator[Fault]:
    path = accounts.year.directory / "texts.toml"
    texts = accounts.year.texts
    yield from unknown_keys(path, "顶层", texts, (*_TABLES, "results"))
    for name in _TABLES:
        table = texts.get(name, {})
        if not isinstance(table, Mapping):
            yield Fault(path.name, "", name, str(table), "应是一节", f"写成 [{name}] 一节", Gravity.WARNING)
            continue
        for key, value in table.items():
            if not isinstance(value, str):
                mend = "原因和用途写成带引号的文字"
                yield Fault(path.name, f"[{name}]", key, str(value), "不是文字", mend, Gravity.WARNING)
            elif name == "reasons" and (fault := _reason(path.name, key, places)):
                yield fault


def _reason(file: str, key: str, places: _Places) -> Fault | None:
    try:
        address = Address.parse(key)
    except NotAnAddress as error:
        return Fault(file, "[reasons]", key, "", "不是数据项地址，未使用", str(error), Gravity.WARNING)
    if address.statement == "S" or places.has(address):
        return None
    return Fault(file, "[reasons]", key, "", "报表里没有这个数据项，未使用", places.near(address), Gravity.WARNING)
