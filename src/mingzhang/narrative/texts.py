"""Texts 自拟文字: what only people can write: reasons, purposes, duties."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Texts:
    """Free text of the unit.

    `reasons` are keyed by the address of the base that a figure is compared with (`T1[收入总计].金额@上年`,
    `T5[208].小计@年初预算`, `T7[预算数].公务接待费`); `purposes` by function code or by the name of an item;
    `explanations` of function codes, for the glossary, by code.
    """

    intro: str = ""
    duties: tuple[str, ...] = ()
    reasons: Mapping[str, str] = field(default_factory=dict)
    purposes: Mapping[str, str] = field(default_factory=dict)
    explanations: Mapping[str, str] = field(default_factory=dict)

    def reason(self, address: str) -> str:
        """The reason written for a base, ready to stand inside a sentence; empty when none is written."""
        return clause(self.reasons.get(address, ""), "主要原因")

    def purpose(self, key: str) -> str:
        """What the money was for, ready to stand inside a sentence; empty when none is written."""
        return clause(self.purposes.get(key, ""), "主要用于")


NO_TEXTS = Texts()


def clause(text: str, lead: str) -> str:
    """The text as a clause: one line, without the lead-in that the sentence brings itself and without a full stop."""
    flat = re.sub(r"\s*\n\s*", "", text.strip())
    return re.sub(rf"^{lead}[是为：:]*\s*", "", flat).strip().rstrip("。；，;,.")


def full_sentence(text: str) -> str:
    """The text as a sentence of its own, with its full stop."""
    flat = re.sub(r"\s*\n\s*", "", text.strip())
    return flat if not flat or flat[-1] in "。！？：；" else f"{flat}。"
