"""`mingzhang new`: a commented directory for a unit's year."""

from pathlib import Path

import click

from mingzhang.cli.command import Spoken
from mingzhang.cli.language import say

_HELP = say(
    """新建一个带注释的年度目录，按注释填写即可。

    mingzhang new 信息中心2024""",
    """Lay out a commented directory for a unit's year.

    mingzhang new centre-2024""",
)


@click.command(cls=Spoken, help=_HELP)
@click.argument("directory", metavar=say("目录", "DIR"), type=click.Path(path_type=Path, file_okay=False))
def new(directory: Path) -> int:
    """Lay out the directory and say what to do next."""
    from mingzhang.workflows.new import NotEmpty, lay_out

    try:
        files = lay_out(directory)
    except NotEmpty as error:
        raise click.ClickException(str(error)) from None
    click.echo(say(f"已在 {directory} 建好：", f"Laid out in {directory}:"))
    for path in files:
        click.echo(f"  {path.relative_to(directory)}")
    click.echo(say(f"先看“怎样填写.md”，填好后运行 mingzhang check {directory}",
                   f"Read 怎样填写.md, fill in the files, then run mingzhang check {directory}"))  # fmt: skip
    return 0
