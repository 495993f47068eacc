"""Books in 账套读入: the files of one unit's year, through whichever doors they come, as one stream of postings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from mingzhang.books.classify import BookRules, Classifier
from mingzhang.books.codes import BookCodes
from mingzhang.books.fault import BooksRefused, Fault, Gravity
from mingzhang.books.lines import LineCheck
from mingzhang.books.posting import Posting
from mingzhang.books.problem import FaultLog, Source
from mingzhang.books.raw import RawBalance, RawLine
from mingzhang.books.trial_balance import BalanceCheck
from mingzhang.reading.accounting_xml import AccountingXml
from mingzhang.reading.columns import BALANCE_HEADER_OF, HEADER_OF
from mingzhang.reading.csv_file import csv_sheet
from mingzhang.reading.door import Door, door_of, xml_root
from mingzhang.reading.header import TableKind
from mingzhang.reading.mapping import ColumnMapping
from mingzhang.reading.parquet_file import parquet_sheet
from mingzhang.reading.refusal import Refused
from mingzhang.reading.table import NO_HEAD, Sheet, Table, open_table
from mingzhang.reading.workbook_file import workbook_sheets

_ARCHIVE_ROOTS: Final = frozenset(("公共档案", "公共档案类", "基础档案", "基础信息"))
_CLOSINGS: Final = frozenset(("closing", "closing_debit", "closing_credit"))
_TURNOVERS: Final = frozenset(("debit", "credit"))


@dataclass
class BooksReading:
    """A reading under way: take `postings` to the end, then `faults` is complete.

    Nothing may be kept of the postings before that; `refuse_errors` says whether they can be used.
    """

    _paths: tuple[Path, ...]
    _rules: BookRules
    _mapping: ColumnMapping
    _log: FaultLog = field(default_factory=FaultLog)
    has_openings: bool = False
    """Whether any file states opening balances, be they zero; complete with the postings."""

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong with the files, in the order found."""
        return self._log.faults

    @property
    def spoiled(self) -> frozenset[str]:
        """The numbers of the vouchers that lost a line to an error: whether they balance cannot be said."""
        return frozenset(self._log.spoiled)

    def refuse_errors(self) -> None:
        """Raise BooksRefused when there is any error among the faults."""
        if self._log.has_errors:
            raise BooksRefused(self.faults)

    def postings(self) -> Iterator[Posting]:
        """The postings of all files: vouchers in the order given, then balances.

        All heads are understood first. Beside vouchers a trial balance gives only the opening balances, since its
        turnover is what the vouchers say already.
        """
        run = _Run(self._rules, self._mapping, self._log)
        for path in self._paths:
            run.open(path)
        yield from run.postings()
        self.has_openings = run.has_openings
        if not run.count and not self._log.has_errors:
            names = "、".join(path.name for path in self._paths)
            self._log.add(Fault(names, "", "", "", "没有一行凭证或余额", "放入凭证或科目余额表，见 docs/books.md"))


