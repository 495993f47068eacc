"""Rules 审核规则: every rule of the data files, read once; which hold in a year; the groups of rows they speak of."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from mingzhang.audit.context import Groups
from mingzhang.audit.ledger import LEDGER_CHECKS
from mingzhang.audit.named import CHECKS
from mingzhang.audit.parser import parse, parse_cell
from mingzhang.audit.relation import Comparison, Relation
from mingzhang.audit.rule import Basis, Case, Kind, Rule, Severity, Tolerance
from mingzhang.standards.data_file import VERIFIED, names, toml
from mingzhang.terms.period import Span

_FOLDER = "rules"
_ROWS = "rows"
_TEXTS = ("id", "label", "label_en", "reference")
_OPTIONS = (
    "relation",
    "check",
    "arguments",
    "tolerance",
    "needs",
    "when",
    "bodies",
    "first",
    "last",
    "locates",
    "rests_on",
    "advice",
)
_KEYS = frozenset((*_TEXTS, "kind", "severity", "pass", "fail", VERIFIED, *_OPTIONS))
_ALWAYS_PUBLISHED = ("T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8")
_STATE_CAPITAL_SINCE = 2020
"""The ninth statement came with the final accounts of 2020 (central departments: 由8张变为9张)."""


class BrokenRule(ValueError):
    """A rule in the data files that cannot be used; the message names it."""


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, in the order of the files; raises BrokenRule."""
    found = tuple(
        read_rule(entry, file) for file in names(_FOLDER, ".toml") if file != _ROWS for entry in _entries(file)
    )
    ids = [rule.id for rule in found]
    twice = sorted({i for i in ids if ids.count(i) > 1})
    if twice:
        raise BrokenRule(f"规则编号重复：{'、'.join(twice)}")
    return found


def rules(year: int) -> tuple[Rule, ...]:
    """The rules that hold for the final accounts of a fiscal year."""
    return tuple(rule for rule in all_rules() if year in rule.span)


@cache
def groups() -> Groups:
    """The named groups of rows that relations speak of: group → official row name → key."""
    return {name: rows for name, rows in toml(f"{_FOLDER}/{_ROWS}.toml").items() if isinstance(rows, dict)}


def expected(year: int) -> frozenset[str]:
    """The statements that every final accounts of that year must contain, even when empty."""
    ninth = ("T9",) if year >= _STATE_CAPITAL_SINCE else ()
    return frozenset((*_ALWAYS_PUBLISHED, *ninth))


def _entries(file: str) -> list[dict[str, Any]]:
    table = toml(f"{_FOLDER}/{file}.toml")
    common = {VERIFIED: table.get(VERIFIED), **table.get("common", {})}
    return [{**common, **entry} for entry in table.get("rule", [])]


def read_rule(entry: Mapping[str, Any], file: str) -> Rule:
    """One rule as it is written in a data file; raises BrokenRule, naming rule, file and what is wrong."""
    name = f"规则{entry.get('id', '?')}（{file}.toml）"
    unknown = sorted(set(entry) - _KEYS)
    if unknown:
        raise BrokenRule(f"{name}：不认识 {'、'.join(unknown)}")
    if bool(entry.get("relation")) == bool(entry.get("check")) and entry.get("check") != "same_names":
        raise BrokenRule(f"{name}：relation 和 check 要写且只写一个")
    if entry.get("check", "same_names") not in {*CHECKS, *LEDGER_CHECKS}:
        raise BrokenRule(f"{name}：没有名为 {entry['check']} 的检查")
    try:
        return _build(entry)
    except (KeyError, ValueError) as error:
        raise BrokenRule(f"{name}：{error}") from error


def _build(entry: Mapping[str, Any]) -> Rule:
    verified = entry[VERIFIED]
    rule = Rule(
        **{key: str(entry[key]) for key in _TEXTS},
        kind=Kind(entry["kind"]),
        severity=Severity(entry["severity"]),
        verified_on=verified if isinstance(verified, date) else None,
        passing=_case(entry["pass"]),
        failing=_case(entry["fail"]),
        relations=_relations(entry.get("relation", [])),
        check=entry.get("check", ""),
        arguments=tuple(entry.get("arguments", [])),
        tolerance=Tolerance(entry.get("tolerance", Tolerance.ROUNDING.value)),
        needs=tuple(parse_cell(text) for text in entry.get("needs", [])),
        when=_relations(entry.get("when", [])),
        bodies=entry.get("bodies", ""),
        span=Span(entry.get("first"), entry.get("last")),
        locates=entry.get("locates", True),
        rests_on=Basis(entry.get("rests_on", Basis.SENSE.value)),
        advice=entry.get("advice", ""),
    )
    return _refuse_names(rule)


def _refuse_names(rule: Rule) -> Rule:
    names = any(relation.comparison is Comparison.SAME_TEXT for relation in rule.relations)
    if names != (rule.check == "same_names"):
        raise ValueError('≡ 与 check = "same_names" 要一起写')
    return rule


def _relations(texts: str | list[str]) -> tuple[Relation, ...]:
    return tuple(parse(text) for text in ([texts] if isinstance(texts, str) else texts))


def _case(entry: Mapping[str, Any]) -> Case:
    """A small document: figures by address, and under its own keys what else the rule looks at."""
    return Case(
        figures={key: value for key, value in entry.items() if "." in key and isinstance(value, str)},
        names=entry.get("names", {}),
        lines=tuple(entry.get("lines", ())),
        bodies=entry.get("bodies", ""),
        year=entry.get("year"),
        members=entry.get("members", {}),
        copies=entry.get("copies", {}),
        text=entry.get("text", ""),
    )
