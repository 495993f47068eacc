"""Owed 待补: what a person must still write before the text is complete."""

from dataclasses import dataclass

from mingzhang.disclosure.address import Address


@dataclass(frozen=True, slots=True)
class Owed:
    """One thing owed. `address` is the figure or base it explains, None when it is not about one figure.

    `question` asks for it in Chinese; `file` and `table` say where the answer belongs; `line` is ready to be copied
    there and filled in.
    """

    address: Address | None
    question: str
    file: str
    table: str
    line: str


def owed_text(address: Address | None, question: str, table: str, key: str) -> Owed:
    """What is owed under a key of texts.toml."""
    return Owed(address, question, "texts.toml", table, f'"{key}" = ""')


def owed_figure(address: Address, question: str) -> Owed:
    """A figure that was not handed in: last year's, a budget, a count of 补充资料."""
    if address.statement == "S" and not address.phase:
        return Owed(address, question, "unit.toml", f'supplement."{address.row}"', f'"{address.column}" = ')
    if address.phase == "上年":
        return Owed(address, question, "prior.csv", "", f"{address.statement},{address.row},{address.column},")
    return Owed(
        address, question, "budget.csv", "", f"{address.statement},{address.row},{address.column},{address.phase},"
    )
