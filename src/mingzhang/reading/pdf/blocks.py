"""Blocks 无竖线的表: all tables of a page without upright rules, each read in the way that fits how it is set."""

from collections.abc import Collection, Sequence

from mingzhang.reading.pdf.columns import Columns
from mingzhang.reading.pdf.drawings import Ruling
from mingzhang.reading.pdf.lines import Line
from mingzhang.reading.pdf.pieces import figures_run_on, is_anchor, is_caption
from mingzhang.reading.pdf.tight import Zone, is_tight, tight_block, zones_of
from mingzhang.reading.pdf.unruled import Block, blocks


def may_be_tight(lines: Sequence[Line]) -> bool:
    """Whether some lines seem to have the figures of a row, so that smaller pieces are worth a look."""
    return any(map(figures_run_on, lines)) or any(len(line.segments) > 1 and is_anchor(line) for line in lines)


def blocks_of(
    lines: Sequence[Line], fine: Sequence[Line], rules: Sequence[Ruling], carried: Columns | None,
    walls: Sequence[float],
) -> tuple[list[Block], list[Line]]:  # fmt: skip
    """The tables and the lines that are in none.

    `fine` are the same lines in smaller pieces. Tables set tight come first, then those that wide gaps part, then what
    has figures and is in none yet.
    """
    zones = [zone for zone in zones_of(fine, walls) if not _is_ruled(fine, zone, rules)] if fine else []
    tight = _tight(fine, [zone for zone in zones if is_tight(lines[zone.start : zone.end])], carried)
    free = _outside(lines, [zone for zone, _ in tight])
    walls = [*walls, *(block.box[1] for _, block in tight)]
    wide = blocks(free, rules, None if tight else carried, walls)
    taken = {id(line) for block in wide for line in block.lines} | ({id(line) for line in lines} - set(map(id, free)))
    late = _tight(fine, [zone for zone in zones if not _touches(lines, zone, taken)], carried)
    left = [line for line in _outside(lines, [zone for zone, _ in (*tight, *late)]) if id(line) not in taken]
    return [*(block for _, block in (*tight, *late)), *wide], left


def _tight(fine: Sequence[Line], zones: Sequence[Zone], carried: Columns | None) -> list[tuple[Zone, Block]]:
    found: list[tuple[Zone, Block]] = []
    for zone in zones:
        goes_on = not found and not any(map(is_caption, fine[: zone.start]))
        if block := tight_block(fine, zone, carried if goes_on else None):
            found.append(block)
    return found


def _is_ruled(lines: Sequence[Line], zone: Zone, rules: Sequence[Ruling]) -> bool:
    return any(lines[zone.start].box[1] <= y <= lines[zone.end - 1].box[3] for y, _, _ in rules)


def _outside(lines: Sequence[Line], zones: Sequence[Zone]) -> list[Line]:
    return [line for place, line in enumerate(lines) if not any(zone.start <= place < zone.end for zone in zones)]


def _touches(lines: Sequence[Line], zone: Zone, taken: Collection[int]) -> bool:
    return any(id(line) in taken for line in lines[zone.start : zone.end])
