"""`mingzhang completion`: the script that teaches a shell the commands."""

import click
from click.shell_completion import get_completion_class

from mingzhang.cli.command import Spoken
from mingzhang.cli.language import say

_HELP = say(
    """打印命令补全脚本。

    bash：mingzhang completion bash >> ~/.bashrc
    zsh ：mingzhang completion zsh >> ~/.zshrc
    fish：mingzhang completion fish > ~/.config/fish/completions/mingzhang.fish""",
    """Print the completion script of a shell.

    bash: mingzhang completion bash >> ~/.bashrc
    zsh:  mingzhang completion zsh >> ~/.zshrc
    fish: mingzhang completion fish > ~/.config/fish/completions/mingzhang.fish""",
)


@click.command(cls=Spoken, help=_HELP)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]), metavar=say("外壳", "SHELL"))
def completion(shell: str) -> None:
    """Print the script."""
    from mingzhang.cli.program import program

    kind = get_completion_class(shell)
    assert kind is not None
    click.echo(kind(program, {}, "mingzhang", "_MINGZHANG_COMPLETE").source())
