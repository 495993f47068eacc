"""Waiver 豁免: a finding somebody answers for by name, with the reason; it is disclosed, not hidden."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace

from mingzhang.audit.finding import Finding, Level
from mingzhang.audit.report import Report, ranked
from mingzhang.books.fault import Fault


@dataclass(frozen=True, slots=True)
class Waiver:
    """`place` is an address (T5[2080108].项目支出), a statement (T5), or a place as the finding words it."""

    rule: str
    place: str
    by: str
    reason: str

    @property
    def answer(self) -> str:
        """Who answers for the finding and why, as it stands beside it."""
        return f"{self.by}：{self.reason}"

    def covers(self, finding: Finding) -> bool:
        """Whether it speaks of this finding."""
        address = f"{finding.statement}[{finding.row}].{finding.column}"
        names = {address, finding.statement, finding.root, finding.place}
        return self.rule == finding.rule and self.place in names


_MEND = "每条豁免写四项：rule（规则编号）、place（位置）、by（谁决定）、reason（理由）"


def parse_waivers(data: Mapping[str, object], file: str = "waivers.toml") -> tuple[Waiver, ...] | tuple[Fault, ...]:
    """The waivers of a read waivers.toml, or all faults in it."""
    entries = data.get("waiver", [])
    if not isinstance(entries, list):
        return (Fault(file, "waiver", "", str(entries), "豁免应写成 [[waiver]] 各段", _MEND),)
    faults = [fault for number, entry in enumerate(entries, 1) for fault in _faults(entry, number, file)]
    faults += [
        Fault(file, key, "", str(value), f"不认识“{key}”", "本文件只写 [[waiver]] 各段")
        for key, value in data.items()
        if key != "waiver"
    ]
    return tuple(faults) if faults else tuple(Waiver(**{k: v.strip() for k, v in e.items()}) for e in entries)


def apply(waivers: Sequence[Waiver], report: Report) -> Report:
    """Mark the findings that are waived; a waiver nobody needs is reported, so that it does not linger."""
    marked = [_marked(finding, waivers) for finding in report.findings]
    unused = [w for w in waivers if not any(w.covers(finding) for finding in report.findings)]
    return replace(report, findings=ranked([*marked, *(_unused(waiver) for waiver in unused)]))


def _marked(finding: Finding, waivers: Sequence[Waiver]) -> Finding:
    waiver = next((w for w in waivers if w.covers(finding)), None)
    return replace(finding, waived=waiver.answer) if waiver else finding


def _unused(waiver: Waiver) -> Finding:
    message = f"豁免没有用到：规则{waiver.rule}在“{waiver.place}”没有疑点，请从 waivers.toml 删去（{waiver.answer}）。"
    return Finding("WAIVER.unused", Level.INFO, message, waiver.place, root=f"WAIVER:{waiver.rule}:{waiver.place}")


def _faults(entry: object, number: int, file: str) -> list[Fault]:
    place = f"第{number}条"
    if not isinstance(entry, Mapping):
        return [Fault(file, place, "", str(entry), "豁免应写成 [[waiver]] 各段", _MEND)]
    wanted = [f.name for f in fields(Waiver)]
    faults = [
        Fault(file, place, name, str(entry.get(name, "")), f"豁免缺“{name}”或不是文字", _MEND)
        for name in wanted
        if not isinstance(entry.get(name), str) or not str(entry[name]).strip()
    ]
    return faults + [
        Fault(file, place, str(key), str(value), f"豁免里没有“{key}”这一项", _MEND)
        for key, value in entry.items()
        if key not in wanted
    ]
