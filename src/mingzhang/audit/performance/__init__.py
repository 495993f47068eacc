"""What is said of targets and results: tables of self-evaluation and the sentences about them."""

from collections.abc import Callable, Iterable, Mapping

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.performance import (
    agreement,
    claims,
    formulas,
    framework,
    funding,
    lists,
    money,
    presence,
    results,
    retold,
    scope,
    scoring,
    stages,
    summaries,
    tally,
)
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule

CHECKS: Mapping[str, Callable[[Rule, Grid, Context], Iterable[Result]]] = {
    "performance_adjustment": formulas.adjustment,
    "performance_added": lists.added,
    "performance_answered": presence.answered,
    "performance_averaged": tally.averaged,
    "performance_claims": claims.honest,
    "performance_columns": presence.columns,
    "performance_counted": lists.counted,
    "performance_coverage": stages.coverage,
    "performance_execution_rate": funding.execution_rates,
    "performance_execution_score": funding.execution_scores,
    "performance_explained": results.explained,
    "performance_fair_scores": results.fair_scores,
    "performance_filled": presence.filled,
    "performance_framework": framework.complete,
    "performance_graded": tally.graded,
    "performance_grades": scoring.grades,
    "performance_heading": framework.right_heading,
    "performance_lost_points": results.lost_points,
    "performance_overshot": results.overshot,
    "performance_parts_within": money.parts_within,
    "performance_parts": lists.parts,
    "performance_promised": presence.promised,
    "performance_quantified": results.quantified,
    "performance_quoted": lists.quoted,
    "performance_rectified": tally.rectified,
    "performance_report_money": scope.report_money,
    "performance_same_in_work": agreement.same_in_work,
    "performance_same_values": agreement.same_values,
    "performance_satisfaction": framework.satisfaction_apart,
    "performance_scope": scope.project_money,
    "performance_scores": scoring.scores,
    "performance_sources": money.sources,
    "performance_summaries": retold.summaries_agree,
    "performance_summary_grade": summaries.graded_scores,
    "performance_summary_rate": summaries.execution,
    "performance_summary_total": summaries.summed_scores,
    "performance_totals": scoring.totals,
    "performance_usual_weights": framework.usual_weights,
    "performance_weights": scoring.weights,
    "performance_whole_money": formulas.whole_money,
}
