"""How a refusal of the input is told: a table on the terminal and a workbook beside the input."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import click

from mingzhang.books.fault import BooksRefused, Fault
from mingzhang.cli.language import say

WORKBOOK = "差错清单.xlsx"


class Refused(click.ClickException):
    """The input cannot be used; everything about it was told already."""


@contextmanager
def refusals_told(directory: Path, *, as_json: bool = False) -> Iterator[None]:
    """Run a step; when the input is refused, tell every fault and leave with exit code 2."""
    from mingzhang.standards.profiles import UnknownProfile
    from mingzhang.standards.switches import UnknownSwitch

    try:
        yield
    except BooksRefused as refused:
        tell(refused.faults, directory, as_json=as_json)
        raise Refused(str(refused)) from None
    except (UnknownProfile, UnknownSwitch) as error:
        raise Refused(f"unit.toml：{error}") from None


def tell(faults: tuple[Fault, ...], directory: Path, *, as_json: bool) -> None:
    """Print the faults and save them beside the input."""
    from mingzhang.publishing.fault_table import render
    from mingzhang.publishing.faults import write

    if as_json:
        entries = [{**asdict(fault), "gravity": fault.gravity.value} for fault in faults]
        click.echo(json.dumps({"faults": entries}, ensure_ascii=False, indent=1))
    else:
        click.echo(render(faults), err=True)
    path = directory / WORKBOOK
    try:
        path.write_bytes(write(faults))
    except OSError as error:
        print(say(f"差错清单没有写成：{error}", f"the fault list could not be written: {error}"), file=sys.stderr)
        return
    click.echo(say(f"全部差错已写入 {path}", f"All faults are in {path}"), err=True)
