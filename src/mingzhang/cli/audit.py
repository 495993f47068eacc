"""`mingzhang audit`: what is wrong in published final accounts, whoever made them."""

import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mingzhang.audit.waiver import Waiver, parse_waivers
from mingzhang.books.fault import Fault
from mingzhang.cli.command import Spoken
from mingzhang.cli.language import say
from mingzhang.cli.meter import Meter
from mingzhang.cli.program import BUG, FINDINGS, FINE, INTERRUPTED, WRONG_USE
from mingzhang.cli.refusal import Refused, tell

if TYPE_CHECKING:
    from mingzhang.workflows.audit import Round

_HELP = say(
    """审核已经公开或准备公开的决算文件：哪个数错了、在哪里、应是多少、为什么。

    mingzhang audit 决算公开.pdf              一份文件，结果在 审核结果/
    mingzhang audit 各部门2024 -o 结果        整个文件夹，逐份审核并汇总
    mingzhang audit 2023.pdf 2024.pdf        连同上年文件，另核对年初数和上年数
    mingzhang audit 决算公开.pdf --json       只打印 JSON

    可读 PDF（含扫描件）、Word、Excel、网页、OFD、Markdown、纯文本和图片。
    每份文件在单独的进程里读，损坏的文件不影响其他文件。中断后再运行同一条命令，从断处接着做。""",
    """Audit final accounts that are or will be published: which figure is wrong, where, what it must be and why.

    mingzhang audit accounts.pdf              one file, results in 审核结果/
    mingzhang audit departments-2024 -o out   a whole folder, with a summary
    mingzhang audit 2023.pdf 2024.pdf         with last year's file, openings and bases are checked too
    mingzhang audit accounts.pdf --json       print JSON only

    Reads PDF (scans too), Word, Excel, HTML, OFD, Markdown, plain text and pictures. Every file is read in a
    process of its own. After an interruption the same command goes on where it stopped.""",
)
_OUT = "审核结果"
_FORMATS = ("xlsx", "html", "pdf", "docx")
_USUAL = _FORMATS[:3]
_FEW = 5


@click.command(cls=Spoken, help=_HELP)
@click.argument(
    "paths",
    metavar=say("文件或文件夹…", "PATH…"),
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, exists=True),
)
@click.option(
    "-o", "--output", metavar=say("目录", "DIR"), type=click.Path(path_type=Path, file_okay=False),
    help=say(f"结果放在哪里，默认是当前目录下的 {_OUT}", f"where the results go, by default {_OUT}"),
)  # fmt: skip
@click.option(
    "-f", "--format", "formats", multiple=True, type=click.Choice(_FORMATS), metavar=say("格式", "FORMAT"),
    help=say("findings.json 以外的结果，可重复：xlsx 疑点清单、html 报告、pdf 审核副本、docx 整改意见，默认前三种",
             "besides findings.json, repeatable: xlsx list, html report, pdf copy, docx letter; the first three"),
)  # fmt: skip
@click.option(
    "--json", "as_json", is_flag=True,
    help=say("标准输出只打印 JSON；不带 -o 时不写文件", "print nothing but JSON; without -o write no file"),
)  # fmt: skip
@click.option(
    "-j", "--jobs", type=click.IntRange(1, 64), default=1, metavar=say("个数", "N"),
    help=say("同时审核几份，默认 1", "how many files at a time, 1 by default"),
)  # fmt: skip
@click.option(
    "--waivers", metavar=say("文件", "FILE"), type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help=say("放行的疑点及理由，写法同 waivers.toml", "findings answered for, written as in waivers.toml"),
)  # fmt: skip
@click.option(
    "--timeout", type=click.FloatRange(1, 86_400), default=60, metavar=say("秒", "SECONDS"),
    help=say("一份文件最多用多少秒，默认 60；扫描件每识别一页重新计时，总共不超过二十倍",
             "most seconds for a file, 60 by default; for a scan from page to page, twenty times that in all"),
)  # fmt: skip
@click.option(
    "--memory", type=click.IntRange(256, 65_536), default=2048, metavar=say("兆", "MB"),
    help=say("一份文件最多用多少兆内存，默认 2048", "most megabytes for a file, 2048 by default"),
)  # fmt: skip
@click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False, hidden=True)
def audit(
    paths: tuple[Path, ...], output: Path | None, formats: tuple[str, ...], as_json: bool, jobs: int,
    waivers: Path | None, timeout: float, memory: int,
) -> int:  # fmt: skip
    """Audit and tell what was found."""
    from mingzhang.workflows.audit import Settings
    from mingzhang.workflows.audit import audit as run
    from mingzhang.workflows.surfaces import publish_findings

    out = output or (None if as_json else Path(_OUT))
    settings = Settings(out, jobs, timeout, memory, waivers=_waivers(waivers))
    try:
        with Meter() as meter:
            done = run(paths, settings, meter)
            files, failed = publish_findings(done, formats or _USUAL, settings, meter) if out else ((), {})
    except KeyboardInterrupt:
        click.echo(_interrupted(out), err=True)
        return INTERRUPTED
    _tell(done, out, files, as_json=as_json)
    _tell_aside(done, failed, settings.waivers)
    return _code(done)


