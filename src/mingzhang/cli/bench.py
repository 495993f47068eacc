"""`mingzhang bench`: how fast this machine is."""

import click

from mingzhang.cli.command import Spoken
from mingzhang.cli.language import say

_SIZES = (100_000, 1_000_000)
_HELP = say(
    """用模拟账量一量本机编表要多久，约需半分钟，不留下文件。

    mingzhang bench                10 万行和 100 万行分录
    mingzhang bench -n 5000000     指定行数

    与其他工具的对照见 docs/benchmarks.md。""",
    """Measure on invented books how long statements take on this machine: half a minute, no file is left behind.

    mingzhang bench                100,000 and 1,000,000 postings
    mingzhang bench -n 5000000     a size of your own

    docs/benchmarks.md compares with other tools.""",
)


@click.command(cls=Spoken, help=_HELP)
@click.option("-n", "--postings", type=click.IntRange(20_000, 100_000_000), multiple=True,
              metavar=say("行数", "COUNT"), help=say("分录行数，可重复", "number of postings, repeatable"))  # fmt: skip
def bench(postings: tuple[int, ...]) -> int:
    """Measure each size and say how long it took."""
    import tempfile
    from pathlib import Path

    from mingzhang.workflows.measure import paces

    with tempfile.TemporaryDirectory(prefix="mingzhang-") as scratch:
        sizes = tuple(size - size % 4 for size in postings) or _SIZES
        for pace in paces(sizes, Path(scratch)):
            count, figures = f"{pace.postings:,}", f"{pace.figures:,}"
            click.echo(
                say(
                    f"{count} 行分录：由账到九张表 {pace.statements:.2f} 秒（汇总 {pace.summing:.2f}，"
                    f"编表 {pace.compiling:.2f}，共 {figures} 个数）；生成并冻结模拟账 {pace.freezing:.1f} 秒",
                    f"{count} postings: nine statements in {pace.statements:.2f} s (summing {pace.summing:.2f}, "
                    f"compiling {pace.compiling:.2f}, {figures} figures); "
                    f"making and freezing the books {pace.freezing:.1f} s",
                )
            )
    return 0
