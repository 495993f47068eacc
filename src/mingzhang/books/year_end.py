"""Year end 年末: what the turnovers of a closed trial balance were, told apart without the vouchers.

A trial balance gives one turnover for each account. On the balances 8101…8701 it mixes the year-end transfers with
everything else. The transfers of the three appropriations are known from the income and spending accounts that were
closed; what 8101 and 8102 moved beyond them corrected earlier years. Of the other balances the accounting system
says what they are closed against (财会〔2017〕25号, 8202, 8301, 8701).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from mingzhang.books.posting import Posting
from mingzhang.terms.classification import FundSource
from mingzhang.terms.money import Fen

_CARRIED = ("8101", "8102")
_SPENT_FROM = "7201"
_DISTRIBUTION = "8701"

Key = tuple[str, FundSource | None]


def told_apart(postings: Sequence[Posting]) -> list[Posting]:
    """The same postings with year-end transfers marked, and with what stands opposite where it can only be one."""
    if not any(p.closing for p in postings):
        return list(postings)
    marked = [_marked(p) for p in postings]
    return [*marked, *_adjustments(marked), *_tax(marked)]


def _marked(posting: Posting) -> Posting:
    head = posting.account[:4]
    if posting.opening or head <= "8001" or head > _DISTRIBUTION:
        return posting
    contra = {"8202": _DISTRIBUTION, "8301": _DISTRIBUTION if posting.credit else _SPENT_FROM}.get(head, "")
    return replace(posting, closing=True, contra=contra)


def _adjustments(postings: Iterable[Posting]) -> Iterable[Posting]:
    """What the carried balances moved beyond the transfers: taken out of them and put beside them."""
    moved: dict[Key, Fen] = defaultdict(int)
    sample: dict[Key, Posting] = {}
    for p in postings:
        key = (p.function, p.fund)
        if p.account.startswith(_CARRIED) and not p.opening:
            moved[key] += p.credit - p.debit
            sample[key] = p
        elif p.account[:1] in "67" and p.closing and p.fund and p.fund.is_appropriation:
            moved[key] -= p.debit - p.credit
    for key, amount in moved.items():
        if amount and key in sample:
            yield from _shifted(replace(sample[key], debit=0, credit=amount, contra="8001"))


def _tax(postings: Sequence[Posting]) -> Iterable[Posting]:
    """企业所得税: what was distributed and went neither into 8202 nor into 8301."""
    tax = _total(postings, _DISTRIBUTION, "debit") - _deficit(postings)
    tax -= _total(postings, "8202", "credit") + _total(postings, "8301", "credit")
    paid = next((p for p in postings if p.account.startswith("8001") and not p.opening), None)
    if paid and tax > 0 and not _total(postings, "8202", "debit"):
        yield from _shifted(replace(paid, debit=0, credit=tax, contra=_DISTRIBUTION))


def _deficit(postings: Sequence[Posting]) -> Fen:
    """A loss of 8501 carried into 8701: what 8501 and 8201 were credited with beyond the income closed into them."""
    closed = [p for p in postings if p.closing and p.account[:1] == "6"]
    income = sum(p.debit for p in closed if not p.account.startswith(("6001", "6401")))
    return max(0, _total(postings, "8501", "credit") + _total(postings, "8201", "credit") - income)


def _total(postings: Iterable[Posting], head: str, side: str) -> Fen:
    return sum(getattr(p, side) for p in postings if p.account.startswith(head) and not p.opening)


def _shifted(posting: Posting) -> tuple[Posting, Posting]:
    """An amount put under its own name, and taken out of the turnover it was part of."""
    rest = replace(posting, credit=-posting.credit, contra="", closing=posting.account[:4] != "8001")
    return replace(posting, closing=False), rest
