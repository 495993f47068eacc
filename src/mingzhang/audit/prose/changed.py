"""Changed 由增减推基数: the budget that nobody prints, when the change against it is told beside the amount."""

from mingzhang.audit.interval import Interval
from mingzhang.audit.prose.agree import step
from mingzhang.audit.prose.figures import Figures
from mingzhang.audit.prose.percent import middle
from mingzhang.audit.prose.said import Said, Text
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.claim import Amount, Change, Claim, Completion


def change_against(said: Said, claim: Completion, text: Text) -> Said | None:
    """The amount of the change against the same budget, told in the same paragraph."""

    def told(other: Claim) -> bool:
        return isinstance(other, Change) and (other.fact, other.base) == (claim.actual, claim.budget)

    near = text.near(said, lambda other: told(other) and isinstance(other, Change) and bool(other.delta))
    return near if near and near.number else None


def base_of_change(said: Said, text: Text, figures: Figures) -> tuple[Interval, ...]:
    """What the budget of a rate of completion was, by the change against it."""
    if not isinstance(said.claim, Completion) or (near := change_against(said, said.claim, text)) is None:
        return ()
    if not isinstance(near.claim, Change) or near.claim.delta is None or near.number is None:
        return ()
    delta, half = near.claim.delta, step(near.number) // 2
    bases = (middle(now) - delta for now in _amounts(said, said.claim, text, figures))
    return tuple(Interval.around(base, half) for base in bases if base > 0)


def _amounts(said: Said, claim: Completion, text: Text, figures: Figures) -> tuple[Interval, ...]:
    """The final account: as the statements print it, and as it is told beside the rate."""
    near = text.near(said, lambda other: isinstance(other, Amount) and other.fact == claim.actual)
    told = (Interval.around(near.claim.value, 0),) if near and isinstance(near.claim, Amount) else ()
    return (*figures.readings(claim.actual), *told)


def base_shown(said: Said, whole: Address, text: Text, figures: Figures) -> str:
    """The budget in digits: as printed, else as amount and change make it."""
    near = change_against(said, said.claim, text) if isinstance(said.claim, Completion) else None
    if near is None or figures.readings(whole) or not isinstance(near.claim, Change) or said.fact is None:
        return figures.shown(whole)
    sign = "−" if (near.claim.delta or 0) > 0 else "+"
    return f"({figures.shown(said.fact)} {sign} {near.digits})"
