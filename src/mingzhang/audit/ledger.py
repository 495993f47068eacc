"""Ledger 账簿自查: what must hold in the books before anything is computed from them (domain facts §2.4)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from mingzhang.audit.check import single_findings
from mingzhang.audit.context import Context
from mingzhang.audit.finding import Outcome
from mingzhang.audit.report import Report, ranked
from mingzhang.audit.result import Result, plain
from mingzhang.audit.rule import Kind, Rule
from mingzhang.books.balance import Balance
from mingzhang.terms.money import Fen
from mingzhang.terms.unit import YUAN

_FUNDS_LEFT = ("8101", "8102", "8201", "8202", "8301", "8401", "8501", "8701")
"""预算结余 without 8001 资金结存, which is where they lie."""
_TRANSFERS = (("7501", "6201", "对附属单位补助", "上级补助"), ("7401", "6301", "上缴上级", "附属单位上缴"))
"""Account of the payer, account of the receiver, and what they call it."""
_LENGTH = 4
"""Digits of a first-level account."""


@dataclass(frozen=True)
class Books:
    """The balances of one or several entities with the sums the checks ask for again and again."""

    balances: Sequence[Balance]
    entities: tuple[str, ...]
    opening: Mapping[tuple[str, str], Fen] = field(default_factory=dict)
    closing: Mapping[tuple[str, str], Fen] = field(default_factory=dict)
    """Credit less debit by entity and first-level account, at the start and at the end of the year."""
    flows: Mapping[tuple[str, str, str], Fen] = field(default_factory=dict)
    """Credit less debit over the year without year-end transfers, by entity, first-level account, counterparty."""

    @staticmethod
    def of(balances: Iterable[Balance]) -> "Books":
        """Sum the balances once."""
        kept = tuple(balances)
        opening: dict[tuple[str, str], Fen] = defaultdict(int)
        closing: dict[tuple[str, str], Fen] = defaultdict(int)
        flows: dict[tuple[str, str, str], Fen] = defaultdict(int)
        for b in kept:
            key = (b.entity, b.account[:_LENGTH])
            closing[key] += b.credit - b.debit
            if b.opening:
                opening[key] += b.credit - b.debit
            elif not b.closing:
                flows[*key, b.counterparty] += b.credit - b.debit
        return Books(kept, tuple(dict.fromkeys(b.entity for b in kept)), opening, closing, flows)

    def total(self, sums: Mapping[tuple[str, str], Fen], entity: str, accounts: Iterable[str]) -> Fen:
        """The sum of several first-level accounts of an entity."""
        return sum(sums.get((entity, account), 0) for account in accounts)

    def accounts(self, entity: str, *first: str) -> list[str]:
        """The first-level accounts of an entity that begin so, in order."""
        return sorted(account for owner, account in self.closing if owner == entity and account.startswith(first))

    def turnover(self, entity: str, account: str) -> Fen:
        """Credit less debit over the year without year-end transfers, whoever the counterparty."""
        return sum(amount for (owner, first, _), amount in self.flows.items() if (owner, first) == (entity, account))


def check_ledger(balances: Iterable[Balance], rules: Iterable[Rule], context: Context) -> Report:
    """Run the rules of kind ledger over the balances of a unit, or of all units of a department."""
    books = Books.of(balances)
    results = [r for rule in rules if rule.kind is Kind.LEDGER for r in _run(rule, books, context)]
    return Report(tuple(results), ranked(single_findings(results, context)))


def _run(rule: Rule, books: Books, context: Context) -> Iterator[Result]:
    if context.year not in rule.span:
        yield plain(rule, Outcome.NOT_APPLICABLE, f"{context.year}年度没有这项规定")
        return
    results = list(LEDGER_CHECKS[rule.check](rule, books, context))
    yield from results or [plain(rule, Outcome.NOT_APPLICABLE, "账簿中没有要核对的科目")]


def funds_lie_somewhere(rule: Rule, books: Books, context: Context) -> Iterator[Result]:
    """8001 资金结存 = Σ 预算结余, at the start and (with income and spending not yet closed) at the end of the year."""
    for entity in books.entities:
        if not books.accounts(entity, "8"):
            continue
        for word, sums in (("年初", books.opening), ("年末", books.closing)):
            money = -books.total(sums, entity, ["8001"])
            claims = books.total(sums, entity, [*_FUNDS_LEFT, *books.accounts(entity, "6", "7")])
            note = f"{_who(context, entity)}{word}8001资金结存{_yuan(money)}，各项预算结余合计{_yuan(claims)}"
            yield _compared(rule, money - claims, f"{note}，相差{_yuan(abs(money - claims))}", entity + word)


def closed(rule: Rule, books: Books, context: Context) -> Iterator[Result]:
    """Income and spending accounts are empty after the year's end; none closed at all: the books are still open."""
    for entity in books.entities:
        accounts = books.accounts(entity, "6", "7")
        open_ones = [account for account in accounts if books.closing[entity, account]]
        if (
            accounts
            and open_ones == [a for a in accounts if books.turnover(entity, a)]
            and not _has_closing(books, entity)
        ):
            note = f"{_who(context, entity)}账簿尚未年终结转，{len(open_ones)}个预算收支科目仍有余额"
            yield Result(rule, Outcome.VIOLATED, rule.severity, note, printed=entity)
            continue
        for account in accounts:
            left = books.closing[entity, account]
            note = f"{_who(context, entity)}{account}年终结转后仍有余额{_yuan(left)}，应为0.00元"
            yield _compared(rule, left, note, f"{entity} {account}")


