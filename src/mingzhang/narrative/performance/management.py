"""预算绩效管理工作开展情况: what was done, what money it covers, and what came of it."""

from mingzhang.disclosure.address import TOTAL, Address
from mingzhang.disclosure.appraisal import Achievement, Appraisal, Performance
from mingzhang.narrative.block import BlockKind, Piece
from mingzhang.narrative.context import Context
from mingzhang.narrative.passage import EMPTY, Passage, joined, words
from mingzhang.narrative.performance import named, targets, totals
from mingzhang.narrative.performance.dues import passages
from mingzhang.narrative.performance.figures import figure, points, scored
from mingzhang.narrative.performance.told import told
from mingzhang.narrative.phrases import amount, share

PROJECTS = Address("T3", TOTAL, "项目支出")
"""What all projects spent, whether they were evaluated or not."""
SPENDING = Address("T3", TOTAL, "本年支出合计")
RESULTS = {
    "result.lead": "items",
    "result.whole": "score grade",
    "result.project": "item score grade",
    "result.projects": "count score",
    "result.grade": "grade",
    **targets.SENTENCES,
}


def done(c: Context, performance: Performance) -> tuple[Piece, ...]:
    """How evaluations were organised, in the unit's own words."""
    return passages(c, performance, "工作开展", "请写明预算绩效管理工作是怎样开展的")


def scope(c: Context, performance: Performance) -> tuple[Piece, ...]:
    """Which evaluations were made and what money each covers, projects and the whole kept apart."""
    parts = (_whole(c, performance.whole) if performance.whole else EMPTY, _projects(c, performance))
    return (c.say("scope.lead") + joined(parts),) if performance.appraisals else ()


def _whole(c: Context, whole: Appraisal) -> Passage:
    """Evaluations of the whole may still leave out money: then its share of all spending is told."""
    if not whole.monies:
        return EMPTY
    executed, count = whole.monies[0].executed, figure(c, totals.indicators(whole.id))
    covered = amount(c, executed)
    if not c.value(SPENDING) or c.value(executed) == c.value(SPENDING):
        return c.say("scope.whole", amount=covered, count=count)
    of_all = c.say("scope.share.whole", whole=amount(c, SPENDING), share=share(c, executed, SPENDING))
    return c.say("scope.part", amount=covered, share=of_all, count=count)


def _projects(c: Context, performance: Performance) -> Passage:
    if not performance.projects or totals.EXECUTED not in c.facts:
        return EMPTY
    of_all = EMPTY
    if c.value(PROJECTS):
        part = share(c, totals.EXECUTED, PROJECTS)
        of_all = c.say("scope.share", whole=amount(c, PROJECTS), share=part)
    count = figure(c, totals.PROJECTS)
    return c.say("scope.projects", count=count, amount=amount(c, totals.EXECUTED), share=of_all)


def conclusion(c: Context, performance: Performance) -> tuple[Piece, ...]:
    """Scores and grades, then what became of all targets, those of key work included."""
    return (results(c, performance) + targets.outcome(c, everything(performance)),)


def results(c: Context, performance: Performance) -> Passage:
    """The scores and grades of the whole and of the projects; of several projects their average."""
    parts = [_whole_result(c, performance.whole)] if performance.whole else []
    if len(performance.projects) == 1:
        parts.append(_project_result(c, performance.projects[0]))
    elif totals.AVERAGE in c.facts:
        mean = scored(c, totals.AVERAGE)
        parts.append(c.say("result.projects", count=figure(c, totals.PROJECTS), score=mean))
    items = joined(parts, "；")
    return c.say("result.lead", items=items) if items.runs else EMPTY


def everything(performance: Performance) -> tuple[Achievement, ...]:
    """Every indicator of evaluations and key work, once."""
    of_tables = (one for appraisal in performance.appraisals for one in appraisal.achievements)
    of_works = (one for work in performance.works for one in work.achievements)
    return tuple({one.indicator: one for one in (*of_works, *of_tables)}.values())


def graded(c: Context, appraisal: Appraisal) -> Passage:
    """The clause of the grade; none without one."""
    return c.say("result.grade", grade=words(appraisal.grade)) if appraisal.grade else EMPTY


def score(c: Context, appraisal: Appraisal) -> Passage:
    """The total."""
    return points(c, named.of(appraisal.id, "总分"), appraisal.total)


def _whole_result(c: Context, whole: Appraisal) -> Passage:
    if whole.total is None:
        return EMPTY
    return c.say("result.whole", score=score(c, whole), grade=graded(c, whole))


def _project_result(c: Context, project: Appraisal) -> Passage:
    if project.total is None:
        return EMPTY
    return c.say("result.project", item=project.name, score=score(c, project), grade=graded(c, project))


BLOCKS = {
    "performance.done": BlockKind(told(done), {}),
    "performance.scope": BlockKind(
        told(scope),
        {
            "scope.lead": "",
            "scope.whole": "amount count",
            "scope.part": "amount share count",
            "scope.share.whole": "whole share",
            "scope.projects": "count amount share",
            "scope.share": "whole share",
        },
    ),
    "performance.conclusion": BlockKind(told(conclusion), RESULTS),
}
