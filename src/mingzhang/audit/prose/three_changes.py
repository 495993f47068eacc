"""Three changes 三公增减: the change of the whole is the sum of the changes of its kinds."""

from collections.abc import Iterator

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.interval import Fit
from mingzhang.audit.prose.agree import shown, slack
from mingzhang.audit.prose.budget import FITS
from mingzhang.audit.prose.figures import Figures
from mingzhang.audit.prose.kinds import CARS, KINDS, TOTAL
from mingzhang.audit.prose.matter import matter
from mingzhang.audit.prose.move import change_root, rate_fit
from mingzhang.audit.prose.outcome import broken, idle, nearly, passed
from mingzhang.audit.prose.said import Said, Text
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule, Severity
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.claim import Change, Claim
from mingzhang.disclosure.topic import THREE


def three_changes(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """The change of the whole is the sum of the changes of its kinds, where all are told."""
    text, figures = matter(grid, context)
    seen: dict[tuple[int, Address], dict[str, Said]] = {}
    for said, claim in text.claims(Change, (THREE,)):
        if claim.delta is not None and claim.fact.statement == "T7":
            base = Address("T7", "", "", claim.base.phase or claim.base.row)
            seen.setdefault((said.spot.section, base), {}).setdefault(claim.fact.column, said)
    for found in seen.values():
        parts = [found.get(column) for column in (KINDS[0].column, CARS, KINDS[-1].column)]
        whole = found.get(TOTAL)
        if whole and whole.number and all(parts):
            yield _whole(rule, whole, [part for part in parts if part], figures, text)


def _whole(rule: Rule, whole: Said, parts: list[Said], figures: Figures, text: Text) -> Result:
    number = whole.number
    if number is None:
        return idle(rule, "没有印出数字")
    stated, total = _delta(whole), sum(_delta(part) for part in parts)
    gap = abs(stated - total)
    if gap == 0:
        return passed(rule)
    word, right = ("减少" if amount < 0 else "增加" for amount in (stated, total))
    expected = shown(abs(total), number)
    note = f"{whole.spot.where}“三公”经费合计写{word}{whole.digits}，各项增减之和为{right}{expected}"
    if gap <= slack(said.number for said in (whole, *parts)):
        return nearly(rule, whole, note, expected)
    wrong = [said for said in (whole, *parts) if _misfits(said, figures, text)]
    if len(wrong) == 1:
        return broken(rule, whole, note, "", "", change_root(wrong[0]), follows=True)
    borne_out = all(_delta(said) == 0 or _rate(said, figures, text) in FITS for said in (whole, *parts))
    if borne_out and word == right:
        note = f"{note}；各处的增减率又都与其增减额相符，请核对各项的上年数"
        return broken(rule, whole, note, "", expected, severity=Severity.INFO)
    return broken(rule, whole, note, "", expected)


def _misfits(said: Said, figures: Figures, text: Text) -> bool:
    """Whether the rate beside a change does not fit it, so that it is told there."""
    return _rate(said, figures, text) is Fit.WRONG


def _rate(said: Said, figures: Figures, text: Text) -> Fit | None:
    """How the rate beside a change fits it; None when there is none."""
    claim = said.claim

    def its_rate(other: Claim) -> bool:
        if not isinstance(claim, Change) or not isinstance(other, Change):
            return False
        return (other.fact, other.base) == (claim.fact, claim.base) and other.rate is not None

    rate = text.near(said, its_rate)
    return rate_fit(rate, figures, text) if rate else None


def _delta(said: Said) -> int:
    return said.claim.delta or 0 if isinstance(said.claim, Change) else 0
