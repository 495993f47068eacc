"""Case 例: run a rule on the small documents that are written beside it."""

from collections.abc import Mapping
from decimal import Decimal

from mingzhang.audit.check import check
from mingzhang.audit.context import NO_CODES, Context, Groups, names_of, titles_of
from mingzhang.audit.ledger import check_ledger
from mingzhang.audit.report import Report
from mingzhang.audit.rule import Case, Kind, Rule
from mingzhang.books.balance import Balance
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.trace import Stated
from mingzhang.terms.classification import CodeList
from mingzhang.terms.money import parse_yuan
from mingzhang.terms.unit import WAN, Unit

_YEAR = 2021


def figures(printed: Mapping[str, str], unit: Unit = WAN) -> dict[Address, Fact]:
    """Facts as read from a document: each stands for half a unit of its last place either way; "" is an empty cell."""
    facts: dict[Address, Fact] = {}
    for text, shown in printed.items():
        address = Address.parse(text)
        facts[address] = _figure(address, shown, unit)
    return facts


def _figure(address: Address, shown: str, unit: Unit) -> Fact:
    amount = Decimal(shown or "0") * unit.scale
    places = max(unit.decimals, len(shown.partition(".")[2]))
    spread = unit.scale // int(10**places) // 2
    return Fact(address, int(amount), unit, Stated(Position("例")), spread, None if shown else "")


def year_of(rule: Rule, case: Case) -> int:
    """The fiscal year a case is meant for."""
    return case.year or rule.span.first or rule.span.last or _YEAR


def run_case(
    rule: Rule,
    case: Case,
    groups: Groups,
    document: Disclosure | None = None,
    functions: CodeList = NO_CODES,
    economics: CodeList = NO_CODES,
) -> Report:
    """What one rule says of one case; `document` is the case's text as the readers understood it."""
    printed = names_of(document.statements) if document else {}
    context = Context(
        year=year_of(rule, case),
        groups=groups,
        document=document,
        functions=functions,
        economics=economics,
        titles=titles_of(document.statements) if document else {},
        names={**printed, **{_row(key): name for key, name in case.names.items()}},
        bodies=case.bodies,
        members={name: figures(facts) for name, facts in case.members.items()},
        copies={name: figures(facts) for name, facts in case.copies.items()},
    )
    if rule.kind is Kind.LEDGER:
        return check_ledger([_balance(line) for line in case.lines], [rule], context)
    stated = document.facts if document else {}
    return check({**stated, **figures(case.figures)}, [rule], context)


def _row(text: str) -> tuple[str, str]:
    """`T2[2210202]` as statement and row."""
    statement, _, row = text.rstrip("]").partition("[")
    return statement, row


def _balance(line: Mapping[str, object]) -> Balance:
    """A line of books as it is written in a case: 单位, 科目, 借, 贷 in yuan, and when: 年初, 本年 or 结转."""
    return Balance(
        entity=str(line.get("单位", "甲")),
        account=str(line["科目"]),
        function=str(line.get("功能", "")),
        economic="",
        fund=None,
        nature=None,
        project="",
        contra="",
        counterparty=str(line.get("往来", "")),
        opening=line.get("时") == "年初",
        closing=line.get("时") == "结转",
        debit=parse_yuan(str(line.get("借", "0"))),
        credit=parse_yuan(str(line.get("贷", "0"))),
    )
