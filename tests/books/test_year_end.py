"""A closed trial balance says the same of the year's end as the vouchers would."""

from datetime import date

from mingzhang.books.posting import Posting
from mingzhang.books.year_end import told_apart
from mingzhang.terms.classification import FundSource, Nature

GENERAL = FundSource.GENERAL


def turnover(
    account: str,
    debit: int = 0,
    credit: int = 0,
    *,
    closing: bool = False,
    function: str = "",
    fund: FundSource | None = None,
) -> Posting:
    """One side of an account's turnover."""
    return Posting(
        "001", date(2021, 12, 31), "", 1, "发生额", account, function, "", fund, Nature.BASIC, "", "", debit, credit,
        closing=closing,
    )  # fmt: skip


def own(account: str, debit: int = 0, credit: int = 0, *, closing: bool = False) -> Posting:
    """The same for the appropriation of one function."""
    return turnover(account, debit, credit, closing=closing, function="2080150", fund=GENERAL)


def closed(income: int, spending: int) -> list[Posting]:
    """Appropriation income and spending, both closed."""
    return [
        own("6001", credit=income),
        own("6001", debit=income, closing=True),
        own("7201", debit=spending),
        own("7201", credit=spending, closing=True),
        own("8101", credit=income),
    ]


def carried(postings: list[Posting], *, closing: bool) -> int:
    """Net credit of 8101 that counts, or does not count, as year-end transfer."""
    return sum(p.credit - p.debit for p in postings if p.account == "8101" and p.closing is closing)


def test_transfers_alone_leave_no_adjustment() -> None:
    found = told_apart([*closed(900, 700), own("8101", debit=700)])
    assert (carried(found, closing=True), carried(found, closing=False)) == (200, 0)


def test_what_moved_beyond_the_transfers_corrected_earlier_years() -> None:
    found = told_apart([*closed(900, 700), own("8101", debit=730)])
    assert (carried(found, closing=True), carried(found, closing=False)) == (200, -30)


def test_books_not_yet_closed_are_left_as_they_are() -> None:
    open_books = [own("6001", credit=5), turnover("8101", debit=5)]
    assert told_apart(open_books) == open_books


def test_a_distribution_is_told_by_where_it_went() -> None:
    found = told_apart(
        [
            *closed(1, 1),
            own("8101", debit=1),
            turnover("8701", credit=100),
            turnover("8701", debit=100),
            turnover("8301", credit=30),
            turnover("8202", credit=45),
            turnover("8001", credit=500),
        ]
    )
    against = {p.account: p.credit for p in found if p.contra == "8701"}
    assert against == {"8301": 30, "8202": 45, "8001": 25}
    assert sum(p.credit - p.debit for p in found if p.account == "8001") == 500


def test_fund_money_spent_is_told_from_money_put_in() -> None:
    found = told_apart([*closed(1, 1), turnover("8301", debit=20), turnover("8202", debit=7)])
    assert {(p.account, p.contra) for p in found if p.account in ("8301", "8202")} == {
        ("8301", "7201"),
        ("8202", "8701"),
    }