def transfers_agree(rule: Rule, books: Books, context: Context) -> Iterator[Result]:
    """What one unit of a department pays another, the other receives: 7501 ↔ 6201, 7401 ↔ 6301."""
    for paid_by, taken_in, paying, taking in _TRANSFERS:
        for payer, receiver in _pairs(books, paid_by, taken_in):
            paid = -books.flows.get((payer, paid_by, receiver), 0)
            taken = books.flows.get((receiver, taken_in, payer), 0)
            out = f"{_who(context, payer)}{paid_by}{paying}{_yuan(paid)}（付给{receiver}）"
            into = f"{_who(context, receiver)}{taken_in}{taking}{_yuan(taken)}（来自{payer}）"
            note = f"{out}，{into}，相差{_yuan(abs(paid - taken))}"
            yield _compared(rule, paid - taken, note, f"{payer}→{receiver} {paid_by}")


def _pairs(books: Books, paid_by: str, taken_in: str) -> list[tuple[str, str]]:
    """Payer and receiver of every payment between two of the units, whichever of them booked it."""
    units = set(books.entities)
    pairs: dict[tuple[str, str], None] = {}
    for entity, account, other in books.flows:
        if other in units and other != entity and account in (paid_by, taken_in):
            pairs[(entity, other) if account == paid_by else (other, entity)] = None
    return list(pairs)


def signs(rule: Rule, books: Books, context: Context) -> Iterator[Result]:
    """Over a whole year income is not negative and neither is spending, in any single use of the money."""
    sums: dict[tuple[str, ...], Fen] = defaultdict(int)
    for b in books.balances:
        if b.account[:1] in {"6", "7"} and not b.opening and not b.closing:
            fund = b.fund.value if b.fund else ""
            sign = 1 if b.account[0] == "6" else -1
            sums[b.entity, b.account, b.function, b.economic, fund, b.project] += sign * (b.credit - b.debit)
    for (entity, *where), amount in sums.items():
        note = f"{_who(context, entity)}{' '.join(w for w in where if w)}全年发生额为{_yuan(amount)}，收入支出不应为负"
        yield _compared(rule, min(amount, 0), note, " ".join([entity, *where]))


def parallel(rule: Rule, books: Books, context: Context) -> Iterator[Result]:
    """平行记账: where financial accounts are kept too, 财政拨款 is booked in both: 6001 = 4001."""
    for entity in books.entities:
        if not books.accounts(entity, "4001"):
            continue
        budget, financial = books.turnover(entity, "6001"), books.turnover(entity, "4001")
        both = f"预算会计6001财政拨款预算收入{_yuan(budget)}，财务会计4001财政拨款收入{_yuan(financial)}"
        note = f"{_who(context, entity)}{both}，相差{_yuan(abs(budget - financial))}"
        yield _compared(rule, budget - financial, note, entity)


LedgerCheck = Callable[[Rule, Books, Context], Iterable[Result]]

LEDGER_CHECKS: Mapping[str, LedgerCheck] = {
    "closed": closed,
    "funds_lie_somewhere": funds_lie_somewhere,
    "parallel": parallel,
    "signs": signs,
    "transfers_agree": transfers_agree,
}


def _compared(rule: Rule, gap: Fen, note: str, where: str) -> Result:
    if not gap:
        return plain(rule, Outcome.PASSED)
    return Result(rule, Outcome.VIOLATED, rule.severity, note, printed=where)


def _has_closing(books: Books, entity: str) -> bool:
    return any(b.closing and b.entity == entity for b in books.balances)


def _who(context: Context, entity: str) -> str:
    return f"“{context.names.get(('单位', entity), entity)}”" if entity else ""


def _yuan(fen: Fen) -> str:
    return YUAN.state(fen)
