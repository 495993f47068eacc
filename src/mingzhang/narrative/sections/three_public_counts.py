"""What the 三公 money paid for: groups abroad, cars bought and kept, receptions and guests (财预〔2014〕36号)."""

from dataclasses import dataclass

from mingzhang.disclosure.address import Address
from mingzhang.narrative.claims import prints
from mingzhang.narrative.context import Context
from mingzhang.narrative.passage import EMPTY, Passage
from mingzhang.narrative.phrases import counted, purpose


@dataclass(frozen=True, slots=True)
class Counts:
    """The counts that belong to one kind: the sentence's key, and its slots with column and unit."""

    key: str
    slots: tuple[tuple[str, str, str], ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of S[三公]."""
        return tuple(column for _, column, _ in self.slots)


COUNTS = {
    "因公出国（境）费": Counts("abroad", (("groups", "因公出国团组数", "个"), ("people", "因公出国人次", "人次"))),
    "小计": Counts("cars"),
    "公务用车购置费": Counts("bought", (("cars", "公务用车购置数", "辆"),)),
    "公务用车运行费": Counts("kept", (("cars", "公务用车保有量", "辆"),)),
    "公务接待费": Counts("guests", (("batches", "国内接待批次", "批次"), ("people", "国内接待人次", "人次"))),
}
FOREIGN = (("batches", "外宾接待批次", "批次"), ("people", "外宾接待人次", "人次"))


def about(c: Context, column: str) -> Passage:
    """What the money of a kind was for and how many of what it paid for."""
    counts = COUNTS[column]
    if not counts.slots:
        return EMPTY
    numbers = counted(c, f"three.count.{counts.key}", _figures(counts.slots), foreign=_foreign(c))
    return _purpose(c, column) + numbers


def _purpose(c: Context, column: str) -> Passage:
    fact = Address("T7", "决算数", column)
    if not prints(c.facts, fact):
        return EMPTY
    return purpose(c, "three.purpose", column, f"{column}主要用于什么？", fact)


def _foreign(c: Context) -> Passage:
    figures = _figures(FOREIGN)
    return counted(c, "three.foreign", figures) if all(c.known(fact) for fact, _ in figures.values()) else EMPTY


def _figures(slots: tuple[tuple[str, str, str], ...]) -> dict[str, tuple[Address, str]]:
    return {slot: (Address("S", "三公", column), unit) for slot, column, unit in slots}


SENTENCES = {
    **{
        f"three.count.{counts.key}": " ".join([slot for slot, _, _ in counts.slots] + ["foreign"])
        for counts in COUNTS.values()
        if counts.slots
    },
    "three.foreign": "batches people",
    "three.purpose": "purpose",
}
