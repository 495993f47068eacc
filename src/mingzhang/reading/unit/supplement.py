"""The section [supplement] of unit.toml: head counts, vehicles, procurement, everything the books do not say."""

from collections.abc import Mapping
from pathlib import Path

from mingzhang.books.fault import Fault, Gravity
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.trace import Entered
from mingzhang.reading.unit.figures import Figures
from mingzhang.reading.unit.toml_file import Table
from mingzhang.terms.money import NotMoney, parse_yuan
from mingzhang.terms.unit import Unit

SupplementUnits = Mapping[tuple[str, str], Unit]
"""The units of 补充资料 by group and item."""


def read_supplement(path: Path, groups: Table, units: SupplementUnits, money: Unit) -> Figures:
    """The facts of the supplement; what nobody asks for is a hint, what cannot be counted an error."""
    facts: list[Fact] = []
    faults: list[Fault] = []
    for group, items in groups.items():
        if not isinstance(items, dict):
            faults.append(
                Fault(path.name, "[supplement]", group, str(items), "应是一节", f'写成 [supplement."{group}"]')
            )
            continue
        for item, value in items.items():
            result = _fact(path, group, item, value, units, money)
            if isinstance(result, Fact):
                facts.append(result)
            else:
                faults.append(result)
    return Figures(tuple(facts), tuple(faults))


def _fact(path: Path, group: str, item: str, value: object, units: SupplementUnits, money: Unit) -> Fact | Fault:
    place = f'[supplement."{group}"]'
    unit = units.get((group, item))
    if unit is None:
        known = "、".join(name for known_group, name in units if known_group == group) or "见文档 docs/unit.md"
        return Fault(path.name, place, item, str(value), "不认识的补充资料，未使用", f"可用：{known}", Gravity.WARNING)
    number = _number(value, unit)
    if number is None:
        mend = '金额写成以元为单位的文字，如 "12000.50"' if unit.is_money else "写成不带引号的整数，如 9"
        return Fault(path.name, place, item, str(value), "不是可用的数", mend)
    trace = Entered(path.name, Position(path.name, cell=f"{group}.{item}"))
    return Fact(Address("S", group, item), number, money if unit.is_money else unit, trace)


def _number(value: object, unit: Unit) -> int | None:
    if not unit.is_money:
        return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
    try:
        return parse_yuan(str(value)) if isinstance(value, str | int) and not isinstance(value, bool) else None
    except NotMoney:
        return None
