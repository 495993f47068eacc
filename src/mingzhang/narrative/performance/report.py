"""绩效评价报告: the evaluation report of the annex, told from the same indicators as the tables."""

from collections.abc import Iterator

from mingzhang.disclosure.address import TOTAL, Address
from mingzhang.disclosure.appraisal import Performance
from mingzhang.narrative.block import BlockKind, Piece
from mingzhang.narrative.context import Context
from mingzhang.narrative.passage import EMPTY, Passage, joined, words
from mingzhang.narrative.performance import dues, targets
from mingzhang.narrative.performance.management import RESULTS, everything, results
from mingzhang.narrative.performance.results import LEVELS, MONEY, levels, spent
from mingzhang.narrative.performance.slots import filled
from mingzhang.narrative.performance.told import told
from mingzhang.narrative.performance.trend import SENTENCES, trend
from mingzhang.narrative.performance.works import ADMITTED, complete
from mingzhang.narrative.phrases import amount, item
from mingzhang.narrative.texts import full_sentence

_INCOME = Address("T2", TOTAL, "本年收入合计")
_SPENDING = {
    "spending": Address("T3", TOTAL, "本年支出合计"),
    "basic": Address("T3", TOTAL, "基本支出"),
    "project": Address("T3", TOTAL, "项目支出"),
}


def lead(c: Context, performance: Performance) -> tuple[Piece, ...]:
    """What was evaluated and what money that covers."""
    whole = performance.whole
    if whole and whole.monies:
        return (c.say("report.lead", amount=amount(c, whole.monies[0].executed)),)
    return (c.say("report.lead.projects"),)


def overview(c: Context, performance: Performance) -> tuple[Piece, ...]:
    """整体支出概况: income and spending of the year, basic and for projects, and what those were for."""
    sums = {slot: amount(c, address) for slot, address in _SPENDING.items()}
    income = c.say("report.income", amount=amount(c, _INCOME)) if c.known(_INCOME) else EMPTY
    use = c.texts.purpose("项目支出")
    purpose = c.say("report.purpose", purpose=use) if use and c.value(_SPENDING["project"]) else EMPTY
    return (c.say("report.overview", income=income, **sums) + purpose,)


def stories(c: Context, performance: Performance) -> tuple[Piece, ...]:
    """绩效目标及完成情况: the goals of the whole, then the story of each piece of key work."""
    whole = performance.whole
    goal = filled(c, full_sentence(whole.expected), whole.achievements) if whole else EMPTY
    aims = c.say("report.expected", expected=goal) if goal.runs else goal
    return (aims, *_stories(c, performance))


def _stories(c: Context, performance: Performance) -> Iterator[Passage]:
    for n, work in enumerate(performance.works, 1):
        story = complete(c, work, work.story or work.done)
        yield words(f"{item(c, n)}{full_sentence(work.title)}") + story


def analysis(c: Context, performance: Performance) -> tuple[Piece, ...]:
    """实施情况分析: money and points of the whole and of each project."""
    whole = performance.whole
    first = spent(c, whole, "money.whole") + levels(c, whole) if whole else EMPTY
    each = (spent(c, project, "money.project") + levels(c, project) for project in performance.projects)
    own = performance.texts.get("实施情况", ())
    more = (filled(c, full_sentence(text)) for text in ((own,) if isinstance(own, str) else own))
    return (first, *each, *more)


def purpose(c: Context, performance: Performance) -> tuple[Piece, ...]:
    """评价目的."""
    return dues.passages(c, performance, "评价目的", "请写明绩效评价的目的")


def process(c: Context, performance: Performance) -> tuple[Piece, ...]:
    """评价过程."""
    return dues.passages(c, performance, "评价过程", "请写明绩效评价的工作过程")


def conclusion(c: Context, performance: Performance) -> tuple[Piece, ...]:
    """主要绩效及评价结论: scores, what became of the targets, last year beside this."""
    whole = performance.whole
    compared = trend(c, whole) if whole else EMPTY
    return (results(c, performance), targets.outcome(c, everything(performance)), compared)


def problems(c: Context, performance: Performance) -> tuple[Piece, ...]:
    """存在的问题, numbered when there are several."""
    return _listed(c, dues.passages(c, performance, "存在的问题", "请写明绩效评价发现的问题"))


def advice(c: Context, performance: Performance) -> tuple[Piece, ...]:
    """有关建议, numbered when there are several."""
    return _listed(c, dues.passages(c, performance, "有关建议", "请写明有关建议"))


def other(c: Context, performance: Performance) -> tuple[Piece, ...]:
    """其他需要说明的问题; none unless some are written."""
    if not performance.texts.get("其他说明"):
        return (c.say("report.nothing"),)
    return dues.passages(c, performance, "其他说明", "")


def signed(c: Context, performance: Performance) -> tuple[Piece, ...]:
    """Who reports, and when."""
    return tuple(words(text) for text in (c.entity.name, c.dated) if text)


def _listed(c: Context, passages: tuple[Passage, ...]) -> tuple[Piece, ...]:
    if len(passages) < 2:
        return passages
    return tuple(
        joined((words(item(c, n)), passage)) if passage.runs else passage for n, passage in enumerate(passages, 1)
    )


BLOCKS = {
    "report.lead": BlockKind(told(lead), {"report.lead": "amount", "report.lead.projects": ""}),
    "report.overview": BlockKind(
        told(overview),
        {"report.overview": "income spending basic project", "report.income": "amount", "report.purpose": "purpose"},
    ),
    "report.stories": BlockKind(told(stories), {"report.expected": "expected", **ADMITTED}),
    "report.analysis": BlockKind(told(analysis), {**MONEY, **LEVELS}),
    "report.purpose": BlockKind(told(purpose), {}),
    "report.process": BlockKind(told(process), {}),
    "report.conclusion": BlockKind(told(conclusion), {**RESULTS, **SENTENCES}),
    "report.problems": BlockKind(told(problems), {}),
    "report.advice": BlockKind(told(advice), {}),
    "report.other": BlockKind(told(other), {"report.nothing": ""}),
    "report.signed": BlockKind(told(signed), {}),
}
