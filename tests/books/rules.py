"""A small chart of accounts and small code lists, and what a reading of them needs."""

from mingzhang.books.classify import BookRules, Classifier
from mingzhang.books.codes import BookCodes
from mingzhang.books.fault import Fault
from mingzhang.books.lines import LineCheck
from mingzhang.books.posting import Posting
from mingzhang.books.problem import FaultLog, Source
from mingzhang.books.raw import Raw, RawBalance, RawLine
from mingzhang.books.trial_balance import BalanceCheck
from mingzhang.terms.classification import Code, CodeList
from mingzhang.terms.period import Span

YEAR = 2021
_NAMES = {
    "1002": "银行存款", "5001": "业务活动费用", "6001": "财政拨款预算收入", "6101": "事业预算收入",
    "6609": "其他预算收入", "7101": "行政支出", "7201": "事业支出", "7301": "经营支出",
    "8001": "资金结存", "8101": "财政拨款结转",
    "8102": "财政拨款结余", "8202": "非财政拨款结余",
}  # fmt: skip
CODES = BookCodes(
    accounts=CodeList(tuple(Code(code, name, Span(2019), "A") for code, name in _NAMES.items())),
    functions=CodeList(
        (
            Code("2080108", "信息化建设", confidence="A"),
            Code("2080150", "事业运行", confidence="A"),
            Code("2080199", "旧名支出", Span(None, 2019), "B"),
            Code("2080198", "旧名支出", Span(2020), "B"),
            Code("2080197", "存疑支出", Span(2022), "C"),
        )
    ),
    economics=CodeList((Code("30201", "办公费", confidence="A"), Code("30101", "基本工资", confidence="A"))),
)
RULES = BookRules("001", YEAR, CODES)
GENERAL = "一般公共预算财政拨款"
SPENDING = {"account": "7201", "function": "2080150", "economic": "30201", "fund": GENERAL, "nature": "基本支出"}
VOUCHER: dict[str, Raw] = {"date": "2021-03-05", "voucher": "记-1", "line": "1", "summary": "付款"}


def line(**values: Raw) -> tuple[Posting | None, list[Fault]]:
    """What one raw line of a voucher gives."""
    postings, faults = lines([{**VOUCHER, **values}])
    return (postings[0] if postings else None), faults


def lines(rows: list[dict[str, Raw]]) -> tuple[list[Posting], list[Fault]]:
    """What raw lines of one file give."""
    log = FaultLog()
    check = LineCheck(Source("a.csv", {}), RULES, Classifier(RULES), log)
    found = [check.posting(RawLine(**row), f"第{number}行") for number, row in enumerate(rows, 2)]
    return [posting for posting in found if posting], list(log.faults)


def balances(
    rows: list[dict[str, Raw]], *, turnover: bool = True, has_closing: bool = True
) -> tuple[list[Posting], list[Fault]]:
    """What raw lines of a trial balance give."""
    log = FaultLog()
    check = BalanceCheck(Source("b.csv", {}), RULES, Classifier(RULES), log)
    placed = [(f"第{number}行", RawBalance(**row)) for number, row in enumerate(rows, 2)]
    return check.postings(placed, turnover=turnover, has_closing=has_closing), list(log.faults)
