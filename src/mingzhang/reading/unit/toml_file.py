"""A TOML file that people write by hand: read with every fault found, and every unknown key named."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from mingzhang.books.fault import Fault, Gravity
from mingzhang.reading.unit.nearest import near

Table = Mapping[str, Any]
_SIZE_LIMIT = 4_000_000


@dataclass(frozen=True, slots=True)
class Toml:
    """The content of a file (empty when it could not be read) and what is wrong with it."""

    path: Path
    table: Table
    faults: tuple[Fault, ...] = ()


def read_toml(path: Path) -> Toml:
    """Read a TOML file; a file that is not there is an empty one. Numbers with a point are exact decimals."""
    if not path.exists():
        return Toml(path, {})
    try:
        if path.stat().st_size > _SIZE_LIMIT:
            return _broken(path, "文件", "文件超过4MB", "设置文件只写文字和少量数字，请检查是否放错了文件")
        return Toml(path, tomllib.loads(path.read_bytes().decode("utf-8-sig"), parse_float=_exact))
    except OSError:
        return _broken(path, "文件", "打不开", "检查它是不是文件、有没有读取权限")
    except UnicodeDecodeError:
        return _broken(path, "文件", "不是UTF-8编码", "用记事本另存为，编码选UTF-8")
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        place = f"第{line[1]}行" if line else "文件末尾"
        return _broken(path, place, "写法不合TOML格式", "文字要用英文双引号括起来；等号左边的中文名也要加引号")
    except (ValueError, RecursionError):
        return _broken(path, "文件", "数字太长，或括号嵌套太深", "检查文件是否完整，是否放错了文件")


def _exact(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        return Decimal("Infinity")


def _broken(path: Path, place: str, message: str, mend: str) -> Toml:
    return Toml(path, {}, (Fault(path.name, place, "", "", message, mend),))


def unknown_keys(path: Path, where: str, table: Table, known: tuple[str, ...]) -> Iterator[Fault]:
    """A hint for each key that nothing reads, with the nearest known one."""
    for key in table:
        if key not in known:
            yield Fault(path.name, where, key, "", "不认识的名称，未使用", near(key, known), Gravity.WARNING)
