"""What is said of targets and results: tables of self-evaluation and the sentences about them."""

from collections.abc import Callable, Iterable, Mapping

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.performance import claims, framework, funding, presence, results, scope, scoring, stages
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule

CHECKS: Mapping[str, Callable[[Rule, Grid, Context], Iterable[Result]]] = {
    "performance_averaged": stages.averaged,
    "performance_claims": claims.honest,
    "performance_columns": presence.columns,
    "performance_coverage": stages.coverage,
    "performance_execution_rate": funding.execution_rates,
    "performance_execution_score": funding.execution_scores,
    "performance_explained": results.explained,
    "performance_fair_scores": results.fair_scores,
    "performance_filled": presence.filled,
    "performance_framework": framework.complete,
    "performance_graded": stages.graded,
    "performance_grades": scoring.grades,
    "performance_heading": framework.right_heading,
    "performance_lost_points": results.lost_points,
    "performance_overshot": results.overshot,
    "performance_promised": presence.promised,
    "performance_quantified": results.quantified,
    "performance_rectified": stages.rectified,
    "performance_satisfaction": framework.satisfaction_apart,
    "performance_scope": scope.project_money,
    "performance_scores": scoring.scores,
    "performance_sources": funding.sources,
    "performance_totals": scoring.totals,
    "performance_weights": scoring.weights,
}
