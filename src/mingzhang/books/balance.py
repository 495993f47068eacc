"""Balance 余额: the sum of all postings that agree in every dimension a statement can ask for."""

from dataclasses import dataclass

from mingzhang.terms.classification import FundSource, Nature
from mingzhang.terms.money import Fen


@dataclass(frozen=True, slots=True)
class Balance:
    """One cell of the books' cube: what a Selection is asked of when the lines themselves are not needed."""

    entity: str
    account: str
    function: str
    economic: str
    fund: FundSource | None
    nature: Nature | None
    project: str
    contra: str
    counterparty: str
    opening: bool
    closing: bool
    debit: Fen
    credit: Fen
