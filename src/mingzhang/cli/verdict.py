"""What an audit has to say on the terminal: coverage first, then what is wrong, then what was written."""

import os
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from mingzhang.cli.language import say
from mingzhang.disclosure.examination import Examination
from mingzhang.disclosure.remark import INFO, LEVELS, Remark
from mingzhang.publishing.columns import aligned
from mingzhang.workflows.audit import Round
from mingzhang.workflows.verdicts import by_rule, levels

_LONGEST = 400
_FEW, _MANY = 6, 40


def told(done: Round, out: Path | None, files: Sequence[Path]) -> Iterator[str]:
    """The summary, line by line: one file in full, several as tables."""
    if len(done.examinations) == 1:
        yield from _one(done.examinations[0])
    else:
        yield from _several(done)
    if out:
        yield ""
        yield from _files(out, files)


def _one(examination: Examination) -> Iterator[str]:
    if examination.refused:
        yield say(f"{examination.path} 没有审核：{examination.refused}", f"{examination.path}: {examination.refused}")
        return
    yield _headline(examination)
    yield from _coverage(examination)
    yield from (say(f"阅读提示：{hint}", f"Reading: {hint}") for hint in examination.hints[:_FEW])
    yield _counts(examination)
    told = [remark for remark in examination.remarks if not remark.root.startswith("undetermined:")]
    for level in LEVELS:
        yield from _level(level, [remark for remark in told if remark.level == level])


def _headline(examination: Examination) -> str:
    pages = say(f"，{examination.pages}页", f", {examination.pages} pages") if examination.pages else ""
    found = "、".join(examination.statements) or say("没有", "none")
    return say(
        f"{examination.unit} {examination.year}年度（{examination.path}{pages}；报表 {found}）",
        f"{examination.unit} {examination.year} ({examination.path}{pages}; statements {found})",
    )


def _coverage(examination: Examination) -> Iterator[str]:
    tally, bound = examination.tally, examination.bound
    yield say(
        f"校验：{tally.passed} 项相符，{tally.violated} 项不符，{tally.undetermined} 项无法判断，"
        f"{tally.not_applicable} 项不适用",
        f"Checks: {tally.passed} passed, {tally.violated} violated, {tally.undetermined} undetermined, "
        f"{tally.not_applicable} not applicable",
    )
    open_ones = [(r.rule, note) for r in examination.requirements for note in r.open]
    for note, group in groupby(sorted(open_ones, key=lambda one: one[1])[:_MANY], key=lambda one: one[1]):
        yield say("  无法判断：", "  undetermined: ") + f"{note}（{'、'.join(rule for rule, _ in group)}）"
    yield say(
        f"说明文字：{bound.numbers} 个数，读懂 {bound.bound} 个",
        f"Prose: {bound.numbers} numbers, {bound.bound} of them understood",
    )


def _counts(examination: Examination) -> str:
    count = levels(examination.remarks)
    waived = say(f"，已放行 {count['waived']}", f", {count['waived']} waived") if count["waived"] else ""
    return say(
        f"疑点：错误 {count['error']}，警告 {count['warning']}，说明 {count['info']}{waived}",
        f"Findings: {count['error']} errors, {count['warning']} warnings, {count['info']} infos{waived}",
    )


def _level(level: str, remarks: list[Remark]) -> Iterator[str]:
    """The findings of one level; those of one cause stand together under the first of them."""
    most = _FEW if level == INFO else _MANY
    causes: dict[str, list[Remark]] = {}
    for remark in remarks:
        causes.setdefault(remark.root or str(id(remark)), []).append(remark)
    for first, *others in list(causes.values())[:most]:
        yield from _finding(first)
        yield from (say("    同因：", "    same cause: ") + _where(other) + _change(other) for other in others)
    if len(causes) > most:
        yield say(f"  ……另有 {len(causes) - most} 处，见 findings.json", f"  … {len(causes) - most} more")


def _finding(remark: Remark) -> Iterator[str]:
    word = {"error": say("错误", "error"), "warning": say("警告", "warning"), "info": say("说明", "info")}[remark.level]
    yield f"[{word}] {remark.rule}　{_where(remark)}{_change(remark)}"
    yield "    " + _short(remark.message)
    if remark.waived:
        yield say("    已放行：", "    waived: ") + remark.waived


def _where(remark: Remark) -> str:
    at = remark.position
    page = say(f"第{at.page}页 ", f"p. {at.page} ") if at and at.page else ""
    line = say(f"第{at.line}行 ", f"line {at.line} ") if at and at.line else ""
    cell = f"{at.sheet}!{at.cell} " if at and at.cell else ""
    return f"{page}{line}{cell}{remark.place}"


