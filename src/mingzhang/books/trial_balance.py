"""TrialBalance 科目余额表: raw lines of balances checked against each other and turned into postings.

Only leaves become postings: where an account stands beside its sub-accounts, or without auxiliary items beside
itself with them, the upper line must be their sum and is then left out. Turnover is dated on the last day of the
year and has no voucher. Income and spending accounts that are already closed (closing balance nothing) give their
natural side as the year's figure and the other side as the year-end transfer.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from mingzhang.books.classify import BookRules, Classified, Classifier
from mingzhang.books.dimension import is_budgetary
from mingzhang.books.entry import fen_of, text_of
from mingzhang.books.fault import Fault, Gravity
from mingzhang.books.posting import Posting
from mingzhang.books.problem import FaultLog, Problem, Source
from mingzhang.books.raw import Dimensions, Raw, RawBalance
from mingzhang.books.value import is_blank
from mingzhang.books.words import TOTAL_WORDS, plain, side_of
from mingzhang.books.year_end import told_apart
from mingzhang.terms.money import Fen, to_yuan
from mingzhang.terms.selection import Side

_AMOUNT_FIELDS: Final = (
    "opening", "opening_debit", "opening_credit", "debit", "credit", "closing", "closing_debit", "closing_credit",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One line of a trial balance in fen, balances net of debit; `has_closing` when a closing balance was given."""

    place: str
    dimensions: Classified
    project: str
    counterparty: str
    opening: Fen
    debit: Fen
    credit: Fen
    closing: Fen
    has_closing: bool

    @property
    def account(self) -> str:
        """The account code."""
        return self.dimensions.account

    @property
    def is_bare(self) -> bool:
        """Whether it carries no auxiliary item at all."""
        d = self.dimensions
        return not (d.function or d.economic or d.fund or d.nature or self.project or self.counterparty)

    @property
    def sums(self) -> tuple[Fen, Fen, Fen, Fen]:
        """The four figures that an upper line must share with the sum of its parts."""
        return self.opening, self.debit, self.credit, self.closing


_SUM_NAMES: Final = ("年初余额", "本年借方发生额", "本年贷方发生额", "年末余额")


