"""Small books for the tests: balances in yuan, and strategies for random ones."""

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from mingzhang.books.balance import Balance
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import Fact
from mingzhang.standards.forms import forms
from mingzhang.standards.profiles import load
from mingzhang.statements.compile import compile_facts
from mingzhang.statements.cube import Scope
from mingzhang.terms.classification import FundSource, Nature
from mingzhang.terms.money import parse_yuan

GENERAL, FUND, STATE = FundSource.GENERAL, FundSource.GOVERNMENT_FUND, FundSource.STATE_CAPITAL
OTHER = FundSource.OTHER
BASIC, PROJECT = Nature.BASIC, Nature.PROJECT
UNITS = ("101", "102", "103")
ONE_UNIT = Scope(("101",))
APPROPRIATIONS = (GENERAL, FUND, STATE)


def fen(yuan: str | int) -> int:
    return parse_yuan(str(Decimal(yuan)))


def balance(account: str, debit: str | int = 0, credit: str | int = 0, **dimensions: Any) -> Balance:
    """A balance of unit 101 in yuan; dimensions not named are empty."""
    blank: dict[str, Any] = {
        "entity": "101", "function": "", "economic": "", "fund": None, "nature": None, "project": "",
        "contra": "", "counterparty": "", "opening": False, "closing": False,
    }  # fmt: skip
    return Balance(account=account, debit=fen(debit), credit=fen(credit), **{**blank, **dimensions})


def compiled(
    balances: list[Balance],
    profile: str = "hubei-2021",
    year: int = 2021,
    scope: Scope = ONE_UNIT,
    **switches: bool | str,
) -> dict[Address, Fact]:
    return compile_facts(forms(load(profile, year), switches), balances, scope, "快照")


def yuan(facts: dict[Address, Fact], address: str) -> Decimal:
    return Decimal(facts[Address.parse(address)].value) / 100


_INCOME = ("6001", "600101", "6101", "6201", "6301", "6401", "6501", "6601", "6602", "6609")
_SPENDING = ("7101", "7201", "720101", "7301", "7401", "7501", "7601", "7701", "7901")
_RESULTS = ("8001", "8101", "8102", "8201", "8202", "8301", "8401", "8501", "8701")
_FUNCTIONS = ("2080108", "2080150", "2080505", "2210201", "2120801", "2230105")
_ECONOMICS = ("30101", "30112", "30201", "30212", "30217", "30231", "30302", "31002", "31013", "30913", "39907")
_AMOUNTS = st.integers(-10_000, 10_000)

WILD = st.builds(
    Balance,
    entity=st.sampled_from(UNITS),
    account=st.sampled_from((*_INCOME, *_SPENDING, *_RESULTS, "1002", "4001", "5001")),
    function=st.sampled_from((*_FUNCTIONS, "", "208", "20801", "20", "208010801", "999")),
    economic=st.sampled_from((*_ECONOMICS, "", "301", "302", "3")),
    fund=st.sampled_from((None, *FundSource)),
    nature=st.sampled_from((None, *Nature)),
    project=st.sampled_from(("", "金保工程")),
    contra=st.sampled_from(("", "8001", "8202", "8201", "8301", "8701", "7201")),
    counterparty=st.sampled_from(("", *UNITS, "999")),
    opening=st.booleans(),
    closing=st.booleans(),
    debit=_AMOUNTS,
    credit=_AMOUNTS,
)
"""Balances of any kind, also such as no sound books would hold."""


def _flow(account: str, fund: FundSource, nature: Nature, function: str, economic: str, amount: int) -> Balance:
    income = account.startswith("6")
    sides = {"debit": 0, "credit": amount} if income else {"debit": amount, "credit": 0}
    economic = "" if income else economic
    return Balance("101", account, function, economic, fund, nature, "", "", "", False, False, **sides)


SOUND = st.builds(
    _flow,
    account=st.sampled_from(("6001", "7101", "7201", "720101")),
    fund=st.sampled_from(APPROPRIATIONS),
    nature=st.sampled_from(tuple(Nature)),
    function=st.sampled_from(_FUNCTIONS),
    economic=st.sampled_from(("30101", "30112", "30201", "30212", "30217", "30231", "30302", "31002", "31013")),
    amount=_AMOUNTS,
)
"""Appropriations and what was spent of them, every line with all the dimensions it must have."""
