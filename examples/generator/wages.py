"""Pay and insurance of the department's bodies: the same cells of 项 and 款 every month."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from .allocation import about
from .bills import MONTHLY
from .entries import grant, pay
from .voucher import BASIC, GENERAL, Journal, Purpose


@dataclass(frozen=True, slots=True)
class Wage:
    """One payroll voucher a month: usual yuan for each (项, 款)."""

    words: str
    day: int
    cells: Mapping[tuple[str, str], int]
    party: str = ""
    months: Sequence[int] = MONTHLY


def run(journal: Journal, rng: Random, wages: Sequence[Wage]) -> None:
    """Grant and pay the payroll month by month, to the fen."""
    for month in MONTHLY:
        quota: dict[Purpose, int] = {}
        for wage in (wage for wage in wages if month in wage.months):
            part = _month(rng, wage)
            pay(journal, journal.workday(month, wage.day), wage.words.format(m=month), part, wage.party)
            for purpose, fen in part.items():
                quota[purpose.granted] = quota.get(purpose.granted, 0) + fen
        grant(journal, journal.workday(month, 4), f"{month}月人员经费授权支付额度到账", quota)


def _month(rng: Random, wage: Wage) -> dict[Purpose, int]:
    cells = {Purpose(f, e, GENERAL, BASIC): about(rng, yuan * 100, 2) for (f, e), yuan in wage.cells.items()}
    return {purpose: fen + rng.randint(0, 99) for purpose, fen in cells.items()}
