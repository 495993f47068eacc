"""Entry 条目: one table of a file that people write by hand, asked key by key; what is wrong goes to a log."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from mingzhang.books.fault import Fault, Gravity
from mingzhang.books.problem import FaultLog
from mingzhang.books.value import shown
from mingzhang.reading.unit.nearest import near
from mingzhang.reading.unit.toml_file import Table

LONGEST: Final = 20_000
"""The letters of a passage; a name has LONGEST_NAME."""
LONGEST_NAME: Final = 200
_LARGEST: Final = 10**15
_MOST_PLACES: Final = 30


@dataclass(frozen=True, slots=True)
class Entry:
    """A table, where it stands in its file, and what its keys are called there (`within` comes before each)."""

    file: str
    place: str
    table: Table
    log: FaultLog
    within: str = ""

    def wrong(self, key: str, value: object, message: str, mend: str, gravity: Gravity = Gravity.ERROR) -> None:
        """Note a fault of one key."""
        self.log.add(Fault(self.file, self.place, f"{self.within}{key}", quoted(value), message, mend, gravity))

    def knows(self, *keys: str, gravity: Gravity = Gravity.WARNING) -> None:
        """Name every key that nothing reads: a hint, unless leaving it out would change a figure."""
        for key in self.table:
            if key not in keys:
                unused = "，未使用" if gravity is Gravity.WARNING else ""
                self.wrong(key, "", f"不认识的名称{unused}", near(key, keys), gravity)

    def has(self, key: str) -> bool:
        """Whether the key is there."""
        return key in self.table

    def text(self, key: str, longest: int = LONGEST) -> str:
        """A text, which may be left out; a whole number is its digits."""
        return self._text(key, self.table.get(key, ""), longest)

    def name(self, key: str, example: str = "") -> str:
        """A short text on one line; it must be there when an example is given."""
        found = " ".join(self.text(key, LONGEST_NAME).split())
        value = self.table.get(key, "")
        if example and isinstance(value, str) and not value.strip():
            self.wrong(key, "", "没有填写", f'写上 {key} = "{example}"')
        return found

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; a single text is a list of one."""
        value = self.table.get(key, [])
        items = value if isinstance(value, list) else [value]
        found = (self._text(key, item, LONGEST) for item in items)
        return tuple(text for text in found if text)

    def flag(self, key: str) -> bool:
        """True or false; false when left out."""
        value = self.table.get(key, False)
        if not isinstance(value, bool):
            self.wrong(key, value, "应是 true 或 false", f"写成 {key} = true")
        return value is True

    def number(self, key: str, mend: str) -> Fraction | None:
        """An exact number; None when left out or not one."""
        value = self.table.get(key)
        if value is None:
            return None
        found = exact_number(value)
        if found is None:
            self.wrong(key, value, "不是可用的数", mend)
        return found

    def whole(self, key: str, lowest: int, highest: int) -> int | None:
        """A whole number within bounds; None when left out or not one."""
        value = self.table.get(key)
        if value is None:
            return None
        if isinstance(value, int) and not isinstance(value, bool) and lowest <= value <= highest:
            return value
        self.wrong(key, value, "不是可用的整数", f"写成{lowest}到{highest}的整数，不加引号")
        return None

    def inner(self, key: str) -> "Entry | None":
        """The table under a key."""
        value = self.table.get(key)
        if isinstance(value, dict):
            return self.at(key, value)
        if value is not None:
            self.wrong(key, value, "应是一个表", f"写成 {key} = {{ … }}")
        return None

    def items(self, key: str) -> Iterator[tuple[str, object]]:
        """The parts of a list, each with what it is called."""
        value = self.table.get(key, [])
        if not isinstance(value, list):
            self.wrong(key, value, "应是一个列表", f"写成 {key} = [ … ]")
            return
        yield from ((f"{key} 第{number}个", item) for number, item in enumerate(value, 1))

    def at(self, key: str, table: Table) -> "Entry":
        """A table inside this one."""
        return replace(self, table=table, within=f"{self.within}{key}.")

    def refers(self, key: str, name: str, known: Collection[str], what: str) -> bool:
        """Whether a name is one of those known; a fault when it is not."""
        if name in known:
            return True
        self.wrong(key, name, f"没有这个{what}", near(name, known, f"还没有任何{what}，先加上"))
        return False

    def _text(self, key: str, value: object, longest: int) -> str:
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if not isinstance(value, str):
            self.wrong(key, value, "应是文字", f'写成 {key} = "…"')
            return ""
        if len(value) > longest:
            self.wrong(key, value, f"超过{longest}字", "写短一些")
            return ""
        if not is_clean(value):
            self.wrong(key, value, "有看不见的控制字符", "删去后重新输入")
            return ""
        return value.strip()


def is_clean(text: str) -> bool:
    """Whether nothing is in it but what can be printed, tabs and line ends."""
    return text.isprintable() or all(char in "\t\r\n" or not _is_control(char) for char in text)


def exact_number(value: object) -> Fraction | None:
    """The number a value of a file states, exactly; None when it is none, or absurdly large."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
        return None
    try:
        number = Decimal(value)
    except ArithmeticError:
        return None
    if not number.is_finite() or not number or abs(number) >= _LARGEST:
        return Fraction(0) if number == 0 else None
    return Fraction(number) if number.adjusted() > -_MOST_PLACES and len(number.as_tuple().digits) < 60 else None


def quoted(value: object) -> str:
    """A value as a fault quotes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return shown(value if isinstance(value, str | int | Decimal | date) else str(value))


def _is_control(char: str) -> bool:
    return ord(char) < 0x20 or 0x7F <= ord(char) < 0xA0 or char in "\ufffe\uffff"
