"""Festival: the performances of the 群众文化节 that took place, indoors and outdoors."""

import random

from ..registers.sheet import Sheet, sheet
from .days import SATURDAYS

_STREETS = ("云溪街道", "双桥街道", "柳林街道", "石埠街道", "清泉街道", "竹园街道")
_OUTDOORS, _INDOORS = 10, 6
_MONTHS = (5, 7, 9, 11)


def performances(chance: random.Random) -> Sheet:
    """One row a performance: where, how many seats there were (none outdoors), and how many people came."""
    days = chance.sample([day for day in SATURDAYS if day.month in _MONTHS], _OUTDOORS + _INDOORS)
    places = ["室内"] * _INDOORS + ["户外"] * _OUTDOORS
    shows = [_show(chance, place) for place in places]
    streets = [_STREETS[n % len(_STREETS)] for n in range(len(shows))]
    rows = [(str(day), street, *show) for day, street, show in zip(days, streets, shows, strict=True)]
    return sheet("文化节场次", "演出日期 街道 场地 座位 观众", rows)


def _show(chance: random.Random, place: str) -> tuple[str, str, int]:
    if place == "户外":
        return place, "", chance.randrange(1_050, 1_350)
    seats = chance.choice((320, 380, 420))
    return place, str(seats), seats * chance.randrange(72, 90) // 100
