"""TrueType 字体文件: measured and cut glyph by glyph, without decoding the tens of thousands that are not used.

A general tool takes most of a second for each Chinese font; this takes a hundredth, for fonts with `glyf` outlines.
"""

import struct
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

_KEPT = ("OS/2", "name", "cvt ", "fpgm", "prep", "gasp", "head", "hhea", "maxp", "post")
_FULL_UNICODE = 12
_MORE_COMPONENTS = 0x0020
_CHECKSUM_OF_ALL = 0xB1B0AFBA


class NotTrueType(ValueError):
    """A font whose outlines are of another kind, or a collection of fonts."""


@dataclass(frozen=True)
class TrueType:
    """The tables of one font file."""

    tables: dict[str, memoryview]

    @staticmethod
    def of(data: bytes | memoryview) -> "TrueType":
        """The font in a file's bytes; raises NotTrueType."""
        view = memoryview(data)
        if bytes(view[:4]) != b"\0\1\0\0":
            raise NotTrueType
        count = struct.unpack_from(">H", view, 4)[0]
        entries = [struct.unpack_from(">4sIII", view, 12 + 16 * number) for number in range(count)]
        tables = {name.decode("latin-1"): view[at : at + size] for name, _, at, size in entries}
        if not {"glyf", "loca", "cmap", "hmtx", "head", "hhea", "maxp", "post"} <= tables.keys():
            raise NotTrueType
        return TrueType(tables)

    @property
    def units(self) -> int:
        """Font units in one em."""
        return int(struct.unpack_from(">H", self.tables["head"], 18)[0])

    def glyphs(self, characters: Iterable[str]) -> dict[str, int]:
        """The glyph number of each character that the font has."""
        groups, starts = self._groups
        found: dict[str, int] = {}
        for character in characters:
            place = bisect_right(starts, ord(character)) - 1
            if place >= 0:
                start, end, glyph = groups[place]
                if ord(character) <= end:
                    found[character] = glyph + ord(character) - start
        return found

    @cached_property
    def _groups(self) -> tuple[list[tuple[int, int, int]], list[int]]:
        """The character map as runs (first and last code point, glyph of the first), and where they start."""
        table = self.tables["cmap"]
        for number in range(struct.unpack_from(">H", table, 2)[0]):
            at = struct.unpack_from(">HHI", table, 4 + 8 * number)[2]
            if struct.unpack_from(">H", table, at)[0] == _FULL_UNICODE:
                count = struct.unpack_from(">I", table, at + 12)[0]
                groups = list(struct.iter_unpack(">III", table[at + 16 : at + 16 + 12 * count]))
                return groups, [group[0] for group in groups]
        raise NotTrueType

    def advance(self, glyph: int) -> int:
        """How far the pen moves after a glyph, in font units."""
        long = struct.unpack_from(">H", self.tables["hhea"], 34)[0]
        return int(struct.unpack_from(">H", self.tables["hmtx"], 4 * min(glyph, long - 1))[0])

    def _metric(self, glyph: int) -> bytes:
        long = struct.unpack_from(">H", self.tables["hhea"], 34)[0]
        table = self.tables["hmtx"]
        if glyph < long:
            return bytes(table[4 * glyph : 4 * glyph + 4])
        bearing = 4 * long + 2 * (glyph - long)
        return bytes(table[4 * long - 4 : 4 * long - 2]) + bytes(table[bearing : bearing + 2])

    def _outline(self, glyph: int) -> bytes:
        wide = struct.unpack_from(">h", self.tables["head"], 50)[0]
        start, end = struct.unpack_from(">2I" if wide else ">2H", self.tables["loca"], glyph * (4 if wide else 2))
        return bytes(self.tables["glyf"][start:end] if wide else self.tables["glyf"][2 * start : 2 * end])

    def cut(self, characters: Iterable[str]) -> bytes:
        """A font file with only the glyphs of these characters; those it lacks are left out."""
        mapped = dict(sorted(self.glyphs(set(characters)).items()))
        order = [0, *dict.fromkeys(mapped.values())]
        order = list(dict.fromkeys(order))
        for glyph in order:
            order += [part for part in _components(self._outline(glyph)) if part not in order]
        place = {glyph: number for number, glyph in enumerate(order)}
        outlines = [_renumbered(self._outline(glyph), place) for glyph in order]
        tables = {name: bytes(self.tables[name]) for name in _KEPT if name in self.tables}
        count = struct.pack(">H", len(order))
        tables |= {
            "cmap": _character_map({ord(c): place[glyph] for c, glyph in mapped.items()}),
            "glyf": b"".join(outlines),
            "loca": struct.pack(f">{len(order) + 1}I", *_offsets(outlines)),
            "hmtx": b"".join(map(self._metric, order)),
            "hhea": tables["hhea"][:34] + count,
            "maxp": tables["maxp"][:4] + count + tables["maxp"][6:],
            "head": tables["head"][:8] + bytes(4) + tables["head"][12:50] + b"\0\1" + tables["head"][52:],
            "post": struct.pack(">I", 0x30000) + tables["post"][4:32],
        }
        return _file(tables)


