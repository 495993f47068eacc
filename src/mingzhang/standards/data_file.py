"""Data files 数据文件: read a TOML or TSV table that ships with the package."""

import csv
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any

VERIFIED = "verified_on"
"""The key under which an entry says when it was last held against its reference."""


@cache
def toml(path: str) -> dict[str, Any]:
    """The table in `data/<path>`; shared by all who ask, so it must not be changed."""
    return tomllib.loads(_read(path))


def rows(path: str) -> Iterator[dict[str, str]]:
    """The lines of a tab-separated table, by the names in its first line."""
    return iter(csv.DictReader(_read(path).splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def names(folder: str, ending: str) -> tuple[str, ...]:
    """The file names in a folder of `data/` that end so, without the ending, sorted."""
    here = resources.files(__package__).joinpath("data", folder)
    found = (entry.name for entry in here.iterdir() if entry.name.endswith(ending))
    return tuple(sorted(name.removesuffix(ending) for name in found))


def _read(path: str) -> str:
    return resources.files(__package__).joinpath("data", *path.split("/")).read_text(encoding="utf-8")
