"""Make: all registers of the centre, each from a seed of its own, so that a change of one leaves the others alone."""

import random
from pathlib import Path

from .affairs import affairs
from .campaign import campaign
from .cards import cards
from .kiosks import kiosks
from .network import network
from .outlets import outlets
from .sharing import sharing
from .sheet import Sheet
from .surveys import surveys


def registers() -> tuple[Sheet, ...]:
    """Every register, one after the other."""
    return (
        cards(random.Random("制卡")),
        *campaign(random.Random("一代卡")),
        *outlets(random.Random("网点")),
        *network(random.Random("网络")),
        sharing(random.Random("数据共享")),
        kiosks(random.Random("自助办理")),
        *affairs(random.Random("政务事项")),
        surveys(random.Random("满意度")),
    )


def make(directory: Path) -> None:
    """Write them into a directory."""
    for each in registers():
        each.write(directory)
