"""`mingzhang explain`: follow one number to the voucher lines."""

import difflib
import tempfile
from pathlib import Path

import click

from mingzhang.cli.command import Spoken
from mingzhang.cli.language import say
from mingzhang.cli.meter import Meter
from mingzhang.cli.program import FINE
from mingzhang.cli.refusal import refusals_told
from mingzhang.disclosure.address import Address, NotAnAddress

_HELP = say(
    """说明一个数由什么组成：先是报表里的各个部分，再是账簿里的每一行。

    mingzhang explain 我单位2024 "T5[2080108].项目支出"
    mingzhang explain 我单位2024 "T1[收入总计].金额"
    mingzhang explain 我单位2024 "T5[208].小计@年初预算"
    mingzhang explain 我单位2024 "T6[30101].决算数" --all

    地址写作 报表[行].栏次：报表 T1 到 T9，行是功能分类编码、total（合计）或项目名称。""",
    """What a figure is made of: the parts in the statements, then every line of the books.

    mingzhang explain my-unit-2024 "T5[2080108].项目支出"
    mingzhang explain my-unit-2024 "T1[收入总计].金额"
    mingzhang explain my-unit-2024 "T6[30101].决算数" --all

    An address is STATEMENT[ROW].COLUMN: T1 to T9, a function code, total or a row's name.""",
)


@click.command(cls=Spoken, help=_HELP)
@click.argument("directory", metavar=say("目录", "DIR"), type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("address", metavar=say("地址", "ADDRESS"))
@click.option("--all", "everything", is_flag=True, help=say("列出全部账簿行，不止20行", "list every line, not just 20"))
@click.option("--json", "as_json", is_flag=True, help=say("标准输出只打印 JSON", "print nothing but JSON on stdout"))
def explain(directory: Path, address: str, everything: bool, as_json: bool) -> int:
    """Compile the year and print the tree of the figure."""
    from mingzhang.cli.tree import as_json as encoded
    from mingzhang.cli.tree import drawn
    from mingzhang.workflows.build import compile_year, read_year
    from mingzhang.workflows.explain import Explainer

    with refusals_told(directory), tempfile.TemporaryDirectory(prefix="mingzhang-") as scratch:
        with Meter() as meter:
            accounts, _ = compile_year(read_year(directory)[0], Path(scratch), meter)
        engine = accounts.ledger.engine if accounts.ledger else None
        explainer = Explainer(
            accounts.facts, accounts.statements, engine, None if everything else 20, accounts.year.registers
        )
        tree = explainer.tree(_known(address, [str(known) for known in accounts.facts]))
    click.echo(encoded(tree) if as_json else "\n".join(drawn(tree)))
    return FINE


def as_meant(text: str) -> str:
    """The address as its writer meant it: full-width brackets and stops, a small t, 合计 for total."""
    plain = text.strip().translate(str.maketrans("【】［］．。＠", "[][]..@")).replace("[合计]", "[total]")
    return plain[:1].upper() + plain[1:]


def _known(text: str, names: list[str]) -> Address:
    """The address, if there is such a figure; otherwise a complaint with the nearest ones."""
    try:
        address = Address.parse(as_meant(text))
    except NotAnAddress as error:
        raise click.ClickException(str(error)) from None
    if str(address) not in names:
        near = difflib.get_close_matches(str(address), names, 3, 0.5)
        hint = say("；是否应为：", "; did you mean: ") + "、".join(near) if near else ""
        raise click.ClickException(say(f"没有数据项 {address}", f"no figure {address}") + hint)
    return address
