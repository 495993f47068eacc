"""Origin 来源: a trace in plain Chinese."""

from collections.abc import Callable

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.trace import Computed, Divided, Entered, Measured, Scored, Selected, Stated, Term, Trace
from mingzhang.terms.criterion import Criterion
from mingzhang.terms.rounding import half_up
from mingzhang.terms.selection import Measure, Selection
from mingzhang.terms.unit import PERCENT

Name = Callable[[Address], str]


def origin(trace: Trace, name: Name) -> str:
    """Where a figure comes from, in one sentence; `name` gives the words for other figures."""
    match trace:
        case Selected(selections, snapshot):
            return f"取自账簿：{'；再加 '.join(map(question, selections))}。账簿摘要 {snapshot[:12]}。"
        case Computed(terms):
            return f"计算得出：{_sum(terms, name)}。"
        case Measured(indicator, criterion, snapshot):
            return f"按绩效指标“{indicator}”从台账计量：{asked(criterion)}。台账摘要 {snapshot[:12]}。"
        case Divided(numerator, denominator, complement):
            quotient = f"（{_sum(numerator, name)}）÷（{_sum(denominator, name)}）"
            return f"计算得出：{'1－' if complement else ''}{quotient}。"
        case Scored(weight, share, method, basis):
            looked = f"，依据{'、'.join(map(name, basis))}" if basis else ""
            return f"评分得出：{name(weight)}×{PERCENT.state(half_up(share * 10_000))}（{method}{looked}）。"
        case Stated(position):
            return f"读自 {position}。"
        case Entered(by, position) if by == position.file:
            return f"录入的数据，见 {position}。"
        case Entered(by, position):
            return f"由{by}录入，见 {position}。"


def _sum(terms: tuple[Term, ...], name: Name) -> str:
    return "".join(("＋" if term.sign > 0 else "－") + name(term.address) for term in terms).removeprefix("＋")


def asked(criterion: Criterion) -> str:
    """What is asked of a register."""
    taken = (
        f"“{criterion.sums}”合计"
        if criterion.sums
        else f"“{criterion.distinct}”的不同值"
        if criterion.distinct
        else "条数"
    )
    return f"台账“{criterion.register}”中{'，'.join(conditions(criterion))}，取{taken}"


def conditions(criterion: Criterion) -> tuple[str, ...]:
    """What the records asked for have in common, each in words."""
    held = (f"{c.field}{c.test.value}{'或'.join(map(str, c.values))}" for c in criterion.conditions)
    return tuple(held) or ("全部记录",)


def question(selection: Selection) -> str:
    """What is asked of the books."""
    conditions = [
        _codes("会计科目", selection.accounts),
        _codes("支出功能分类", selection.functions),
        _codes("支出经济分类", selection.economics),
        _words("资金性质", [fund.value for fund in selection.funds]),
        _words("支出性质", [nature.value for nature in selection.natures]),
        _words("项目", list(selection.projects)),
        _codes("对方科目", selection.contra),
        _words("单位", list(selection.entities)),
        "不含单位之间往来" if selection.outside else "",
        "含年末结转凭证" if selection.closing_entries else "",
    ]
    limits = "，".join(condition for condition in conditions if condition)
    measure = selection.measure.value
    if selection.measure not in (Measure.DEBIT, Measure.CREDIT):
        measure += f"（{selection.side.value}方）"
    return f"{limits or '全部分录'}，取{measure}"


def _codes(name: str, codes: tuple[str, ...]) -> str:
    return f"{name} {'、'.join(codes)}" if codes else ""


def _words(name: str, words: list[str]) -> str:
    return f"{name}为{'或'.join(words)}" if words else ""
