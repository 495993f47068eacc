"""`mingzhang build`: the whole way from a directory to the published document."""

import json
from pathlib import Path

import click

from mingzhang.cli.command import Spoken
from mingzhang.cli.language import say
from mingzhang.cli.meter import Meter
from mingzhang.cli.program import FINDINGS, FINE
from mingzhang.cli.refusal import refusals_told

_HELP = say(
    """由一个单位一年的目录编成完整的决算公开文件。

    mingzhang build 我单位2024                  全部格式，结果在 我单位2024/out
    mingzhang build 我单位2024 -o 公开件         指定结果放在哪里
    mingzhang build 我单位2024 -f docx -f xlsx  只要 Word 和 Excel

    输入有错时一次列出全部差错，什么也不生成；审核有错误级疑点时只写 findings.json，
    改正后再编，或在 waivers.toml 里写明理由放行。""",
    """Compile the whole published document from the directory of a unit's year.

    mingzhang build my-unit-2024                  every format, results in my-unit-2024/out
    mingzhang build my-unit-2024 -o published     results elsewhere
    mingzhang build my-unit-2024 -f docx -f xlsx  Word and Excel only

    Faults of the input are listed all at once and nothing is made; findings at level error leave only
    findings.json: mend and build again, or give your reason in waivers.toml.""",
)
_FORMATS = ("xlsx", "docx", "pdf", "html", "ofd", "json", "csv")


@click.command(cls=Spoken, help=_HELP)
@click.argument("directory", metavar=say("目录", "DIR"), type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("-o", "--output", metavar=say("目录", "DIR"), type=click.Path(path_type=Path, file_okay=False),
              help=say("结果放在哪里，默认是目录下的 out", "where the results go, by default DIR/out"))  # fmt: skip
@click.option("-f", "--format", "formats", multiple=True, type=click.Choice(_FORMATS), metavar=say("格式", "FORMAT"),
              help=say("只生成这种格式，可重复：", "only this format, repeatable: ") + " ".join(_FORMATS))  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help=say("标准输出只打印 JSON", "print nothing but JSON on stdout"))
def build(directory: Path, output: Path | None, formats: tuple[str, ...], as_json: bool) -> int:
    """Build and tell what was made."""
    from mingzhang.cli.summary import as_data, told
    from mingzhang.workflows.build import build as run

    out = output or directory / "out"
    with refusals_told(directory, as_json=as_json), Meter() as meter:
        built = run(directory, out, formats or _FORMATS, meter)
    if as_json:
        click.echo(json.dumps(as_data(built), ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(told(built, directory, out)))
    return FINDINGS if built.stopped else FINE