class BalanceCheck:
    """Checks the trial balance of one file."""

    def __init__(self, source: Source, rules: BookRules, classifier: Classifier, log: FaultLog) -> None:
        """Check lines of `source` against `rules`; what is wrong goes to `log`."""
        self._source = source
        self._rules = rules
        self._classifier = classifier
        self._log = log
        self._is_whole = True
        self._closed: frozenset[str] = frozenset()

    def postings(
        self, rows: Iterable[tuple[str, RawBalance]], *, turnover: bool = True, has_closing: bool = True
    ) -> list[Posting]:
        """The postings of the table; without `turnover` only the opening balances, because vouchers give the rest."""
        lines = [line for place, raw in rows if (line := self._line(raw, place, has_closing)) is not None]
        leaves = self._leaves(lines)
        self._check_arithmetic(leaves if turnover else ())
        if self._is_whole:
            self._check_sides(leaves, turnover)
        self._closed = _closed(leaves)
        numbered = enumerate((line for line in leaves if self._is_usable(line, turnover)), 1)
        return told_apart([posting for number, line in numbered for posting in self._of(number, line, turnover)])

    def _line(self, raw: RawBalance, place: str, has_closing: bool) -> AccountLine | None:
        if self._is_no_line(raw, place):
            return None
        problems: list[Problem] = []
        amounts = {name: fen_of(getattr(raw, name), name, problems) for name in _AMOUNT_FIELDS}
        found = self._classifier.classify(
            Dimensions(raw.account, raw.account_name, raw.function, raw.economic, raw.fund, raw.nature)
        )
        # Whether a dimension may be missing depends on whether the line is a leaf, which is only known at the end.
        problems += [problem for problem in found.problems if not is_blank(problem.value) or problem.field == "account"]
        project = text_of(raw.project, "project", problems) or text_of(raw.project_name, "project_name", problems)
        counterparty = text_of(raw.counterparty, "counterparty", problems)
        self._check_entity(raw.entity, problems)
        opening = self._net(raw.opening_side, amounts, "opening", found.account, problems)
        closing = self._net(raw.closing_side, amounts, "closing", found.account, problems)
        debit, credit = amounts["debit"], amounts["credit"]
        for problem in problems:
            self._log.report(self._source, place, problem)
        if any(problem.gravity is Gravity.ERROR for problem in problems):
            self._is_whole = False
            return None
        if not has_closing:
            closing = opening + debit - credit
        return AccountLine(place, found, project, counterparty, opening, debit, credit, closing, has_closing)

    def _is_no_line(self, raw: RawBalance, place: str) -> bool:
        if not is_blank(raw.account) and not (isinstance(raw.account, str) and plain(raw.account) in TOTAL_WORDS):
            return False
        if all(is_blank(value) for value in raw):
            return True
        words = [value for value in raw if isinstance(value, str) and plain(value) in TOTAL_WORDS]
        return bool(words)

    def _check_entity(self, value: Raw, problems: list[Problem]) -> None:
        text = text_of(value, "entity", problems)
        if text and text != self._rules.entity:
            mend = f"这里只收单位 {self._rules.entity} 的账；把别的单位的余额移到它自己的目录"
            problems.append(Problem("entity", value, "单位编码与本单位不符", mend))

    def _net(self, side: Raw, amounts: dict[str, Fen], name: str, account: str, problems: list[Problem]) -> Fen:
        """The balance net of debit. A single column follows its side, or the account's nature when no side is given."""
        pair = amounts[f"{name}_debit"] - amounts[f"{name}_credit"]
        single = amounts[name]
        if not single:
            return pair
        word = text_of(side, f"{name}_side", problems)
        given = side_of(word)
        if word and given is None and plain(word) != "平":
            problems.append(Problem(f"{name}_side", side, "余额方向不是借或贷", "填写借或贷"))
        credit = given is Side.CREDIT or (given is None and natural_side(account) is Side.CREDIT)
        return -single if credit else single

    def _leaves(self, lines: Sequence[AccountLine]) -> list[AccountLine]:
        """The lines that are not sums of others; a sum that does not agree with its parts is a fault."""
        by_account: dict[str, list[AccountLine]] = {}
        for line in lines:
            by_account.setdefault(line.account, []).append(line)
        parents = {code[:length] for code in by_account for length in range(4, len(code))}
        leaves: list[AccountLine] = []
        for account, group in by_account.items():
            bare = [line for line in group if line.is_bare]
            detailed = [line for line in group if not line.is_bare]
            if account in parents:
                below = [
                    p for code, part in by_account.items() if code != account and code.startswith(account) for p in part
                ]
                self._check_sum(bare or detailed, _lowest(below))
                continue
            if bare and detailed:
                self._check_sum(bare, detailed)
            leaves += detailed or bare
        return leaves

    def _check_sum(self, upper: Sequence[AccountLine], parts: Sequence[AccountLine]) -> None:
        """A sum must agree with its parts; a line that was lost to an error is not blamed a second time."""
        if not self._is_whole:
            return
        for name, whole, total in zip(_SUM_NAMES, _added(upper), _added(parts), strict=True):
            if whole != total:
                mend = f"下级合计 {to_yuan(total):,}，相差 {to_yuan(whole - total):,} 元；核对是否缺下级科目或辅助项"
                self._add(
                    upper[0].place, name, f"{to_yuan(whole):,}", f"科目 {upper[0].account} 的{name}不等于下级合计", mend
                )

    def _check_arithmetic(self, leaves: Iterable[AccountLine]) -> None:
        for line in leaves:
            expected = line.opening + line.debit - line.credit
            if line.has_closing and line.closing != expected:
                mend = f"按年初余额和发生额计算应为 {_sided(expected)}，相差 {to_yuan(line.closing - expected):,} 元"
                self._add(line.place, "年末余额", _sided(line.closing), "年初余额加减发生额不等于年末余额", mend)

    def _check_sides(self, leaves: Sequence[AccountLine], turnover: bool) -> None:
        """Σ debit = Σ credit of openings, turnover and closings, each half of 平行记账 by itself."""
        for half, label in ((False, "财务会计"), (True, "预算会计")):
            opening, debit, credit, closing = _added([x for x in leaves if is_budgetary(x.account) is half])
            gaps = (("年初余额", opening), ("本年发生额", debit - credit), ("年末余额", closing))
            for name, gap in gaps if turnover else gaps[:1]:
                if gap:
                    mend = f"借方比贷方多 {to_yuan(gap):,} 元；核对是否缺科目"
                    self._add("", name, f"{to_yuan(gap):,}", f"{label}科目的{name}借贷不平", mend)

    def _is_usable(self, line: AccountLine, turnover: bool) -> bool:
        """Whether a leaf that is not empty carries the dimensions its account needs."""
        amounts = line.sums if turnover else (line.opening,)
        if not any(amounts):
            return False
        found = line.dimensions
        missing = [problem for problem in found.problems if is_blank(problem.value) and problem.field != "account"]
        if turnover and (line.debit or line.credit):
            missing += found.if_spending
        for problem in missing:
            self._log.report(self._source, line.place, problem)
        return not any(problem.gravity is Gravity.ERROR for problem in missing)

    def _of(self, number: int, line: AccountLine, turnover: bool) -> Iterator[Posting]:
        blank = self._blank(number, line)
        if line.opening:
            yield replace(blank, opening=True, debit=max(line.opening, 0), credit=max(-line.opening, 0))
        if not turnover:
            return
        year_end = replace(blank, date=date(self._rules.year, 12, 31), summary="科目余额表发生额")
        closed = line.account in self._closed
        natural = natural_side(line.account)
        if line.debit:
            yield replace(year_end, debit=line.debit, closing=closed and natural is Side.CREDIT)
        if line.credit:
            yield replace(year_end, credit=line.credit, closing=closed and natural is Side.DEBIT)

    def _blank(self, number: int, line: AccountLine) -> Posting:
        d = line.dimensions
        return Posting(
            self._rules.entity, None, "", number, "年初余额", d.account, d.function, d.economic, d.fund, d.nature,
            line.project, line.counterparty, 0, 0, file=self._source.file, place=line.place,
        )  # fmt: skip

    def _add(self, place: str, column: str, value: str, message: str, mend: str) -> None:
        self._log.add(Fault(self._source.file, place, column, value, message, mend))


