"""Topic 主题: what a section of the narrative is about, whatever a region calls it and wherever it stands."""

from typing import Final

DUTIES: Final = "duties"
STRUCTURE: Final = "structure"
STAFF: Final = "staff"
OVERALL: Final = "overall"
INCOME: Final = "income"
SPENDING: Final = "spending"
GRANTS: Final = "grants"
GENERAL: Final = "general"
GENERAL_TOTAL: Final = "general.total"
GENERAL_STRUCTURE: Final = "general.structure"
GENERAL_ITEMS: Final = "general.items"
BASIC: Final = "basic"
THREE: Final = "three"
FUND: Final = "fund"
STATE_CAPITAL: Final = "state_capital"
RUNNING_COST: Final = "running_cost"
PROCUREMENT: Final = "procurement"
ASSETS: Final = "assets"
PERFORMANCE: Final = "performance"
OTHER_MATTERS: Final = "other"
GLOSSARY: Final = "glossary"
WORK: Final = "work"
ANNEX: Final = "annex"

TOPICS: Final = (
    DUTIES, STRUCTURE, STAFF, OVERALL, INCOME, SPENDING, GRANTS, GENERAL, GENERAL_TOTAL, GENERAL_STRUCTURE,
    GENERAL_ITEMS, BASIC, THREE, FUND, STATE_CAPITAL, RUNNING_COST, PROCUREMENT, ASSETS, PERFORMANCE, OTHER_MATTERS,
    GLOSSARY, WORK, ANNEX,
)  # fmt: skip
