"""Notation 记法: a claim in one line, so that a case can be read beside its sentence."""

from fractions import Fraction

from mingzhang.disclosure.claim import (
    Absence,
    Amount,
    Change,
    Claim,
    Comparison,
    Completion,
    Count,
    Listing,
    Naming,
    Share,
)  # fmt: skip


def noted(claim: Claim) -> str:
    """`T1[收入总计].金额 = 193.13`, `A ± -13.94 | B`, `A / B = 66.35%`, `A < B`, `无 A B`, `A 3个`."""
    match claim:
        case Amount(fact, value):
            return f"{fact} = {_wan(value)}"
        case Count(fact, value):
            return f"{fact} # {value}"
        case Share(part, whole, ratio):
            return f"{part} / {whole} = {_percent(ratio)}"
        case Completion(actual, budget, ratio):
            return f"{actual} 完成 {budget} = {_percent(ratio)}"
        case Change() | Comparison():
            return _against(claim)
    return _of_many(claim)


def _against(claim: Change | Comparison) -> str:
    base = claim.base.phase or claim.base
    if isinstance(claim, Comparison):
        return f"{claim.fact} {'=><'[claim.sign]} {base}"
    return f"{claim.fact} - {base} = {_wan(claim.amount) if claim.rate is None else _percent(claim.rate)}"


def _of_many(claim: Claim) -> str:
    match claim:
        case Listing(facts):
            return "列 " + " ".join(fact.row for fact in facts)
        case Absence(facts):
            return "无 " + " ".join(map(str, facts))
        case Naming(fact, path):
            return f"名 {fact} {'/'.join(path)}"
    return str(claim)


def _wan(fen: int) -> str:
    return f"{fen / 1_000_000:.6f}".rstrip("0").rstrip(".")


def _percent(ratio: Fraction | None) -> str:
    return "None" if ratio is None else f"{float(ratio * 100):.6f}".rstrip("0").rstrip(".") + "%"
