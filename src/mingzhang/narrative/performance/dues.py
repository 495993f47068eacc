"""Dues 待补: reasons, remedies and passages that a self-evaluation still lacks, with where they belong."""

from collections.abc import Iterable, Iterator

from mingzhang.disclosure.appraisal import Achievement, Appraisal, Performance, State
from mingzhang.disclosure.evaluation import Scope
from mingzhang.narrative.context import Context
from mingzhang.narrative.owed import Owed
from mingzhang.narrative.passage import Passage, lacking
from mingzhang.narrative.performance.named import PLAN_FILE
from mingzhang.narrative.performance.slots import filled
from mingzhang.narrative.texts import full_sentence

_WHAT = {
    State.MISSED: "没有达到目标",
    State.SURPASSED: "远超目标",
    State.UNMEASURED: "没有完成值",
}


def passages(c: Context, performance: Performance, key: str, question: str) -> tuple[Passage, ...]:
    """The free passages under a key, each a sentence; asked for when there are none."""
    given = performance.texts.get(key, ())
    texts = [text for text in ((given,) if isinstance(given, str) else given) if text.strip()]
    if not texts:
        blank = '["", ""]' if key in ("存在的问题", "有关建议") else '""'
        return (lacking(Owed(None, question, PLAN_FILE, "texts", f'"{key}" = {blank}')),)
    return tuple(filled(c, full_sentence(text)) for text in texts)


def explanations(performance: Performance) -> Iterator[Owed]:
    """The reasons and remedies that are missing, each indicator once."""
    of_works = (one for work in performance.works for one in work.achievements)
    of_tables = (one for appraisal in performance.appraisals for one in appraisal.achievements)
    for one in {one.indicator: one for one in (*of_works, *of_tables)}.values():
        if one.is_owed:
            yield from _explanation(one)


def goals(appraisals: Iterable[Appraisal]) -> Iterator[Owed]:
    """The goals of the year in words that are missing."""
    for appraisal in appraisals:
        table = "whole" if appraisal.scope is Scope.WHOLE else "[project]"
        for key, what, text in (
            ("expected", "预期目标", appraisal.expected),
            ("actual", "实际完成情况", appraisal.actual),
        ):
            if not text.strip():
                yield Owed(None, f"“{appraisal.name}”的年度{what}没有写", PLAN_FILE, table, f'{key} = ""')


def unmeasured(c: Context, performance: Performance) -> Iterator[Owed]:
    """The values that words name and that were not measured, wherever the words stand."""
    for text in _texts(performance):
        yield from filled(c, text).owed


def _texts(performance: Performance) -> Iterator[str]:
    for a in performance.appraisals:
        yield from (a.expected, a.actual, a.problems, a.improvements, *(words for _, words in a.details))
        yield from (text for one in a.achievements for text in (one.actual, one.reason, one.remedy))
    for work in performance.works:
        yield from (work.goal, work.done, work.story)


def _explanation(one: Achievement) -> Iterator[Owed]:
    done = f"，完成{one.actual}" if one.actual and one.state is not State.UNMEASURED else ""
    gap = f"“{one.name}”（{one.indicator}）目标{one.target}{done}，{_WHAT[one.state]}"
    if not one.reason:
        yield Owed(one.fact, f"{gap}，原因是什么？", PLAN_FILE, "[indicator]", 'reason = ""')
    if not one.remedy and one.state is not State.SURPASSED:
        yield Owed(one.fact, f"{gap}，怎样改进？", PLAN_FILE, "[indicator]", 'remedy = ""')
