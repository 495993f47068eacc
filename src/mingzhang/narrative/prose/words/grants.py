"""The words of 财政拨款收入支出决算总体情况: both sides of T4 and its three funds."""

from collections.abc import Iterator
from typing import Final

from mingzhang.disclosure.address import Address
from mingzhang.narrative.prose.subject import Meaning, Narrowed, Sided, Subject, Vocabulary, money
from mingzhang.narrative.prose.words.accounts import (
    BOTH_ALONE,
    INCOME_ALONE,
    INCOME_TOLD,
    SPENDING_ALONE,
    SPENDING_TOLD,
    either,
)  # fmt: skip
from mingzhang.narrative.prose.words.forms import BOTH, CLOSING, OPENING, YEARLY, lines

T4_IN, T4_OUT = "T4[收入总计].金额", "T4[支出总计].合计"
_INCOME, _SPENDING = "T4[本年收入合计].金额", "T4[本年支出合计].合计"
GRANTED: Final = _SPENDING
"""What all funds together paid."""
_GRANT: Final = f"{YEARLY}财政(拨款|补助)"


_FUNDS: Final = ("一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款")


def _sides(fund: str) -> tuple[Subject, Subject]:
    """The income and the spending of a fund."""
    return money(f"T4[{fund}].金额", _INCOME, T4_IN), money(f"T4[本年支出合计].{fund}", _SPENDING, T4_OUT)


def _of_the_year(whole: Subject, side: int) -> Narrowed:
    """A side of the year without its fund's name."""
    return Narrowed(whole, tuple(_sides(fund) for fund in _FUNDS), side)


def _fund(stem: str, fund: str) -> Iterator[tuple[str, Meaning]]:
    """A fund's part of every line; a bare name means the side that is being told."""
    name = f"{stem}(预算)?(财政)?(拨款|补助)?"
    income, spending = _sides(fund)
    yield f"年初{name}结转和?结余|{name}(年初|上年)结转和?结余", money(f"T4[年初-{fund}].金额", T4_IN)
    yield f"{name}(本年)?支出", spending
    yield f"{name}(本年)?收入", income
    yield name, Sided(income, spending)


GRANTS: Final = Vocabulary(
    lines(
        (
            f"{YEARLY}财政(拨款|补助)?{BOTH}(决算)?总(计|额|数|体)(情况)?数?均?",
            Subject(Address.parse(T4_IN), pair=Address.parse(T4_OUT)),
        ),
        *_fund("一般公共预算", _FUNDS[0]),
        *_fund("政府性基金", _FUNDS[1]),
        *_fund("国有资本经营", _FUNDS[2]),
        (f"{_GRANT}收入(决算)?总(计|额|数)|收入总(计|额)|总收入", money(T4_IN)),
        (f"{_GRANT}支出(决算)?总(计|额|数)|支出总(计|额)|总支出", money(T4_OUT)),
        (f"{_GRANT}{YEARLY}收入(决算)?(合计)?", money(_INCOME, T4_IN)),
        (f"{_GRANT}{YEARLY}支出(合计)?", money(_SPENDING, T4_OUT)),
        ("本年度?收入(合计)?", _of_the_year(money(_INCOME, T4_IN), 0)),
        ("本年度?支出(合计)?", _of_the_year(money(_SPENDING, T4_OUT), 1)),
        (INCOME_TOLD, either(_INCOME, T4_IN, usual=True)),
        (SPENDING_TOLD, either(_SPENDING, T4_OUT, usual=True)),
        (BOTH_ALONE, money(T4_IN)),
        (INCOME_ALONE, money(T4_IN)),
        (SPENDING_ALONE, money(T4_OUT)),
        (OPENING, money("T4[年初财政拨款结转和结余].金额", T4_IN)),
        (CLOSING, money("T4[年末财政拨款结转和结余].合计", T4_OUT)),
    ),
    money(T4_IN),
)
