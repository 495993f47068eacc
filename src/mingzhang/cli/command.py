"""Commands that help in the reader's language, and a group that imports a command only when it is called."""

from collections.abc import Mapping
from importlib import import_module
from inspect import cleandoc
from textwrap import indent
from typing import Any

import click

from mingzhang.cli.language import say

_USAGE_WORDS = {"[OPTIONS]": "[选项]", "COMMAND [ARGS]...": "命令 [参数]"}


class _Spoken(click.Command):
    """A command whose help has headings in the language of the run."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The usage line."""
        usage = " ".join(self.collect_usage_pieces(ctx))
        for word, chinese in _USAGE_WORDS.items():
            usage = usage.replace(word, say(chinese, word))
        formatter.write_usage(ctx.command_path, usage, prefix=say("用法：", "Usage: "))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of options."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [record for option in options if (record := option.get_help_record(ctx)) is not None]
        if records:
            with formatter.section(say("选项", "Options")):
                formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option --help, explained."""
        option = super().get_help_option(ctx)
        if option:
            option.help = say("显示这段说明", "Show this message and exit")
        return option

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The description, its lines and their indents kept as written."""
        formatter.write_paragraph()
        formatter.write(indent(cleandoc(self.help or ""), "  ") + "\n")


class Spoken(_Spoken):
    """A single command."""


class Lazy(_Spoken, click.Group):
    """A group of commands named as `name: (module:attribute, one line of help)`, imported when called."""

    def __init__(self, *args: Any, table: Mapping[str, tuple[str, str]] | None = None, **kwargs: Any) -> None:
        """Take the table of commands beside click's own arguments."""
        super().__init__(*args, **kwargs)
        self._table = dict(table or {})

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of a unit's work."""
        return list(self._table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        if cmd_name not in self._table:
            return None
        module, _, attribute = self._table[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, then the commands with their one line each, none of them imported."""
        _Spoken.format_options(self, ctx, formatter)
        with formatter.section(say("命令", "Commands")):
            formatter.write_dl([(name, line) for name, (_, line) in self._table.items()])