_DEBIT_NATURED: Final = ("1", "5", "7", "8001")
_COUNTER_ASSETS: Final = ("1219", "1602", "1702", "1802", "1832")


def natural_side(account: str) -> Side:
    """The side on which an account of 政府会计制度 usually stands (codes list: balance_side)."""
    if account.startswith(_COUNTER_ASSETS):
        return Side.CREDIT
    return Side.DEBIT if account.startswith(_DEBIT_NATURED) else Side.CREDIT


def _closed(lines: Iterable[AccountLine]) -> frozenset[str]:
    """The income and spending accounts that are empty at the year's end, all their auxiliary items taken together."""
    left: dict[str, Fen] = {}
    for line in lines:
        if line.account[:1] in ("6", "7"):
            left[line.account] = left.get(line.account, 0) + line.closing
    return frozenset(account for account, amount in left.items() if not amount)


def _lowest(lines: Sequence[AccountLine]) -> list[AccountLine]:
    """The lines below which there are no others among them, sums without auxiliary items left out."""
    codes = {line.account for line in lines}
    detailed = {line.account for line in lines if not line.is_bare}
    parents = {code[:length] for code in codes for length in range(4, len(code))}
    return [line for line in lines if line.account not in parents and not (line.is_bare and line.account in detailed)]


def _added(lines: Sequence[AccountLine]) -> tuple[Fen, Fen, Fen, Fen]:
    nothing = (0, 0, 0, 0)
    opening, debit, credit, closing = (sum(part) for part in zip(nothing, *(line.sums for line in lines), strict=True))
    return opening, debit, credit, closing


def _sided(net: Fen) -> str:
    return f"{'借' if net > 0 else '贷' if net < 0 else '平'} {to_yuan(abs(net)):,}"
