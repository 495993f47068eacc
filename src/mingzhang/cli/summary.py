"""What a build has to say for itself: totals, findings, what is owed, files."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from mingzhang.audit.finding import Finding, Level
from mingzhang.books.fault import Fault
from mingzhang.cli.language import say
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.appraisal import Performance
from mingzhang.disclosure.fact import Facts
from mingzhang.narrative.owed import Owed
from mingzhang.publishing.writers import FORMATS
from mingzhang.terms.rounding import half_up
from mingzhang.terms.unit import POINTS
from mingzhang.workflows.build import OWED, Built

_TOTALS = (
    ("T1[收入总计].金额", "收入总计", "total income"),
    ("T1[支出总计].金额", "支出总计", "total spending"),
    ("T3[total].基本支出", "基本支出", "basic spending"),
    ("T3[total].项目支出", "项目支出", "project spending"),
)
_MOST = 12
_LONGEST = 160


def told(built: Built, directory: Path, out: Path) -> Iterator[str]:
    """The summary, line by line."""
    year = built.accounts.year
    yield say(f"{year.entity.name} {year.year}年度决算公开", f"{year.entity.name}, final accounts {year.year}")
    yield ""
    yield "　".join(_totals(built.accounts.facts))
    yield from _source(built)
    yield from _performance(built.accounts.performance)
    yield from _hints(built.hints)
    yield from _review(built)
    yield from _owed(built.owed)
    yield from _files(built, out)
    if not built.stopped:
        yield say("查一个数：", "Follow a number: ") + f'mingzhang explain {directory} "T5[total].小计"'


def _totals(facts: Facts) -> Iterator[str]:
    for text, chinese, english in _TOTALS:
        if fact := facts.get(Address.parse(text)):
            yield f"{say(chinese, english)} {fact.unit.state(fact.value, grouping=True)}"


def _source(built: Built) -> Iterator[str]:
    ledger = built.accounts.ledger
    if ledger:
        units = len(built.accounts.year.leaves)
        snapshot = ledger.engine.snapshot
        count = f"{snapshot.count:,}"
        yield say(f"账簿：{units} 个单位，{count} 行分录，快照 {snapshot.digest[:12]}",
                  f"Books: {units} unit(s), {count} lines, snapshot {snapshot.digest[:12]}")  # fmt: skip


def _performance(performance: Performance | None) -> Iterator[str]:
    for one in performance.appraisals if performance else ():
        result = f"{one.name} {_points(one.total)}/{_points(one.full)} {one.grade}".rstrip()
        yield say(f"绩效自评：{result}", f"Self-evaluation: {result}")
    missed = performance.missed if performance else ()
    if missed:
        told = say("；", "; ").join(f"{one.name} {one.target} → {one.actual}" for one in missed[:_MOST])
        yield say(f"没有达到目标：{len(missed)} 项　{told}", f"Targets missed: {len(missed)}  {told}")


def _points(value: Fraction | None) -> str:
    return "—" if value is None else POINTS.show(half_up(value * POINTS.scale))


def _hints(hints: tuple[Fault, ...]) -> Iterator[str]:
    if hints:
        yield ""
        yield say(f"输入有 {len(hints)} 处提示（不影响编制）：", f"{len(hints)} hints on the input:")
        yield from (f"  {h.file} {h.place} {h.column} {h.value}　{h.message}：{h.mend}" for h in hints[:_MOST])
        yield from _rest(len(hints))


def _review(built: Built) -> Iterator[str]:
    coverage, findings = built.report.coverage, built.report.findings
    counts = {level: sum(f.level is level for f in findings) for level in Level}
    yield say(
        f"审核：{coverage.passed} 项相符，{coverage.violated} 项不符，{coverage.undetermined} 项无法判断，"
        f"{coverage.not_applicable} 项不适用；疑点：错误 {counts[Level.ERROR]}，警告 {counts[Level.WARNING]}，"
        f"说明 {counts[Level.INFO]}，见 findings.json",
        f"Review: {coverage.passed} passed, {coverage.violated} violated, {coverage.undetermined} undetermined, "
        f"{coverage.not_applicable} not applicable; findings: {counts[Level.ERROR]} errors, "
        f"{counts[Level.WARNING]} warnings, {counts[Level.INFO]} infos, see findings.json",
    )
    loud = [f for f in findings if f.level is not Level.INFO]
    yield from (f"  {_finding(f)}" for f in loud[:_MOST])
    yield from _rest(len(loud))
    if loud and built.accounts.ledger:
        yield say(
            "  表中的数都由账簿得出：先用 mingzhang explain 查到凭证行，在账里改，不要改表",
            "  every figure comes from the books: follow it with mingzhang explain and mend the books, not the table",
        )


def _finding(finding: Finding) -> str:
    words = {Level.ERROR: say("错误", "error"), Level.WARNING: say("警告", "warning"), Level.INFO: say("说明", "info")}
    waived = say(f"　已放行（{finding.waived}）", f"  waived ({finding.waived})") if finding.waived else ""
    where = f"{finding.statement}[{finding.row}].{finding.column}" if finding.column else ""
    message = finding.message if len(finding.message) <= _LONGEST else finding.message[:_LONGEST] + "……"
    return f"[{words[finding.level]}] {finding.rule} {where}　{message}{waived}"


def _owed(owed: tuple[Owed, ...]) -> Iterator[str]:
    if owed:
        yield ""
        yield say(
            f"还有 {len(owed)} 处要由人补写，补好后再编一次：", f"{len(owed)} things are still to be written by hand:"
        )
        for one in owed[:_MOST]:
            where = f"{one.file} [{one.table}]" if one.table else one.file
            yield f"  {one.question}"
            yield f"    {where}　{one.line}"
        if (count := len(owed)) > _MOST:
            yield say(f"  ……另有 {count - _MOST} 处，全部在 {OWED}", f"  … {count - _MOST} more, all of them in {OWED}")


def _files(built: Built, out: Path) -> Iterator[str]:
    yield ""
    if built.stopped:
        yield say(
            f"有错误级疑点，没有发布；{out} 里只更新了 findings.json，原有文件未动。"
            "改正后再编，或在 waivers.toml 写明理由放行。",
            f"Errors were found, nothing was published; only findings.json in {out} is new. "
            "Mend and build again, or give your reason in waivers.toml.",
        )
        return
    yield say(f"已在 {out} 生成 {len(built.files)} 个文件：", f"{len(built.files)} files in {out}:")
    names = {str(path.relative_to(out)) for path in built.files}
    for form in FORMATS.values():
        if form.file in names:
            yield f"  {form.file:<18}{form.label}"
    if "facts.csv" in names:
        label = say("全部数据项，连同 datapackage.json 和各表 CSV", "every fact, with datapackage.json")
        yield f"  {'facts.csv':<18}{label}"
    if OWED in names:
        label = say("还要由人补写的各处", "what is still to be written by hand")
        yield f"  {OWED:<16}{label}"
    for name, reason in built.left_out.items():
        yield say(f"没有生成 {name}：{reason}", f"{name} was left out: {reason}")


def _rest(count: int) -> Iterator[str]:
    if count > _MOST:
        yield say(f"  ……另有 {count - _MOST} 处", f"  … {count - _MOST} more")


def as_data(built: Built) -> dict[str, object]:
    """The summary for programs: amounts as strings in yuan are in facts.csv, not here."""
    year, coverage = built.accounts.year, built.report.coverage
    return {
        "unit": year.entity.name,
        "year": year.year,
        "published": not built.stopped,
        "coverage": {
            "passed": coverage.passed,
            "violated": coverage.violated,
            "undetermined": coverage.undetermined,
            "not_applicable": coverage.not_applicable,
        },
        "findings": {level.value: sum(f.level is level for f in built.report.findings) for level in Level},
        "owed": [{"question": o.question, "file": o.file, "table": o.table, "line": o.line} for o in built.owed],
        "files": [str(path) for path in built.files],
        "left_out": built.left_out,
    }
