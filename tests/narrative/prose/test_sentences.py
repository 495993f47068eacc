"""Sentences of every wording family: which figure each of their numbers is given to, and which to none.

A case is a line `> sentence` under its `# heading`, then a line for every claim, `text | claim`, and one for every
number that is no claim, `text | -`; ¶ parts paragraphs. They speak of a body whose figures stand in `FACTS`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from mingzhang.disclosure.document import Disclosure
from mingzhang.narrative.prose.coverage import figures, unbound
from tests.narrative.prose.document import mentions, understood
from tests.narrative.prose.notation import noted

CASES = Path(__file__).parent / "cases"
YEAR = 2021
FACTS = {
    "T1[收入总计].金额": 520,
    "T2[total].本年收入合计": 480,
    "T3[total].本年支出合计": 500,
    "T5[total].小计": 400,
    "T5[201].小计": 100,
    "T5[20103].小计": 100,
    "T5[2010301].小计": 60,
    "T5[2010302].小计": 40,
    "T5[205].小计": 200,
    "T5[20502].小计": 200,
    "T5[2050202].小计": 200,
    "T5[207].小计": 100,
    "T5[20701].小计": 100,
    "T5[2070101].小计": 100,
    "T7[决算数].合计": 30,
    "T7[决算数].小计": 20,
    "T7[决算数].公务用车购置费": 0,
    "T7[决算数].公务用车运行费": 20,
    "T7[决算数].公务接待费": 10,
    "T8[total].本年收入": 12,
    "T8[total].小计": 10,
    "T8[212].小计": 10,
    "T8[21208].小计": 10,
    "T8[2120801].小计": 10,
}


@dataclass(frozen=True)
class Case:
    """A sentence under its heading, and what is to be read in it."""

    heading: str
    sentence: str
    expected: tuple[str, ...]

    @property
    def text(self) -> str:
        """The section as its lines stand."""
        return f"# {self.heading}\n" + self.sentence.replace("¶", "\n")


def cases() -> Iterator[Case]:
    """Every case of every file."""
    for path in sorted(CASES.glob("*.txt")):
        heading, sentence, expected = "", "", list[str]()
        for line in [*path.read_text(encoding="utf-8").splitlines(), "> "]:
            if line.startswith(("# ", "> ")):
                if sentence:
                    yield Case(heading, sentence, tuple(expected))
                expected, sentence = [], line[2:] if line.startswith("> ") else ""
                heading = line[2:] if line.startswith("# ") else heading
            elif line.strip():
                expected.append(line)


ALL = list(cases())


@cache
def read_case(case: Case) -> Disclosure:
    """The case, understood."""
    return understood(case.text, FACTS, YEAR)


def found(case: Case) -> tuple[str, ...]:
    """What is read in a case, in the form in which cases write it."""
    read = read_case(case)
    claims = [f"{text} | {noted(claim)}" for text, claim in mentions(read)]
    return (*claims, *(f"{figure.text} | -" for figure in unbound(read)))


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.sentence[:24])
def test_every_number_goes_to_its_figure_or_to_none(case: Case) -> None:
    assert found(case) == case.expected


def test_nine_of_ten_numbers_outside_of_free_text_are_bound() -> None:
    told = [f for case in ALL for f in figures(read_case(case)) if f.bound or not f.free]
    assert len(ALL) > 100
    assert sum(figure.bound for figure in told) >= 0.9 * len(told), [f.text for f in told if not f.bound]
