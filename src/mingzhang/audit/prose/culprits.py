"""Culprits 病根: the numbers of prose that a sum shows to be wrong; what is computed from them follows from them."""

from mingzhang.audit.prose.budget import Culprit, in_rate
from mingzhang.audit.prose.figures import Figures
from mingzhang.audit.prose.planned import sound_budgets, wrong_budget
from mingzhang.audit.prose.procurement import wrong_purchase
from mingzhang.audit.prose.said import Said, Text
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.claim import Completion


def by_sum(address: Address, text: Text, figures: Figures) -> Culprit | None:
    """The number that a sum of budgets or of purchases shows to be wrong, when it states this figure."""
    found = (find(text, figures) for find in (wrong_budget, wrong_purchase))
    return next((culprit for culprit in found if culprit and culprit.said.fact == address), None)


def by_rate(said: Said, actual: Address, budget: Address, text: Text, figures: Figures) -> Culprit | None:
    """The budget beside a rate that does not fit, unless the sum of all budgets bears it out."""
    return None if budget in sound_budgets(text, figures) else in_rate(said, actual, budget, text, figures)


def blamed(said: Said, claim: Completion, text: Text, figures: Figures) -> Culprit | None:
    """The budget, when it and not the rate of completion is wrong: as the items' sum or the words about it say."""
    return by_sum(claim.budget, text, figures) or by_rate(said, claim.actual, claim.budget, text, figures)
