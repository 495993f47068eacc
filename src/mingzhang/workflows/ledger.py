"""Opening the books: from the files of one or several units to a frozen snapshot, or a list of every fault."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from mingzhang.books.codes import BookCodes
from mingzhang.books.fault import BooksRefused, Fault, Gravity
from mingzhang.books.posting import Posting
from mingzhang.books.voucher import duplicate_fault, unbalanced_fault, unpaired_fault
from mingzhang.engines.duck import DuckEngine, store
from mingzhang.engines.snapshot import Snapshot
from mingzhang.engines.vouchers import repeated, unbalanced, unpaired
from mingzhang.reading.books import BooksReading, open_books
from mingzhang.reading.mapping import BadMapping, load_mapping
from mingzhang.reading.unit.year import UnitYear
from mingzhang.standards import codes
from mingzhang.workflows.progress import Progress, counted, silent

_STEP = "读入账簿"
_TRANSFERS = ("6201", "6301", "7401", "7501")
"""Accounts of 上级补助, 附属单位上缴 and what answers to them: what may pass between units."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The books of a year, ready to be asked, with the hints that did not stop them."""

    engine: DuckEngine
    hints: tuple[Fault, ...]


def open_ledger(year: UnitYear, directory: Path, progress: Progress = silent) -> Ledger:
    """Freeze the books of a unit, or of all units of a department, in `directory`.

    Raises BooksRefused with every fault; the directory then holds nothing that a later run would take for books.
    """
    readings = [(leaf.directory.relative_to(year.directory), _reading(leaf)) for leaf in year.leaves if leaf.books]
    snapshot = store(counted(_postings(readings, _codes_of_members(year)), _STEP, progress), directory)
    faults = [replace(f, file=str(folder / f.file)) for folder, reading in readings for f in reading.faults]
    spoiled = frozenset().union(*(reading.spoiled for _, reading in readings))
    faults += _voucher_faults(snapshot, spoiled)
    if any(fault.gravity is Gravity.ERROR for fault in faults):
        snapshot.discard()
        raise BooksRefused(tuple(faults))
    engine = DuckEngine(snapshot)
    return Ledger(engine, (*faults, *_unnamed(year, engine), *_absent(year, readings, engine)))


def book_codes() -> BookCodes:
    """The code lists that the books are held against."""
    return BookCodes(codes.accounts(), codes.function_codes(), codes.economic_codes())


def _reading(leaf: UnitYear) -> BooksReading:
    try:
        mapping = load_mapping(leaf.mapping) if leaf.mapping else None
    except (BadMapping, OSError) as error:
        name = leaf.mapping.name if leaf.mapping else ""
        raise BooksRefused((Fault(name, "", "", "", "列名对照文件不可用", str(error)),)) from None
    return open_books(leaf.books, entity=leaf.entity.code, year=leaf.year, codes=book_codes(), mapping=mapping)


def _postings(readings: list[tuple[Path, BooksReading]], codes: Mapping[str, str]) -> Iterator[Posting]:
    """The postings of all units; those of a member say in which directory their file lies, and name members by code."""
    for folder, reading in readings:
        if folder == Path():
            yield from reading.postings()
        else:
            for posting in reading.postings():
                other = codes.get(posting.counterparty, posting.counterparty)
                yield replace(posting, file=str(folder / posting.file), counterparty=other)


def _codes_of_members(year: UnitYear) -> dict[str, str]:
    """The codes of a department's units by their names, full and short: vouchers name the other unit either way."""
    units = [leaf.entity for leaf in year.leaves]
    return {name: unit.code for unit in units for name in (unit.short, unit.name) if name}


def _unnamed(year: UnitYear, engine: DuckEngine) -> list[Fault]:
    """Hints for transfers between units of a department that do not say with whom."""
    if not year.members:
        return []
    names = {leaf.entity.code: leaf.entity.name for leaf in year.leaves}
    missing = {
        (b.entity, b.account[:4])
        for b in engine.balances()
        if b.account.startswith(_TRANSFERS) and not (b.counterparty or b.closing or b.opening)
    }
    mend = "在“往来单位”一栏写对方单位的代码或名称；部门内部的往来据此抵销，部门以外的也请写明"
    return [
        Fault(names[entity], "", "往来单位", account, "没有写往来单位", mend, Gravity.WARNING)
        for entity, account in sorted(missing)
    ]


def _absent(year: UnitYear, readings: list[tuple[Path, BooksReading]], engine: DuckEngine) -> list[Fault]:
    """Hints for units whose books have no openings, or nothing but openings."""
    busy = {b.entity for b in engine.balances() if not b.opening}
    found = []
    for leaf, (_, reading) in zip((leaf for leaf in year.leaves if leaf.books), readings, strict=True):
        if not reading.has_openings:
            mend = "年初有结转结余的，把年初余额表放进 books/；确实全是零的，放一张写零的表就不再提示"
            found.append(Fault(leaf.entity.name, "", "年初余额", "", "没有年初余额，按零处理", mend, Gravity.WARNING))
        if leaf.entity.code not in busy:
            mend = "检查凭证文件是不是只有表头"
            found.append(Fault(leaf.entity.name, "", "凭证", "", "没有本年的发生额", mend, Gravity.WARNING))
    return found


def _voucher_faults(snapshot: Snapshot, spoiled: frozenset[str]) -> list[Fault]:
    """What is wrong with whole vouchers; those that lost a line to an error are not blamed a second time."""
    sums = [unbalanced_fault(found) for found in unbalanced(snapshot) if found.voucher not in spoiled]
    twice = [duplicate_fault(found) for found in repeated(snapshot)]
    return sums + twice + [unpaired_fault(*found) for found in unpaired(snapshot)]
