"""What the program says when it was called in a way it does not understand."""

import difflib

import click

from mingzhang.cli.language import say


def complain(error: click.ClickException) -> str:
    """One or two lines: what is wrong, and how to mend it."""
    hint = _hint(error)
    return say("错误：", "Error: ") + _problem(error) + (f"\n{hint}" if hint else "")


def _problem(error: click.ClickException) -> str:
    match error:
        case click.NoSuchOption():
            return say(f"没有 {error.option_name} 这个选项", error.format_message())
        case click.MissingParameter():
            name = error.param.human_readable_name if error.param else ""
            return say(f"缺少参数 {name}", error.format_message())
        case click.BadParameter():
            name = error.param.human_readable_name if error.param else ""
            return say(f"参数 {name} 不可用：{error.message}", error.format_message())
        case click.UsageError() if "No such command" in error.message:
            return say(f"没有这个命令：{error.message.split(chr(39))[1]}", error.format_message())
        case _:
            return error.format_message()


def _hint(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    if not isinstance(context, click.Context):
        return ""
    near = _near(error, context)
    ask = say(f"用 {context.command_path} --help 看用法", f"see {context.command_path} --help")
    return (say(f"是否应为 {near}？", f"Did you mean {near}? ") if near else "") + ask


def _near(error: click.ClickException, context: click.Context) -> str:
    if isinstance(error, click.NoSuchOption):
        known = [name for parameter in context.command.params for name in parameter.opts]
        found = difflib.get_close_matches(error.option_name, known, 1)
        return found[0] if found else ""
    if isinstance(context.command, click.Group) and "'" in getattr(error, "message", ""):
        found = difflib.get_close_matches(str(error.message).split("'")[1], context.command.list_commands(context), 1)
        return found[0] if found else ""
    return ""
