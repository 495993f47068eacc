"""自评结果 of the whole and of each project: money, score, targets and last year in words, then the table."""

from mingzhang.disclosure.appraisal import Appraisal, Performance
from mingzhang.disclosure.evaluation import Scope
from mingzhang.narrative.block import BlockKind, Piece
from mingzhang.narrative.context import Context
from mingzhang.narrative.passage import EMPTY, Passage, joined, words
from mingzhang.narrative.performance import charts, dues, form, named, targets
from mingzhang.narrative.performance.figures import scored
from mingzhang.narrative.performance.management import graded, score
from mingzhang.narrative.performance.told import told
from mingzhang.narrative.performance.trend import SENTENCES, trend
from mingzhang.narrative.phrases import amount, completion

MONEY = {
    "money.whole": "opening budget executed completion",
    "money.project": "item opening budget executed completion",
    "money.opening": "amount",
    "money.completion": "completion",
}
LEVELS = {"levels": "items", "level": "item score weight"}
_SENTENCES = {
    **MONEY,
    **LEVELS,
    **targets.BRIEF,
    **form.SENTENCES,
    "result.own": "score grade",
    "result.grade": "grade",
    **SENTENCES,
}


def whole(c: Context, performance: Performance) -> tuple[Piece, ...]:
    """The unit's own evaluation, its table and charts."""
    if performance.whole is None:
        return ()
    return (
        *_told(c, performance.whole),
        trend(c, performance.whole),
        *charts.of_appraisal(c, performance.whole),
        *charts.of_trend(c, performance.whole),
    )


def projects(c: Context, performance: Performance) -> tuple[Piece, ...]:
    """Each project's evaluation and table; last year and charts only where the unit as a whole has none."""
    own = performance.whole is None
    return tuple(
        piece for project in performance.projects for piece in (*_told(c, project), *(_own(c, project) if own else ()))
    )


def _own(c: Context, project: Appraisal) -> tuple[Piece, ...]:
    return (trend(c, project), *charts.of_appraisal(c, project), *charts.of_trend(c, project))


def use(c: Context, performance: Performance) -> tuple[Piece, ...]:
    """What the results are used for."""
    return dues.passages(c, performance, "结果应用", "请写明绩效评价结果怎样应用")


def spent(c: Context, appraisal: Appraisal, key: str) -> Passage:
    """What was planned and spent, and the share; nothing without money."""
    if not appraisal.monies:
        return EMPTY
    money = appraisal.monies[0]
    opening = c.say("money.opening", amount=amount(c, money.opening)) if money.opening else EMPTY
    rate = completion(c, money.executed, money.budget)
    values = {"budget": amount(c, money.budget), "executed": amount(c, money.executed)}
    share = c.say("money.completion", completion=rate) if rate.runs else EMPTY
    return c.say(key, item=words(appraisal.name), opening=opening, completion=share, **values)


def levels(c: Context, appraisal: Appraisal) -> Passage:
    """The points of money and of each first level, where there are any."""
    names = (*(money.label for money in appraisal.monies if money.weight is not None), *appraisal.levels)
    items = joined((_level(c, appraisal, name) for name in names), "，")
    return c.say("levels", items=items) if items.runs else EMPTY


def _level(c: Context, appraisal: Appraisal, name: str) -> Passage:
    earned, weight = (named.of(appraisal.id, column, name) for column in ("得分", "分值"))
    if earned not in c.facts or weight not in c.facts:
        return EMPTY
    is_money = any(money.label == name for money in appraisal.monies)
    return c.say("level", item="预算执行率" if is_money else name, score=scored(c, earned), weight=scored(c, weight))


def _told(c: Context, appraisal: Appraisal) -> tuple[Piece, ...]:
    key = "money.whole" if appraisal.scope is Scope.WHOLE else "money.project"
    own = c.say("result.own", score=score(c, appraisal), grade=graded(c, appraisal))
    first = spent(c, appraisal, key) + (own + levels(c, appraisal) if appraisal.total is not None else EMPTY)
    second = targets.above_table(c, appraisal.achievements)
    return (first, second, form.form(c, appraisal))


BLOCKS = {
    "performance.whole": BlockKind(told(whole), _SENTENCES),
    "performance.projects": BlockKind(told(projects), _SENTENCES),
    "performance.use": BlockKind(told(use), {}),
}
