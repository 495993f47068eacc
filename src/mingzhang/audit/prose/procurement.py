"""Procurement 政府采购: the kinds make the total, and no part is more than its whole."""

from collections.abc import Iterable, Iterator
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.prose.agree import shown, slack
from mingzhang.audit.prose.amounts import root_of
from mingzhang.audit.prose.budget import Culprit, amount_of, in_sum
from mingzhang.audit.prose.figures import Figures
from mingzhang.audit.prose.matter import matter
from mingzhang.audit.prose.outcome import broken, idle, nearly, passed, quoting
from mingzhang.audit.prose.said import Said, Text
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.claim import Amount

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


def procurement_sums(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """货物 + 工程 + 服务 = the total; every part is at most its whole."""
    text, figures = matter(grid, context)
    told = _told(text, "政府采购")
    whole = told.get("合计")
    parts = [told[name] for name in KINDS if name in told]
    if whole and len(parts) == len(KINDS):
        yield _sum(rule, whole, parts, text, figures)
    wrong = wrong_purchase(text, figures)
    for part, of in _WITHIN:
        if part in told and of in told:
            yield _at_most(rule, [told[part]], told[of], wrong)
    if whole and all(name in told for name in _TOGETHER):
        yield _at_most(rule, [told[name] for name in _TOGETHER], whole, wrong)


def wrong_purchase(text: Text, figures: Figures) -> Culprit | None:
    """The amount because of which the kinds of procurement do not make the total, beyond rounding."""
    told = _told(text, "政府采购")
    whole, parts = told.get("合计"), [told[name] for name in KINDS if name in told]
    if whole is None or len(parts) != len(KINDS):
        return None
    gap = abs(amount_of(whole) - sum(amount_of(part) for part in parts))
    return in_sum(whole, parts, text, figures) if gap > _slack((whole, *parts)) else None


def _told(text: Text, row: str) -> dict[str, Said]:
    """Where each amount of a row of 补充资料 is told first."""
    return {
        c.fact.column: s for s, c in reversed(list(text.claims(Amount))) if c.fact == Address("S", row, c.fact.column)
    }


def _sum(rule: Rule, whole: Said, parts: list[Said], text: Text, figures: Figures) -> Result:
    number = whole.number
    if number is None or not all(part.number for part in parts):
        return idle(rule, "没有印出数字")
    total, stated = sum(amount_of(part) for part in parts), amount_of(whole)
    gap, expected = abs(stated - total), shown(total, number)
    if gap == 0:
        return passed(rule)
    terms = " + ".join(part.digits for part in parts)
    note = f"{whole.spot.where}政府采购总额写{whole.digits}，货物、工程、服务之和{terms} = {expected}"
    if gap <= _slack((whole, *parts)):
        return nearly(rule, whole, note, expected)
    culprit = in_sum(whole, parts, text, figures)
    right = shown(culprit.right, culprit.said.number or number)
    return quoting(broken(rule, culprit.said, note, "", right, root_of(culprit.said)), (whole, *parts))


def _at_most(rule: Rule, parts: list[Said], whole: Said, wrong: Culprit | None) -> Result:
    total = sum(amount_of(part) for part in parts)
    if total <= amount_of(whole) + _slack((*parts, whole)):
        return passed(rule)
    names = "、".join(part.fact.column for part in parts if part.fact)
    limit = whole.fact.column.replace("合计", "政府采购总额") if whole.fact else ""
    note = f"{parts[0].spot.where}{names}{' + '.join(p.digits for p in parts)}大于{limit}{whole.digits}"
    if wrong and wrong.said is whole and total <= wrong.right + _slack((*parts, whole)):
        return broken(rule, parts[-1], note, "", "", root_of(whole), follows=True)
    return broken(rule, parts[-1], note, "", f"不大于{whole.digits}")


def _slack(said: Iterable[Said]) -> int:
    return slack(one.number for one in said)
