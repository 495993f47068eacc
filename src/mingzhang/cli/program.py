"""The program itself: its commands, its exit codes, and how it complains."""

import sys
import traceback
from collections.abc import Sequence

import click

from mingzhang import __version__
from mingzhang.cli.command import Lazy
from mingzhang.cli.complaint import complain
from mingzhang.cli.language import say

FINE, FINDINGS, WRONG_USE, BUG, INTERRUPTED = 0, 1, 2, 70, 130

_COMMANDS = {
    "build": (
        "mingzhang.cli.build:build",
        say("由账簿编成完整的决算公开文件", "compile a year's books into the published document"),
    ),
    "audit": (
        "mingzhang.cli.audit:audit",
        say("审核已公开的决算文件", "say what is wrong in published final accounts"),
    ),
    "explain": (
        "mingzhang.cli.explain:explain",
        say("说明一个数由什么组成，直到凭证行", "what a figure is made of, down to the vouchers"),
    ),
    "new": ("mingzhang.cli.new:new", say("新建一个带注释的年度目录", "lay out a commented directory for a year")),
    "check": ("mingzhang.cli.check:check", say("只检查输入文件，不编制", "check the input files, build nothing")),
    "rules": ("mingzhang.cli.rules:rules", say("列出审核规则及依据", "list the rules and what they rest on")),
    "codes": ("mingzhang.cli.codes:codes", say("查询某年的科目编码和名称", "look up codes and names of a year")),
    "bench": ("mingzhang.cli.bench:bench", say("量一量本机编表有多快", "how fast this machine compiles")),
    "completion": ("mingzhang.cli.completion:completion", say("打印命令补全脚本", "print the shell completion script")),
}

_HELP = say(
    """明账：由账簿编成部门决算公开，每个数都能查到源头。

    头一次使用：
      mingzhang new 我单位2024          生成目录，按注释填写
      mingzhang check 我单位2024        检查填得对不对
      mingzhang build 我单位2024        编制，结果在 我单位2024/out
      mingzhang explain 我单位2024 "T5[2080108].项目支出"
      mingzhang audit 决算公开.pdf       审核任何单位的公开文件

    退出码：0 没有问题，1 有错误级疑点，2 用法不对或输入不可读。""",
    """Mingzhang: final accounts you can follow to the source.

    First steps:
      mingzhang new my-unit-2024        lay out a directory, fill it in
      mingzhang check my-unit-2024      check what you filled in
      mingzhang build my-unit-2024      build; results in my-unit-2024/out
      mingzhang explain my-unit-2024 "T5[2080108].项目支出"
      mingzhang audit accounts.pdf      audit what any unit has published

    Exit codes: 0 nothing wrong, 1 findings at level error, 2 wrong use or unreadable input.""",
)


def _language(_: click.Context, __: click.Parameter, value: str) -> str:
    return value  # read before the commands were built, see language.py


@click.group(cls=Lazy, table=_COMMANDS, help=_HELP, no_args_is_help=True)
@click.version_option(__version__, message="mingzhang %(version)s", help=say("显示版本", "Show the version"))
@click.option("--lang", type=click.Choice(["zh", "en"]), callback=_language, expose_value=False, is_eager=True,
              help=say("语言，默认中文", "language"))  # fmt: skip
def program() -> None:
    """The root of all commands."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program and leave with its exit code; a bug shows where it is and is not mistaken for a finding."""
    try:
        code = run(arguments)
    # the last stop: nothing is hidden, only the exit code is chosen
    except Exception:  # noqa: BLE001
        traceback.print_exc()
        click.echo(
            say(
                "这是程序的毛病，不是您的数据；请把上面的文字发给维护者", "This is a bug; please report the lines above"
            ),
            err=True,
        )
        code = BUG
    sys.exit(code)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the program and give its exit code."""
    _survive_narrow_consoles()
    try:
        result = program.main(arguments, prog_name="mingzhang", standalone_mode=False)
    except click.exceptions.Abort:
        return INTERRUPTED
    except click.ClickException as error:
        click.echo(complain(error), err=True)
        return WRONG_USE
    except OSError as error:
        name = error.filename or ""
        click.echo(say(f"错误：{name} 不能读写：{error.strerror}", f"Error: {name}: {error.strerror}"), err=True)
        return WRONG_USE
    return result if isinstance(result, int) else FINE


def _survive_narrow_consoles() -> None:
    # a name with a rare character must not stop a run on a GBK console
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure") and (stream.encoding or "").lower().replace("-", "") != "utf8":
            stream.reconfigure(errors="replace")
