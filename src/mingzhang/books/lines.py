"""LineCheck 分录核对: raw lines of vouchers and opening balances turned into postings, or into faults."""

from datetime import date
from typing import Final

from mingzhang.books.classify import BookRules, Classified, Classifier
from mingzhang.books.dimension import is_spending_entry
from mingzhang.books.entry import fen_of, text_of
from mingzhang.books.fault import Gravity
from mingzhang.books.posting import Posting
from mingzhang.books.problem import FaultLog, Problem, Source
from mingzhang.books.raw import Dimensions, Raw, RawLine
from mingzhang.books.value import BadValue, as_day, is_blank, shown
from mingzhang.books.words import CLOSING_WORDS, OPENING_WORDS, TOTAL_WORDS, VOID_WORDS, plain, side_of
from mingzhang.terms.money import Fen
from mingzhang.terms.selection import Side

_VoucherKey = tuple[int, str]
_MOST_DAYS: Final = 10_000
_LAST_LINE: Final = 2**31 - 1
_ONE_SIDE: Final = "一行分录只写一方，把另一方写成另一行；冲销写成同一方的负数"


class LineCheck:
    """Checks the lines of one file, one by one: one pass, nothing kept but what repeats."""

    def __init__(self, source: Source, rules: BookRules, classifier: Classifier, log: FaultLog) -> None:
        """Check lines of `source` against `rules`; what is wrong goes to `log`."""
        self._source = source
        self._rules = rules
        self._classifier = classifier
        self._log = log
        self._days: dict[Raw, date] = {}
        self._entities: set[Raw] = {"", None, rules.entity}
        self._key: _VoucherKey = (0, "")
        self._counted = 0
        self._net = 0
        self._head: RawLine | None = None
        self._unfinished: dict[_VoucherKey, tuple[int, Fen]] = {}

    def posting(self, raw: RawLine, place: str) -> Posting | None:
        """The posting a raw line states; None for a line that states none or has an error, which is in the log."""
        if is_blank(raw.account) and self._is_no_entry(raw, place):
            return None
        if raw.void and plain(str(raw.void)) in VOID_WORDS:
            return None
        problems: list[Problem] = []
        opening = self._is_opening(raw)
        raw = raw if opening else self._continued(raw)
        if raw.entity not in self._entities:
            self._check_entity(raw.entity, problems)
        day = None if opening else self._day(raw.date, problems)
        debit, credit = self._amounts(raw, problems)
        found = self._classifier.classify(
            Dimensions(raw.account, raw.account_name, raw.function, raw.economic, raw.fund, raw.nature)
        )
        summary = text_of(raw.summary, "summary", problems)
        voucher = "" if opening else self._voucher_number(raw, problems)
        line = self._line(raw.line, (day.month if day else 0, voucher), debit - credit, problems)
        problems += self._classification_problems(found, debit, credit, day, summary, opening)
        project = text_of(raw.project, "project", problems) or text_of(raw.project_name, "project_name", problems)
        counterparty = text_of(raw.counterparty, "counterparty", problems)
        if problems and self._reported(problems, place):
            self._log.spoil(voucher)
            return None
        return Posting(
            self._rules.entity,
            day,
            voucher,
            line,
            summary,
            found.account,
            found.function,
            found.economic,
            found.fund,
            found.nature,
            project,
            counterparty,
            debit,
            credit,
            opening,
            "",
            bool(raw.kind) and plain(str(raw.kind)) in CLOSING_WORDS,
            self._source.file,
            place,
        )

    def _continued(self, raw: RawLine) -> RawLine:
        """The line with the date and number of its voucher: many programs print them on a voucher's first line only.

        A line without both goes on with the voucher before it as long as that one does not balance yet.
        """
        if not is_blank(raw.voucher) or not is_blank(raw.date):
            self._head = raw
            return raw
        if self._head is None or not self._net:
            return raw
        head = self._head
        return raw._replace(date=head.date, voucher=head.voucher, voucher_type=head.voucher_type)

    def _reported(self, problems: list[Problem], place: str) -> bool:
        """Put the problems into the log; whether the line cannot be used."""
        for problem in problems:
            self._log.report(self._source, place, problem)
        return any(problem.gravity is Gravity.ERROR for problem in problems)

    def _is_no_entry(self, raw: RawLine, place: str) -> bool:
        """Whether a line without account is empty or a total that a person or a program put between the lines."""
        words = [value for value in raw if not is_blank(value)]
        if not words:
            return True
        if all(map(is_blank, (raw.debit, raw.credit, raw.amount, raw.voucher))) and len(words) <= 2:
            note = " ".join(shown(word) for word in words)
            mend = "不必改；没有科目、凭证号和金额的行不导入"
            self._log.report(self._source, place, Problem("summary", note, "跳过了说明行", mend, Gravity.WARNING))
            return True
        total = next((word for word in words if isinstance(word, str) and plain(word) in TOTAL_WORDS), None)
        if total is not None:
            mend = "不必改；合计行不导入，删去更清楚"
            self._log.report(self._source, place, Problem("summary", total, "跳过了合计行", mend, Gravity.WARNING))
        return total is not None

    @staticmethod
    def _is_opening(raw: RawLine) -> bool:
        if raw.kind and plain(str(raw.kind)) in OPENING_WORDS:
            return True
        return not raw.voucher and isinstance(raw.summary, str) and plain(raw.summary) in OPENING_WORDS

    def _check_entity(self, value: Raw, problems: list[Problem]) -> None:
        text = text_of(value, "entity", problems)
        if text and text != self._rules.entity:
            mend = f"这里只收单位 {self._rules.entity} 的账；把别的单位的凭证移到它自己的目录"
            problems.append(Problem("entity", value, "单位编码与本单位不符", mend))
        elif len(self._entities) < _MOST_DAYS:
            self._entities.add(value)

    def _day(self, value: Raw, problems: list[Problem]) -> date | None:
        known = self._days.get(value)
        if known is not None:
            return known
        if is_blank(value):
            problems.append(Problem("date", "", "没有凭证日期", "每一行都填写日期；合并单元格的续行也要填写"))
            return None
        try:
            day = as_day(value)
        except BadValue as bad:
            problems.append(Problem("date", value, bad.message, bad.mend))
            return None
        if day.year != self._rules.year:
            mend = f"只导入{self._rules.year}年的凭证；核对日期或换成该年度的文件"
            problems.append(Problem("date", value, f"日期不在{self._rules.year}年度内", mend))
        elif len(self._days) < _MOST_DAYS:
            self._days[value] = day
        return day

    def _amounts(self, raw: RawLine, problems: list[Problem]) -> tuple[Fen, Fen]:
        if not is_blank(raw.amount) and is_blank(raw.debit) and is_blank(raw.credit):
            return self._sided(raw, problems)
        debit = fen_of(raw.debit, "debit", problems)
        credit = fen_of(raw.credit, "credit", problems)
        if debit and credit:
            problems.append(Problem("credit", raw.credit, "同一行借方和贷方都有金额", _ONE_SIDE))
        elif not debit and not credit and is_blank(raw.debit) and is_blank(raw.credit):
            problems.append(Problem("debit", "", "没有金额", "在借方或贷方填写金额"))
        return debit, credit

    def _sided(self, raw: RawLine, problems: list[Problem]) -> tuple[Fen, Fen]:
        amount = fen_of(raw.amount, "amount", problems)
        side = side_of(text_of(raw.side, "side", problems))
        if side is None:
            problems.append(Problem("side", raw.side, "没有写明借贷方向", "填写借或贷"))
        return (amount, 0) if side is Side.DEBIT else (0, amount)

    def _voucher_number(self, raw: RawLine, problems: list[Problem]) -> str:
        number = text_of(raw.voucher, "voucher", problems)
        kind = text_of(raw.voucher_type, "voucher_type", problems)
        if not number:
            problems.append(Problem("voucher", "", "没有凭证号", "每一行都填写凭证号；合并单元格的续行也要填写"))
        return f"{kind}-{number}" if kind and not number.startswith(kind) else number

    def _line(self, value: Raw, key: _VoucherKey, net: Fen, problems: list[Problem]) -> int:
        """The line's own number, or its place in its voucher."""
        counted = self._count(key, net)
        if value == "" or value is None:
            return counted
        text = text_of(value, "line", problems)
        if text.isdecimal() and len(text) < 10 and int(text) <= _LAST_LINE:
            return int(text)
        problems.append(Problem("line", value, "分录号不是整数", "填写1、2、3……，或者整列留空"))
        return counted

    def _count(self, key: _VoucherKey, net: Fen) -> int:
        """Count the line within its voucher.

        A number met again counts on when the lines before did not balance (a voucher whose lines stand apart) and
        starts anew when they did, so that a number used twice shows as two first lines.
        """
        if key != self._key:
            if self._net:
                self._unfinished[self._key] = (self._counted, self._net)
            self._key = key
            self._counted, self._net = self._unfinished.pop(key, (0, 0))
        self._counted += 1
        self._net += net
        return self._counted

    @staticmethod
    def _classification_problems(
        found: Classified, debit: Fen, credit: Fen, day: date | None, summary: str, opening: bool
    ) -> tuple[Problem, ...]:
        if not found.if_spending or opening or not is_spending_entry(debit, credit, day, summary):
            return found.problems
        return found.problems + found.if_spending
