"""`mingzhang rules`: the rules that documents are held against, and what they rest on."""

import click

from mingzhang.cli.command import Spoken
from mingzhang.cli.language import say

_HELP = say(
    """列出审核规则：编号、说的是什么、依据。

    mingzhang rules              全部
    mingzhang rules T5           编号以 T5 开头的
    mingzhang rules X1 -y 2019   只列 2019 年度适用的""",
    """List the rules: id, what they say, what they rest on.

    mingzhang rules              all of them
    mingzhang rules T5           those whose id begins with T5
    mingzhang rules X1 -y 2019   those in force for 2019""",
)


@click.command(cls=Spoken, help=_HELP)
@click.argument("prefix", metavar=say("[编号]", "[ID]"), default="")
@click.option("-y", "--year", type=int, metavar=say("年度", "YEAR"), help=say("会计年度", "fiscal year"))
def rules(prefix: str, year: int | None) -> int:
    """Print the rules."""
    from mingzhang.standards.rules import all_rules

    found = [r for r in all_rules() if r.id.startswith(prefix) and (year is None or year in r.span)]
    for rule in found:
        click.echo(f"{rule.id:<10} {say(rule.label, rule.label_en)}　〔{rule.reference}〕")
    click.echo(say(f"共 {len(found)} 条", f"{len(found)} rules"), err=True)
    return 0