class _Run:
    """One pass over the files."""

    def __init__(self, rules: BookRules, mapping: ColumnMapping, log: FaultLog) -> None:
        self.count = 0
        self._rules = rules
        self._mapping = mapping
        self._log = log
        self._classifier = Classifier(rules)
        self._tables: list[Table] = []
        self._xml = AccountingXml(mapping)
        self._xml_paths: list[Path] = []
        self._openings: dict[tuple[object, ...], str] = {}

    def open(self, path: Path) -> None:
        """Find out what the file is and understand its heads; what cannot be is a fault."""
        try:
            door = door_of(path)
            if door is Door.XML:
                # Archives explain the codes of the ledgers, so they are read before them.
                self._xml_paths.insert(0 if xml_root(path) in _ARCHIVE_ROOTS else len(self._xml_paths), path)
            else:
                self._open_sheets(path, self._sheets(path, door))
        except Refused as refused:
            self._log.add(refused.fault)

    def _sheets(self, path: Path, door: Door) -> list[Sheet]:
        if door is Door.WORKBOOK:
            return workbook_sheets(path, self._log)
        return [parquet_sheet(path) if door is Door.PARQUET else csv_sheet(path, self._mapping)]

    def _open_sheets(self, path: Path, sheets: list[Sheet]) -> None:
        """Open every sheet with a head; the others are only mentioned when at least one has a head."""
        refusals: list[Refused] = []
        found: list[Table] = []
        for sheet in sheets:
            try:
                table = open_table(sheet, self._mapping, self._log)
            except Refused as refused:
                refusals.append(refused)
            else:
                found += [table] if table else []
        for fault in (refusal.fault for refusal in refusals):
            harmless = found and fault.message == NO_HEAD
            self._log.add(replace(fault, gravity=Gravity.WARNING if harmless else Gravity.ERROR))
        if not found and not refusals:
            raise Refused(path.name, "文件里没有数据", "重新导出；没有数据就不要放进目录")
        self._tables += found

    @property
    def has_openings(self) -> bool:
        """Whether an opening balance was met, or a table in which there could have been one."""
        return bool(self._openings) or any(table.kind is TableKind.BALANCES for table in self._tables)

    def postings(self) -> Iterator[Posting]:
        """Vouchers first, then balances."""
        for posting in self._from_vouchers():
            self.count += 1
            if posting.opening:
                self._check_opening(posting)
            yield posting
        has_vouchers = self.count > 0
        for posting in self._from_balances(has_vouchers):
            self.count += 1
            if posting.opening:
                self._check_opening(posting)
            yield posting

    def _from_vouchers(self) -> Iterator[Posting]:
        for table in self._tables:
            if table.kind is TableKind.VOUCHERS:
                yield from self._lines(table.source, table.lines())
        for path in self._xml_paths:
            yield from self._lines(Source(path.name, HEADER_OF), self._xml.lines(path))

    def _lines(self, source: Source, lines: Iterator[tuple[str, RawLine]]) -> Iterator[Posting]:
        check = LineCheck(source, self._rules, self._classifier, self._log)
        try:
            for place, raw in lines:
                posting = check.posting(raw, place)
                if posting is not None:
                    yield posting
        except Refused as refused:
            self._log.add(refused.fault)

    def _from_balances(self, has_vouchers: bool) -> Iterator[Posting]:
        for table in self._tables:
            if table.kind is TableKind.BALANCES:
                fields = table.layout.places.keys()
                turnover = not has_vouchers and bool(_TURNOVERS & fields)
                yield from self._balances(table.source, table.balances(), turnover, bool(_CLOSINGS & fields))
        if self._xml_paths:
            source = Source(self._xml_paths[-1].name, BALANCE_HEADER_OF)
            yield from self._balances(source, self._xml.balances(), not has_vouchers, True)

    def _balances(
        self, source: Source, rows: Iterator[tuple[str, RawBalance]], turnover: bool, has_closing: bool
    ) -> list[Posting]:
        check = BalanceCheck(source, self._rules, self._classifier, self._log)
        try:
            return check.postings(rows, turnover=turnover, has_closing=has_closing)
        except Refused as refused:
            self._log.add(refused.fault)
            return []

    def _check_opening(self, posting: Posting) -> None:
        """An opening balance handed in twice, in two files or in two ways, would count twice."""
        key = (
            posting.account, posting.function, posting.economic, posting.fund, posting.nature, posting.project,
            posting.counterparty,
        )  # fmt: skip
        first = self._openings.setdefault(key, posting.file)
        if first != posting.file:
            mend = f"{first} 里已经有这个科目的年初余额；只留一份"
            self._log.add(Fault(posting.file, posting.place, "年初余额", posting.account, "年初余额重复", mend))


def open_books(
    paths: Sequence[Path], *, entity: str, year: int, codes: BookCodes, mapping: ColumnMapping | None = None
) -> BooksReading:
    """A reading of these files as the books of unit `entity` (its code) for fiscal year `year`."""
    own = mapping or ColumnMapping()
    return BooksReading(tuple(paths), BookRules(entity, year, codes, own.words), own)
