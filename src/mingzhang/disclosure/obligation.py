"""Obligation 公开要求: one line of a finance bureau's check table, answered by the rules that look at it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Obligation:
    """What a published document owes its readers; `rules` are the ids, or beginnings of ids, of the rules behind it."""

    group: str
    label: str
    reference: str
    rules: tuple[str, ...]

    def covers(self, rule: str) -> bool:
        """Whether a rule speaks to this requirement: `T1` covers T1.2 and T1_x but not T10."""
        return any(rule == id or rule.startswith((f"{id}.", f"{id}_")) for id in self.rules)
