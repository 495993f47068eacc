"""`mingzhang check`: is the input in order, before anything is built."""

import tempfile
from pathlib import Path

import click

from mingzhang.cli.command import Spoken
from mingzhang.cli.language import say
from mingzhang.cli.meter import Meter
from mingzhang.cli.program import FINE
from mingzhang.cli.refusal import refusals_told

_HELP = say(
    """只检查输入文件：格式、借贷、科目、期间、缺项。什么也不编制。

    有差错时列在屏幕上，并在目录里写一份“差错清单.xlsx”。""",
    """Check the input only: formats, debits and credits, codes, dates, what is missing.

    Faults are listed here and in a workbook 差错清单.xlsx in the directory.""",
)


@click.command(cls=Spoken, help=_HELP)
@click.argument("directory", metavar=say("目录", "DIR"), type=click.Path(path_type=Path, exists=True, file_okay=False))
def check(directory: Path) -> int:
    """Check and tell."""
    from mingzhang.workflows.build import compile_year, read_year

    with refusals_told(directory), Meter() as meter, tempfile.TemporaryDirectory(prefix="mingzhang-") as scratch:
        year, hints = read_year(directory)
        _, more = compile_year(year, Path(scratch), meter)
    for hint in hints + more:
        click.echo(f"{hint.file} {hint.place} {hint.column} {hint.value}　{hint.message}：{hint.mend}", err=True)
    count = len(hints + more)
    click.echo(say(f"输入可用，{count} 处提示。下一步：mingzhang build {directory}",
                   f"The input is in order, {count} hints. Next: mingzhang build {directory}"))  # fmt: skip
    return FINE