def _components(outline: bytes) -> list[int]:
    """The glyphs that a composite glyph is put together from."""
    return [struct.unpack_from(">H", outline, at)[0] for at in _component_places(outline)]


def _component_places(outline: bytes) -> list[int]:
    if not outline or struct.unpack_from(">h", outline)[0] >= 0:
        return []
    places, at, flags = [], 10, _MORE_COMPONENTS
    while flags & _MORE_COMPONENTS:
        flags = struct.unpack_from(">H", outline, at)[0]
        places.append(at + 2)
        at += 8 if flags & 1 else 6
        at += 2 if flags & 0x08 else 4 if flags & 0x40 else 8 if flags & 0x80 else 0
    return places


def _renumbered(outline: bytes, place: dict[int, int]) -> bytes:
    """The outline with its components under their new numbers, padded to four bytes."""
    changed = bytearray(outline)
    for at in _component_places(outline):
        struct.pack_into(">H", changed, at, place[struct.unpack_from(">H", outline, at)[0]])
    return bytes(changed) + bytes(-len(changed) % 4)


def _offsets(outlines: list[bytes]) -> list[int]:
    offsets = [0]
    for outline in outlines:
        offsets.append(offsets[-1] + len(outline))
    return offsets


def _runs(glyphs: dict[int, int]) -> list[tuple[int, int, int]]:
    """Runs of code points whose glyphs follow one another too."""
    codes = sorted(glyphs)
    breaks = [b for a, b in pairwise(codes) if b != a + 1 or glyphs[b] != glyphs[a] + 1]
    starts = [*codes[:1], *breaks]
    ends = [codes[codes.index(b) - 1] for b in breaks] + codes[-1:]
    return [(start, end, glyphs[start]) for start, end in zip(starts, ends, strict=True)]


def _character_map(glyphs: dict[int, int]) -> bytes:
    """Both maps that readers ask for: the basic plane, and all of Unicode."""
    basic = _basic_map(_runs({code: glyph for code, glyph in glyphs.items() if code < 0xFFFF}))
    runs = _runs(glyphs)
    full = struct.pack(">HHIII", 12, 0, 16 + 12 * len(runs), 0, len(runs))
    full += b"".join(struct.pack(">III", *run) for run in runs)
    head = struct.pack(">HH", 0, 2) + struct.pack(">HHI", 3, 1, 20) + struct.pack(">HHI", 3, 10, 20 + len(basic))
    return head + basic + full


def _basic_map(runs: list[tuple[int, int, int]]) -> bytes:
    runs = [*runs, (0xFFFF, 0xFFFF, 0)]
    count = len(runs)
    power = 1 << (count.bit_length() - 1)
    ends = struct.pack(f">{count}H", *(end for _, end, _ in runs))
    starts = struct.pack(f">{count}H", *(start for start, _, _ in runs))
    deltas = struct.pack(f">{count}H", *((glyph - start) % 0x10000 for start, _, glyph in runs))
    search = struct.pack(">4H", 2 * count, 2 * power, power.bit_length() - 1, 2 * (count - power))
    body = search + ends + bytes(2) + starts + deltas + bytes(2 * count)
    return struct.pack(">HHH", 4, 6 + len(body), 0) + body


def _file(tables: dict[str, bytes]) -> bytes:
    """The tables as a font file, with all its checksums."""
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    head = b"\0\1\0\0" + struct.pack(">4H", count, 16 * power, power.bit_length() - 1, 16 * (count - power))
    at, directory, body = 12 + 16 * count, b"", b""
    for name, table in sorted(tables.items()):
        directory += struct.pack(">4sIII", name.encode("latin-1"), _checksum(table), at + len(body), len(table))
        body += table + bytes(-len(table) % 4)
    whole = bytearray(head + directory + body)
    entry = next(n for n, name in enumerate(sorted(tables)) if name == "head")
    place = struct.unpack_from(">I", whole, 12 + 16 * entry + 8)[0]
    struct.pack_into(">I", whole, place + 8, (_CHECKSUM_OF_ALL - _checksum(bytes(whole))) % 0x1_0000_0000)
    return bytes(whole)


def _checksum(data: bytes) -> int:
    padded = data + bytes(-len(data) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(words) % 0x1_0000_0000