def _tell(done: "Round", out: Path | None, files: tuple[Path, ...], *, as_json: bool) -> None:
    from mingzhang.cli.verdict import told
    from mingzhang.workflows.verdicts import documents

    if as_json:
        click.echo(json.dumps(documents(done), ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(told(done, out, files)))


def _tell_aside(done: "Round", failed: dict[Path, str], waivers: tuple[Waiver, ...]) -> None:
    """On the side: what could not be made, waivers of no use, and where in the program a fault of its own lies."""
    from mingzhang.workflows.verdicts import unused

    for place, reason in failed.items():
        click.echo(say(f"没有生成 {place}：{reason}", f"{place} was not made: {reason}"), err=True)
    for waiver in unused(waivers, done):
        click.echo(_unused(waiver), err=True)
    for trace, paths in _by_trace(done.traces).items():
        click.echo("、".join(paths[:_FEW]) + ("……" if paths[_FEW:] else ""), err=True)
        click.echo(trace, err=True)


def _by_trace(traces: dict[str, str]) -> dict[str, list[str]]:
    """One fault of the program is told once, with the files that met it."""
    told: dict[str, list[str]] = {}
    for path, trace in traces.items():
        told.setdefault(trace, []).append(path)
    return told


def _code(done: "Round") -> int:
    """A fault of the program outweighs errors found, and those what could not be read."""
    if done.traces:
        return BUG
    if any(examination.stops for examination in done.examinations):
        return FINDINGS
    refused = [examination for examination in done.examinations if examination.refused]
    unreadable = any(not examination.strange for examination in refused) or len(refused) == len(done.examinations)
    return WRONG_USE if unreadable else FINE


def _unused(waiver: Waiver) -> str:
    return say(f"豁免没有用到，请删去：{waiver.rule} {waiver.place}（{waiver.answer}）",
               f"waiver not needed: {waiver.rule} {waiver.place} ({waiver.answer})")  # fmt: skip


def _interrupted(out: Path | None) -> str:
    if out is None:
        return say("已中断", "interrupted")
    return say(f"已中断。审完的结果留在 {out}，再运行同一条命令就从这里接着做。",
               f"Interrupted. What is finished is kept in {out}; the same command goes on from here.")  # fmt: skip


def _waivers(path: Path | None) -> tuple[Waiver, ...]:
    """The waivers of a file; every fault of it is told at once."""
    if path is None:
        return ()
    try:
        parsed = parse_waivers(tomllib.loads(path.read_text(encoding="utf-8-sig")), path.name)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Refused(f"{path}：{error}") from None
    faults = tuple(entry for entry in parsed if isinstance(entry, Fault))
    if faults:
        tell(faults, path.parent, as_json=False)
        raise Refused(say(f"{path} 有 {len(faults)} 处错误", f"{len(faults)} faults in {path}"))
    return tuple(entry for entry in parsed if isinstance(entry, Waiver))
