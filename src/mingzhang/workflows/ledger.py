"""Opening the books: from the files of one or several units to a frozen snapshot, or a list of every fault."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from mingzhang.books.codes import BookCodes
from mingzhang.books.fault import BooksRefused, Fault, Gravity
from mingzhang.books.posting import Posting
from mingzhang.books.voucher import duplicate_fault, unbalanced_fault
from mingzhang.engines.duck import DuckEngine, store
from mingzhang.engines.snapshot import Snapshot
from mingzhang.engines.vouchers import repeated, unbalanced
from mingzhang.reading.books import BooksReading, open_books
from mingzhang.reading.mapping import BadMapping, load_mapping
from mingzhang.reading.unit.year import UnitYear
from mingzhang.standards import codes
from mingzhang.workflows.progress import Progress, counted, silent

_STEP = "读入账簿"


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
    snapshot = store(counted(_postings(readings), _STEP, progress), directory)
    faults = [replace(f, file=str(folder / f.file)) for folder, reading in readings for f in reading.faults]
    spoiled = frozenset().union(*(reading.spoiled for _, reading in readings))
    faults += _voucher_faults(snapshot, spoiled)
    if any(fault.gravity is Gravity.ERROR for fault in faults):
        snapshot.discard()
        raise BooksRefused(tuple(faults))
    return Ledger(DuckEngine(snapshot), tuple(faults))


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


def _postings(readings: list[tuple[Path, BooksReading]]) -> Iterator[Posting]:
    """The postings of all units; those of a member say in which of the directories their file lies."""
    for folder, reading in readings:
        if folder == Path():
            yield from reading.postings()
        else:
            yield from (replace(posting, file=str(folder / posting.file)) for posting in reading.postings())


def _voucher_faults(snapshot: Snapshot, spoiled: frozenset[str]) -> list[Fault]:
    """What is wrong with whole vouchers; those that lost a line to an error are not blamed a second time."""
    sums = [unbalanced_fault(found) for found in unbalanced(snapshot) if found.voucher not in spoiled]
    return sums + [duplicate_fault(found) for found in repeated(snapshot)]