def _change(remark: Remark) -> str:
    if remark.expected:
        return f"　{_short(remark.printed, 60)} → {_short(remark.expected, 60)}"
    return f"　{_short(remark.printed, 60)}" if remark.printed else ""


def _short(text: str, longest: int = _LONGEST) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else flat[:longest] + "……"


def _several(done: Round) -> Iterator[str]:
    audited = [e for e in done.examinations if not e.refused]
    yield from _run(done, audited)
    if audited:
        yield ""
        yield from _units(audited)
        yield ""
        yield from _rules(audited)
    yield from _refused(done)


def _run(done: Round, audited: Sequence[Examination]) -> Iterator[str]:
    total = len(done.examinations)
    yield say(f"收到 {total} 份文件，审核了 {len(audited)} 份", f"{total} files, {len(audited)} audited")
    if done.recalled:
        yield say(f"其中 {done.recalled} 份是上次审完的，没有重做", f"{done.recalled} were finished by an earlier run")
    if done.intake.others:
        kinds = "、".join(f"{ending or say('无后缀', 'none')} {n}" for ending, n in done.intake.others.items())
        yield say(f"略过其他格式的文件：{kinds}", f"other kinds of file passed over: {kinds}")
    for path, first in done.twins.items():
        yield say(f"{path} 与 {first} 是同一文件", f"{path} is the same file as {first}")


def _units(audited: Sequence[Examination]) -> Iterator[str]:
    head = say("单位,年度,错误,警告,相符,不符,无法判断,文件", "unit,year,errors,warnings,passed,violated,open,file")
    worst = sorted(audited, key=lambda e: (-_loud(e, "error"), -_loud(e, "warning")))
    shown = _shown_paths([e.path for e in audited])
    rows = [_unit(examination, shown[examination.path]) for examination in worst[:_MANY]]
    yield from aligned([head.split(","), *rows], (40, 6, 8, 8, 8, 8, 8, 60))
    if len(worst) > _MANY:
        yield say(f"……另有 {len(worst) - _MANY} 份，见 summary.json", f"… {len(worst) - _MANY} more in summary.json")


def _shown_paths(paths: Sequence[str]) -> dict[str, str]:
    """The paths as seen from the folder that holds them all, where there is one."""
    try:
        common = os.path.commonpath([Path(path).absolute().parent for path in paths])
        return {path: os.path.relpath(path, common) for path in paths}
    except ValueError:  # on several drives
        return {path: path for path in paths}


def _unit(examination: Examination, shown: str) -> list[str]:
    tally = examination.tally
    numbers = (
        examination.year, _loud(examination, "error"), _loud(examination, "warning"), tally.passed, tally.violated,
        tally.undetermined,
    )  # fmt: skip
    return [examination.unit, *map(str, numbers), shown]


def _loud(examination: Examination, level: str) -> int:
    return levels(examination.remarks)[level]


def _rules(audited: Sequence[Examination]) -> Iterator[str]:
    groups = by_rule(audited)
    if not groups:
        yield say("没有错误，也没有警告", "no errors and no warnings")
        return
    head = say("规则,疑点,份数,要求", "rule,findings,files,requirement").split(",")
    rows = [
        [rule, str(len(group)), str(len({e.path for e, _ in group})), group[0][1].label]
        for rule, group in list(groups.items())[:_MANY]
    ]
    yield from aligned([head, *rows], (14, 8, 8, 80))


def _refused(done: Round) -> Iterator[str]:
    refused = [e for e in done.examinations if e.refused]
    closed = done.intake.closed
    if refused or closed:
        yield ""
        yield say(f"没有审核的 {len(refused)} 份：", f"{len(refused)} not audited:")
    for examination in refused:
        yield f"  {examination.path}　{_short(examination.refused)}"
    yield from (say(f"  打不开文件夹 {path}：{why}", f"  folder {path}: {why}") for path, why in closed)


def _files(out: Path, files: Sequence[Path]) -> Iterator[str]:
    """What was written, folder by folder."""
    yield say(f"已在 {out} 写入：", f"Written to {out}:")
    for folder, group in groupby(files, key=lambda path: path.parent):
        names = [path.name for path in group]
        if folder == out or len(names) == 1:
            yield "  " + "　".join(str((folder / name).relative_to(out)) for name in names)
        else:
            yield say(f"  {folder.name}/　{len(names)} 份", f"  {folder.name}/  {len(names)} files")
