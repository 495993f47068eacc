"""What the sentences say of figures, held against the figures: amounts, shares, changes, lists, reasons."""

from collections.abc import Callable, Iterable, Mapping

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.prose.absence import absences
from mingzhang.audit.prose.amounts import amounts
from mingzhang.audit.prose.deltas import deltas
from mingzhang.audit.prose.direction import comparisons, directions, levels
from mingzhang.audit.prose.emptied import emptied
from mingzhang.audit.prose.growth import growths
from mingzhang.audit.prose.hundred import share_sums
from mingzhang.audit.prose.items import items_told
from mingzhang.audit.prose.listing import lists
from mingzhang.audit.prose.planned import item_budgets
from mingzhang.audit.prose.procurement import procurement_sums
from mingzhang.audit.prose.reason import item_reasons, reasons
from mingzhang.audit.prose.running import running_cost
from mingzhang.audit.prose.same import repeated
from mingzhang.audit.prose.shares import completions, shares
from mingzhang.audit.prose.sign import percent_signs
from mingzhang.audit.prose.three import three_counts, three_items, three_logic
from mingzhang.audit.prose.three_changes import three_changes
from mingzhang.audit.prose.vehicles import vehicle_sums
from mingzhang.audit.prose.zero import zero_bases, zero_budgets, zero_deltas
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule

CHECKS: Mapping[str, Callable[[Rule, Grid, Context], Iterable[Result]]] = {
    "absences": absences,
    "amounts": amounts,
    "comparisons": comparisons,
    "completions": completions,
    "deltas": deltas,
    "directions": directions,
    "emptied_statements": emptied,
    "growths": growths,
    "item_budgets": item_budgets,
    "item_reasons": item_reasons,
    "items_told": items_told,
    "said_levels": levels,
    "lists": lists,
    "percent_signs": percent_signs,
    "procurement_sums": procurement_sums,
    "reasons": reasons,
    "repeated": repeated,
    "running_cost": running_cost,
    "share_sums": share_sums,
    "shares": shares,
    "completions_of_nothing": zero_budgets,
    "changes_from_nothing": zero_bases,
    "changes_of_nothing": zero_deltas,
    "three_changes": three_changes,
    "three_counts": three_counts,
    "three_items": three_items,
    "three_logic": three_logic,
    "vehicle_sums": vehicle_sums,
}
