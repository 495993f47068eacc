"""Parser: a relation as it is written in a rule, read once into its tree.

relation   = side ("=" | "<=" | "≤" | ">=" | "≥") side  |  cell "≡" cell
side       = "0" | ["-"] term { ("+" | "-" | "−") term }
term       = [ number ("*" | "×") ] atom [ ("/" | "÷") number ]
atom       = cell | "sum(" cell ")"
cell       = statement "[" rows "]" [ "." column ] [ "@" phase ] [ "?" ]
rows       = "*" | "类" | "款" | "项" | level " of " level | group ":" key | name
number     = digits [ "." digits ] [ "%" ]
"""

import re
from fractions import Fraction

from mingzhang.audit.interval import Exact
from mingzhang.audit.relation import (
    EACH,
    LEVELS,
    Below,
    Cell,
    Comparison,
    Every,
    Level,
    Literal,
    Member,
    Part,
    Relation,
    Rows,
)
from mingzhang.disclosure.address import ACTUAL, PHASES

_TOKEN = re.compile(
    r"\s*(?:(?P<cell>(?P<statement>[A-Z]\d?)\[(?P<rows>[^\]]+)\]"
    r"(?:\.(?P<column>[^\s@?)]+))?(?:@(?P<phase>[^\s?)]+))?(?P<optional>\?)?)"
    r"|(?P<sum>sum\()|(?P<number>\d+(?:\.\d+)?%?)|(?P<sign><=|>=|[=≤≥≡+\-−*×/÷)]))"
)
_COMPARISONS = {
    "=": Comparison.EQUAL,
    "<=": Comparison.AT_MOST,
    "≤": Comparison.AT_MOST,
    ">=": Comparison.AT_LEAST,
    "≥": Comparison.AT_LEAST,
    "≡": Comparison.SAME_TEXT,
}


class RelationError(ValueError):
    """A relation that cannot be read; the message says where and what was expected."""


def parse(text: str) -> Relation:
    """The tree of a written relation; raises RelationError."""
    reader = _Reader(text)
    left = reader.side()
    comparison = reader.comparison()
    right = reader.side()
    reader.end()
    relation = Relation(left, comparison, right, text.strip())
    _refuse_nonsense(relation, reader)
    return relation


def parse_cell(text: str) -> Cell:
    """The cell pattern that a text alone is, such as `T9[*].年末结转和结余`; raises RelationError."""
    reader = _Reader(text)
    cell = reader.cell()
    reader.end()
    return cell


class _Reader:
    """One pass over the tokens of one relation."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.tokens: list[re.Match[str]] = []
        while self.at < len(text.rstrip()):
            found = _TOKEN.match(text, self.at)
            if not found:
                raise self.wrong("看不懂这里")
            self.tokens.append(found)
            self.at = found.end()
        self.next = 0

    def wrong(self, message: str) -> RelationError:
        """The error to raise, pointing at the place."""
        return RelationError(f"勾稽关系“{self.text}”第{self.at + 1}个字起：{message}")

    def peek(self, kind: str) -> str:
        """The next token if it is of that kind, else nothing."""
        return (self.tokens[self.next][kind] or "") if self.next < len(self.tokens) else ""

    def take(self) -> re.Match[str]:
        """The next token, whatever it is."""
        token = self.tokens[self.next]
        self.next += 1
        return token

    def here(self) -> None:
        """Point errors at the next token."""
        self.at = self.tokens[self.next].start() if self.next < len(self.tokens) else len(self.text)

    def side(self) -> tuple[Part, ...]:
        """A sum of terms, or the single number 0."""
        if self.peek("number") == "0" and not self._multiplies():
            self.take()
            return ()
        minus = self.peek("sign") in {"-", "−"}
        if minus:
            self.take()
        parts = [self.term(-1 if minus else 1)]
        while self.peek("sign") in {"+", "-", "−"}:
            parts.append(self.term(1 if self.take()["sign"] == "+" else -1))
        return tuple(parts)

    def _multiplies(self) -> bool:
        following = self.tokens[self.next + 1]["sign"] if self.next + 1 < len(self.tokens) else ""
        return following in {"*", "×"}

    def term(self, sign: int) -> Part:
        """A figure or sum with its coefficient."""
        coefficient: Exact = sign
        if self.peek("number"):
            coefficient *= _number(self.take()["number"])
            if self.peek("sign") not in {"*", "×"}:
                self.here()
                raise self.wrong("数字只能作系数（× 数据项），或单独写 0")
            self.take()
        cell, summed = self.atom()
        if self.peek("sign") in {"/", "÷"}:
            self.take()
            divisor = _number(self.peek("number") or "0")
            if not divisor:
                self.here()
                raise self.wrong("除号后面要写一个不为零的数")
            self.take()
            coefficient = Fraction(coefficient) / divisor
        return Part(coefficient, cell, summed)

    def atom(self) -> tuple[Cell, bool]:
        """A cell, or a sum over one."""
        if not self.peek("sum"):
            return self.cell(), False
        self.take()
        cell = self.cell()
        if self.peek("sign") != ")":
            self.here()
            raise self.wrong("sum( 之后缺右括号")
        self.take()
        return cell, True

    def cell(self) -> Cell:
        """A figure or the pattern of several."""
        if not self.peek("cell"):
            self.here()
            raise self.wrong("这里应是数据项，写法如 T5[2080108].项目支出")
        token = self.take()
        phase = token["phase"] or ACTUAL
        if phase not in PHASES:
            self.at = token.start()
            raise self.wrong(f"没有“{phase}”这种口径")
        return Cell(
            token["statement"], _rows(token["rows"].strip()), token["column"] or "", phase, bool(token["optional"])
        )

    def comparison(self) -> Comparison:
        """The sign in the middle."""
        sign = self.peek("sign")
        if sign not in _COMPARISONS:
            self.here()
            raise self.wrong("这里应是 =、≤、≥ 或 ≡")
        self.take()
        return _COMPARISONS[sign]

    def end(self) -> None:
        """Nothing may follow."""
        if self.next < len(self.tokens):
            self.here()
            raise self.wrong("多出来的内容")


def _rows(text: str) -> Rows:
    if text == EACH:
        return Every()
    if text in LEVELS:
        return Level(LEVELS[text])
    child, of, parent = text.partition(" of ")
    if of and child in LEVELS and parent in LEVELS:
        return Below(LEVELS[child], LEVELS[parent])
    group, colon, key = text.partition(":")
    return Member(group, key) if colon else Literal(text)


def _number(text: str) -> Exact:
    number = Fraction(text.rstrip("%")) / (100 if text.endswith("%") else 1)
    return int(number) if number.denominator == 1 else number


def _refuse_nonsense(relation: Relation, reader: _Reader) -> None:
    reader.at = 0
    if not relation.parts:
        raise reader.wrong("两边都是 0")
    texts = relation.comparison is Comparison.SAME_TEXT
    if texts and any(p.cell.column or p.summed or p.coefficient != 1 for p in relation.parts):
        raise reader.wrong("≡ 比较科目名称，两边都只写报表和行，如 T2[*] ≡ T3[*]")
    if texts and not (len(relation.left) == len(relation.right) == 1):
        raise reader.wrong("≡ 两边各写一个")
    if not texts and any(not p.cell.column for p in relation.parts):
        raise reader.wrong("数据项缺栏次，写法如 T5[*].小计")
    if any(isinstance(p.cell.rows, Below) and not p.summed for p in relation.parts):
        raise reader.wrong("“款 of 类”只能写在 sum( ) 里")
