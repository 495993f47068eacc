"""Make: all registers of the department, each from a seed of its own, so that one changes without the others."""

import random
from pathlib import Path

from ..registers.sheet import Sheet
from .courses import courses
from .festival import performances
from .inspections import inspections
from .library import holdings, loans
from .opinions import opinions
from .signs import signs


def activities() -> tuple[Sheet, ...]:
    """Every register, one after the other."""
    return (
        performances(random.Random("文化节场次")),
        holdings(random.Random("图书入藏")),
        loans(random.Random("通借通还")),
        signs(random.Random("标识牌")),
        courses(random.Random("轮训")),
        *inspections(random.Random("经营场所")),
        opinions(random.Random("满意度")),
    )


def make(directory: Path) -> None:
    """Write them into a directory."""
    for each in activities():
        each.write(directory)
