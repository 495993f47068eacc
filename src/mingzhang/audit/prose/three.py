"""Three 三公: what has to be told of it, and whether counts and amounts go together."""

from collections.abc import Iterator

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.interval import Fit
from mingzhang.audit.prose.agree import shown, slack
from mingzhang.audit.prose.budget import FITS
from mingzhang.audit.prose.figures import Figures
from mingzhang.audit.prose.kinds import CAR_KINDS, CARS, KINDS, SHOWN, TOTAL, Kind, Section, actual, count_of
from mingzhang.audit.prose.matter import matter
from mingzhang.audit.prose.move import change_root, rate_fit
from mingzhang.audit.prose.outcome import amiss, broken, idle, nearly, open_, passed
from mingzhang.audit.prose.said import Said, Text
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule, Severity
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.claim import Amount, Change, Claim, Count
from mingzhang.disclosure.topic import THREE


def three_items(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Each of the four amounts is told; one for buying and running cars together does not tell what buying cost."""
    section = Section.of(grid, context)
    if not section.spots:
        return
    if section.is_none or section.is_unclear:
        yield passed(rule) if section.is_none else open_(rule, "没有读懂“三公”经费各项的金额")
        return
    untold = [kind for kind in KINDS if not _is_told(section, kind)]
    yield from (passed(rule) for kind in KINDS if kind not in untold)
    if {kind.column for kind in untold} >= CAR_KINDS:
        untold = [kind for kind in untold if kind.column not in CAR_KINDS]
        yield _owed(rule, section, KINDS[1], "没有分列公务用车购置费和运行维护费", "分列购置费、运行维护费")
    for kind in untold:
        yield _owed(rule, section, kind, f"没有单独写明{kind.name}", f"写明{kind.name}的金额")


def _is_told(section: Section, kind: Kind) -> bool:
    """By an amount, a count of none, words for none, or what is told of all cars."""
    if section.amount(kind.column) or section.has_none(kind):
        return True
    counts = [section.count(column) for column, _ in kind.counts]
    if any(said and isinstance(said.claim, Count) and said.claim.value == 0 for said in counts):
        return True
    return kind.column in CAR_KINDS and _follows(section, kind)


def _follows(section: Section, kind: Kind) -> bool:
    """Whether nothing is left to tell of one kind of cars: nothing for all of them, or all of it for this kind."""
    together = section.amount(CARS)
    others = [section.amount(column) for column in CAR_KINDS - {kind.column}]
    return together is not None and any(_is_nothing(said) for said in (together, *others))


def _is_nothing(said: Said | None) -> bool:
    return said is not None and isinstance(said.claim, Amount) and said.claim.value == 0


def three_counts(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Groups and people abroad, cars bought and kept, receptions and guests are told."""
    section = Section.of(grid, context)
    if not section.spots or (section.is_unclear and not section.is_none):
        return
    for kind in KINDS:
        missing = [name for column, name in kind.counts if section.count(column) is None]
        if not missing or section.is_none or not (kind.always or section.value(kind.column)):
            yield passed(rule)
            continue
        if not kind.always and section.has_none(kind):
            yield passed(rule)
            continue
        unread = [name for column, name in kind.counts if name in missing and section.may_count(column)]
        if unread:
            yield open_(rule, f"没有读懂{kind.name}的{'、'.join(unread)}")
        if len(unread) == len(missing):
            continue
        names = "、".join(name for name in missing if name not in unread)
        yield _owed(rule, section, kind, f"{kind.name}没有写明{names}", f"写明{names}（没有的写0）")


def three_logic(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Money was spent where something was counted, and the other way round; told once a kind."""
    section = Section.of(grid, context)
    for kind in KINDS:
        value = section.value(kind.column)
        told = [(said, name) for column, name in kind.counts if (said := section.count(column))]
        if value is not None and told:
            yield _logic(rule, section, kind, value, told)


def _logic(rule: Rule, section: Section, kind: Kind, value: int, told: list[tuple[Said, str]]) -> Result:
    none = [(said, name) for said, name in told if count_of(said) == 0]
    some = [(said, name) for said, name in told if count_of(said)]
    if value and none and not (some and kind.may_join) and not section.has_foreign_guests(kind):
        said, name = none[0]
        note = f"{said.spot.where}{kind.name}{section.figures.shown(actual(kind.column))}万元，{name}却写0"
        return broken(rule, said, note, "", "大于0的数", severity=Severity.LOW if kind.keeps else None)
    if some and not value and not kind.keeps:
        said, name = some[0]
        note = f"{said.spot.where}{name}写{said.digits}，{kind.name}却为0"
        return broken(rule, said, note, "", "0")
    return passed(rule)


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


def _owed(rule: Rule, section: Section, kind: Kind, note: str, expected: str) -> Result:
    spot, start = section.place(kind)
    first, last = spot.line(start)
    span = (first, min(last, first + SHOWN)) if start - first < SHOWN else (start, min(last, start + SHOWN))
    root = f"{rule.id}:{kind.column}"
    return amiss(rule, spot, span, f"{spot.where}{note}", spot.text[start : start + len(kind.name)], expected, root)
