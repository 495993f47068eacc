"""Classifier 分类核对: the raw classification of a line turned into dimensions, each distinct one only once."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from mingzhang.books.codes import FIRST_LEVEL, BookCodes, CodeCheck, code_in
from mingzhang.books.dimension import NOTHING, Needs, needs_of
from mingzhang.books.problem import Problem
from mingzhang.books.raw import Dimensions, Raw
from mingzhang.books.value import BadValue, as_text
from mingzhang.books.words import FUND_WORDS, NATURE_WORDS, Words
from mingzhang.terms.classification import FundSource, Nature, Standing

_OWN_WORD: Final = '或在对照文件的 ["{}"] 中写明它是哪一种'
_MOST_DISTINCT: Final = 200_000
"""Distinct classifications remembered; books have thousands, a hostile file could have millions."""


@dataclass(frozen=True, slots=True)
class BookRules:
    """What the books of one unit's year are held against."""

    entity: str
    year: int
    codes: BookCodes
    words: Words = field(default_factory=Words)


@dataclass(frozen=True, slots=True)
class Classified:
    """The dimensions of a line; `problems` always hold, `if_spending` only on a line of real spending."""

    account: str
    function: str
    economic: str
    fund: FundSource | None
    nature: Nature | None
    needs: Needs
    problems: tuple[Problem, ...]
    if_spending: tuple[Problem, ...]


class Classifier:
    """Classifies lines by the lists and words of a year."""

    def __init__(self, rules: BookRules) -> None:
        """Make the three checks and the empty memory."""
        self._words = rules.words
        self._accounts = CodeCheck("会计科目", "account", rules.codes.accounts, rules.year)
        self._functions = CodeCheck("支出功能分类", "function", rules.codes.functions, rules.year)
        self._economics = CodeCheck("部门支出经济分类", "economic", rules.codes.economics, rules.year)
        self._known: dict[Dimensions, Classified] = {}

    def classify(self, raw: Dimensions) -> Classified:
        """The dimensions and what is wrong with them."""
        found = self._known.get(raw)
        if found is None:
            if len(self._known) >= _MOST_DISTINCT:
                self._known.clear()
            found = self._known[raw] = self._resolve(raw)
        return found

    def _resolve(self, raw: Dimensions) -> Classified:
        problems: list[Problem] = []
        account = self._account(raw, problems)
        function = self._code(self._functions, raw.function, problems)
        economic = self._code(self._economics, raw.economic, problems)
        fund = self._fund(raw.fund, problems)
        nature = self._nature(raw.nature, problems)
        needs = needs_of(account)
        problems += _missing(needs, raw, function)
        spending = tuple(_missing_of_spending(raw, economic)) if needs.spending else ()
        return Classified(account, function, economic, fund, nature, needs, tuple(problems), spending)

    def _account(self, raw: Dimensions, problems: list[Problem]) -> str:
        text = _text(raw.account, "account", problems)
        code = code_in(text)
        name = _text(raw.account_name, "account_name", problems)
        if not text:
            problems.append(Problem("account", "", "没有会计科目编码", f"填写科目编码{self._accounts.advice(name)}"))
        elif len(code) < FIRST_LEVEL:
            advice = self._accounts.advice(name or text)
            problems.append(Problem("account", text, "不是会计科目编码", f"填写至少4位数字的科目编码{advice}"))
        else:
            problems += self._account_problems(code[:FIRST_LEVEL], text, name)
        return code

    def _account_problems(self, code: str, text: str, name: str) -> Iterator[Problem]:
        """An account outside the list is an error, since the chart of 财会〔2017〕25号 is complete."""
        if self._accounts.codes.find(code, self._accounts.year) is None:
            advice = self._accounts.advice(name) or self._accounts.advice(code)
            mend = f"改用政府会计制度的科目，一级科目为前4位{advice}"
            if self._accounts.codes.standing(code, self._accounts.year) is Standing.NOT_YET:
                mend = f"{self._accounts.year}年度还未执行政府会计制度；请用决算软件导出的报表工作簿编制"
            yield Problem("account", text, f"会计科目在{self._accounts.year}年的科目表中没有", mend)

    def _code(self, check: CodeCheck, value: Raw, problems: list[Problem]) -> str:
        text = _text(value, check.field, problems)
        if not text:
            return ""
        code = code_in(text)
        if code:
            problems += check.problems(code, text)
        else:
            problems.append(Problem(check.field, text, f"不是{check.label}代码", f"填写数字代码{check.advice(text)}"))
        return code

    def _fund(self, value: Raw, problems: list[Problem]) -> FundSource | None:
        text = _text(value, "fund", problems)
        fund = self._words.fund(text) if text else None
        if text and fund is None:
            mend = f"改成 {'、'.join(word.value for word in FUND_WORDS)}，{_OWN_WORD.format('资金性质')}"
            problems.append(Problem("fund", text, "不认识的资金性质", mend))
        return fund

    def _nature(self, value: Raw, problems: list[Problem]) -> Nature | None:
        text = _text(value, "nature", problems)
        nature = self._words.nature(text) if text else None
        if text and nature is None:
            mend = f"改成 {'、'.join(word.value for word in NATURE_WORDS)}，{_OWN_WORD.format('支出性质')}"
            problems.append(Problem("nature", text, "不认识的支出性质", mend))
        return nature


def _text(value: Raw, field_name: str, problems: list[Problem]) -> str:
    try:
        return as_text(value)
    except BadValue as bad:
        problems.append(Problem(field_name, value, bad.message, bad.mend))
        return ""


def _missing(needs: Needs, raw: Dimensions, function: str) -> Iterator[Problem]:
    if needs.fund and not _given(raw.fund):
        yield Problem("fund", "", "缺资金性质", "填写一般公共预算财政拨款、政府性基金预算财政拨款等")
    if needs.function and not _given(raw.function):
        yield Problem("function", "", "缺支出功能分类代码", "填写7位的项级代码，如 2080108")
    elif needs is not NOTHING and function and len(function) != 7:
        yield Problem("function", raw.function, "支出功能分类没有到项级", "填写7位的项级代码，如 2080108")


def _missing_of_spending(raw: Dimensions, economic: str) -> Iterator[Problem]:
    if not _given(raw.nature):
        yield Problem("nature", "", "缺支出性质", "填写基本支出或项目支出")
    if not _given(raw.economic):
        yield Problem("economic", "", "缺部门支出经济分类代码", "填写5位的款级代码，如 30201")
    elif economic and len(economic) != 5:
        yield Problem("economic", raw.economic, "部门支出经济分类没有到款级", "填写5位的款级代码，如 30201")


def _given(value: Raw) -> bool:
    return value is not None and (not isinstance(value, str) or bool(value.strip()))
