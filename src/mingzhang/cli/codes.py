"""`mingzhang codes`: which code has which name in which year."""

import click

from mingzhang.cli.command import Spoken
from mingzhang.cli.language import say
from mingzhang.terms.classification import CodeList

_HELP = say(
    """查询科目编码和名称。

    mingzhang codes 2080108            按编码查
    mingzhang codes 信息化 -y 2021      按名称查，限定年度
    mingzhang codes 302 -k economic    查部门经济分类
    mingzhang codes 6001 -k account    查会计科目""",
    """Look up codes and names.

    mingzhang codes 2080108            by code
    mingzhang codes 信息化 -y 2021      by name, for a year
    mingzhang codes 302 -k economic    economic classification
    mingzhang codes 6001 -k account    accounts""",
)


def _list(kind: str) -> CodeList:
    from mingzhang.standards import codes

    return {"function": codes.function_codes, "economic": codes.economic_codes, "account": codes.accounts}[kind]()


@click.command(cls=Spoken, help=_HELP)
@click.argument("text", metavar=say("编码或名称", "TEXT"))
@click.option(
    "-y",
    "--year",
    type=int,
    default=2024,
    metavar=say("年度", "YEAR"),
    help=say("会计年度，默认2024", "fiscal year, 2024 by default"),
)
@click.option("-k", "--kind", type=click.Choice(["function", "economic", "account"]), default="function",
              help=say("哪一种科目，默认支出功能分类", "which list; functional by default"))  # fmt: skip
def codes(text: str, year: int, kind: str) -> int:
    """Print the matching lines in force that year."""
    found = [c for c in _list(kind).codes if year in c.span and (c.code.startswith(text) or text in c.name)]
    for code in found:
        click.echo(f"{code.code:<8} {code.name}")
    if not found:
        click.echo(say(f"{year}年没有与“{text}”相符的科目", f"nothing matches {text} in {year}"), err=True)
    return 0
