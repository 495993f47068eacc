"""Sums 合计: procurement, vehicles and shares that the prose itself adds up."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.interval import Fit, fit_hundred
from mingzhang.audit.prose.agree import shown, step
from mingzhang.audit.prose.figures import Figures
from mingzhang.audit.prose.matter import matter, text_of
from mingzhang.audit.prose.outcome import broken, idle, nearly, passed
from mingzhang.audit.prose.percent import in_percent
from mingzhang.audit.prose.said import Said, Text
from mingzhang.audit.prose.shares import percent_root, quotient_fit
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.claim import Amount, Count, Share

WHOLE: Final = Address("S", "政府采购", "合计")
KINDS: Final = ("货物", "工程", "服务")
_WITHIN: Final = (
    ("授予小微企业合同金额", "授予中小企业合同金额"),
    ("授予中小企业合同金额", "合计"),
    ("面向小微企业预留预算金额", "面向中小企业预留预算金额"),
    ("预留项目中小企业成交金额", "合计"),
    ("其他项目中小企业成交金额", "合计"),
)
"""Each is a part of the other. What was reserved is a budget and may exceed what was bought."""
_TOGETHER: Final = ("预留项目中小企业成交金额", "其他项目中小企业成交金额")
CARS: Final = Address("S", "国有资产", "车辆合计")
_LEFT_OVER: Final = "其他用车"


def procurement_sums(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """货物 + 工程 + 服务 = the total; every part is at most its whole."""
    told = _told(text_of(context.document), "政府采购")
    whole = told.get("合计")
    parts = [told[name] for name in KINDS if name in told]
    if whole and len(parts) == len(KINDS):
        yield _sum(rule, whole, parts, "货物、工程、服务之和")
    for part, of in _WITHIN:
        if part in told and of in told:
            yield _at_most(rule, [told[part]], told[of])
    if whole and all(name in told for name in _TOGETHER):
        yield _at_most(rule, [told[name] for name in _TOGETHER], whole)


def vehicle_sums(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """The vehicles of all classes are the vehicles in all."""
    text = text_of(context.document)
    told = {c.fact: s for s, c in reversed(list(text.claims(Count))) if c.fact.row == CARS.row}
    whole = told.get(CARS)
    parts = [said for fact, said in told.items() if fact.column.endswith("用车")]
    if whole is None or not parts or not whole.number:
        return
    total, stated = sum(_value(part) for part in parts), _value(whole)
    closed = any(fact.column == _LEFT_OVER for fact in told)
    if total == stated or (total < stated and not closed):
        yield passed(rule)
        return
    note = f"{whole.spot.where}共有车辆写{whole.digits}，各类车辆之和为{total}辆"
    yield broken(rule, whole, note, "", f"{total}{whole.number.unit}")


def share_sums(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Shares of parts that make up the whole make 100; a wrong one among them is told by itself."""
    text, figures = matter(grid, context)
    groups: dict[tuple[int, Address], list[Said]] = {}
    for said, claim in text.claims(Share):
        if said.number:
            groups.setdefault((said.spot.number, claim.whole), []).append(said)
    for (_, whole), found in groups.items():
        if len(found) > 1 and _make_up(whole, found, figures):
            yield _hundred(rule, found, figures)


def _make_up(whole: Address, found: list[Said], figures: Figures) -> bool:
    """Whether the parts are all there are: they add up to the whole but for rounding."""
    target = figures.cells(whole)[:1]
    parts = [figures.cells(said.claim.part)[:1] for said in found if isinstance(said.claim, Share)]
    if not target or not all(parts) or len({said.claim for said in found}) != len(found):
        return False
    cells = [cell for part in parts for cell in part]
    slack = sum(cell.spread for cell in (*cells, *target))
    return target[0].value != 0 and abs(sum(cell.value for cell in cells) - target[0].value) <= slack


def _hundred(rule: Rule, found: list[Said], figures: Figures) -> Result:
    numbers = [said.number for said in found if said.number]
    places = min(number.places for number in numbers)
    fit = fit_hundred([number.value for number in numbers], places)
    total = in_percent(sum((number.value for number in numbers), Fraction(0)), places)
    note = f"{found[0].spot.where}各项占比之和为{total}"
    if fit is Fit.EXACT:
        return passed(rule)
    wrong = next((said for said in found if quotient_fit(said, figures) is Fit.WRONG), None)
    if fit is Fit.WRONG and wrong:
        return broken(rule, wrong, note, "", "", percent_root(wrong), follows=True)
    return nearly(rule, found[0], note)


def _told(text: Text, row: str) -> dict[str, Said]:
    """Where each amount of a row of 补充资料 is told first."""
    return {
        c.fact.column: s for s, c in reversed(list(text.claims(Amount))) if c.fact == Address("S", row, c.fact.column)
    }


def _sum(rule: Rule, whole: Said, parts: list[Said], name: str) -> Result:
    number = whole.number
    if number is None or not all(part.number for part in parts):
        return idle(rule, "没有印出数字")
    total, stated = sum(_value(part) for part in parts), _value(whole)
    slack = _slack((whole, *parts))
    gap, expected = abs(stated - total), shown(total, number)
    if gap == 0:
        return passed(rule)
    terms = " + ".join(part.digits for part in parts)
    note = f"{whole.spot.where}政府采购总额写{whole.digits}，{name}{terms} = {expected}"
    return nearly(rule, whole, note, expected) if gap <= slack else broken(rule, whole, note, "", expected)


def _at_most(rule: Rule, parts: list[Said], whole: Said) -> Result:
    total = sum(_value(part) for part in parts)
    if total <= _value(whole) + _slack((*parts, whole)):
        return passed(rule)
    names = "、".join(part.fact.column for part in parts if part.fact)
    limit = whole.fact.column.replace("合计", "政府采购总额") if whole.fact else ""
    note = f"{parts[0].spot.where}{names}{' + '.join(p.digits for p in parts)}大于{limit}{whole.digits}"
    return broken(rule, parts[-1], note, "", f"不大于{whole.digits}")


def _slack(said: Iterable[Said]) -> int:
    return sum(step(one.number) for one in said if one.number) // 2


def _value(said: Said) -> int:
    return said.claim.value if isinstance(said.claim, Amount | Count) else 0
