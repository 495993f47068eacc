"""Drawings 图形: the straight level and upright lines drawn on a page, and how much of it is pictures."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise, repeat
from typing import Any, Final

from mingzhang.reading.pdf import native
from mingzhang.reading.pdf.frame import Frame, Matrix, within
from mingzhang.reading.pdf.limits import MOST_DEPTH, MOST_OBJECTS, MOST_RULINGS, PageTooFull

_THICKEST: Final = 3.5
"""Points: what is drawn thicker is a bar or a background, not a ruling."""
_SHORTEST: Final = 2.0
_STRAIGHT: Final = 0.6
_WHITE: Final = 250
_CORNERS: Final = 5
"""Points of a rectangle, the first counted again where it is closed."""
_MOST_POINTS: Final = 4_000
"""Points of one path; what has more is a drawing."""

_OTHERS: Final = (native.IMAGE, native.FORM)

Ruling = tuple[float, float, float]
"""Where a line runs, where it begins and where it ends."""
Point = tuple[float, float]
Handle = Any
"""A drawn object, as an argument of PDFium's functions."""


@dataclass(slots=True)
class Drawings:
    """Level rulings as (y, left, right), upright ones as (x, top, bottom); area of pictures; how many curved shapes."""

    level: list[Ruling] = field(default_factory=list)
    upright: list[Ruling] = field(default_factory=list)
    pictures: float = 0.0
    curved: int = 0

    def rule(self, one: Point, other: Point) -> None:
        """Take a straight line, when it is level or upright and long enough to be seen."""
        (x, y), (u, v) = one, other
        if abs(y - v) <= _STRAIGHT and abs(x - u) >= _SHORTEST:
            self.level.append(((y + v) / 2, min(x, u), max(x, u)))
        elif abs(x - u) <= _STRAIGHT and abs(y - v) >= _SHORTEST:
            self.upright.append(((x + u) / 2, min(y, v), max(y, v)))
        self._count()

    def fill(self, points: Sequence[Point]) -> None:
        """Take a filled shape, when it is so thin that it shows as a line."""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        self.thin(min(xs), min(ys), max(xs), max(ys))

    def thin(self, left: float, top: float, right: float, bottom: float) -> None:
        """Take a filled rectangle as the line it shows as, when it is thin."""
        width, height = right - left, bottom - top
        if height <= _THICKEST and width > height and width >= _SHORTEST:
            self.level.append(((top + bottom) / 2, left, right))
        elif width <= _THICKEST and height > width and height >= _SHORTEST:
            self.upright.append(((left + right) / 2, top, bottom))
        self._count()

    def _count(self) -> None:
        if len(self.level) + len(self.upright) > MOST_RULINGS:
            raise PageTooFull("线条")


def read_drawings(page: int, frame: Frame) -> Drawings:
    """Everything drawn on the page, forms walked with their matrices; PageTooFull when there is too much."""
    return _Walk().page(page, frame)


class _Walk:
    """One walk through the objects of a page, with the room PDFium writes into."""

    def __init__(self) -> None:
        self.found = Drawings()
        self._matrix = native.Floats(6)
        self._point = native.Floats(2)
        self._color = native.Integers(4)
        self._seen = 0

    def page(self, page: int, frame: Frame) -> Drawings:
        found = map(native.get_object, repeat(native.ready(page)), range(native.count_objects(page)))
        self._objects(list(map(native.ready, found)), frame.turn, 0)
        return self.found

    def _objects(self, objects: Sequence[Handle], outer: Matrix, depth: int) -> None:
        self._seen += len(objects)
        if self._seen > MOST_OBJECTS:
            raise PageTooFull("图形对象")
        kinds = list(map(native.object_type, objects))
        self._paths([each for kind, each in zip(kinds, objects, strict=True) if kind == native.PATH], outer)
        others = [(kind, each) for kind, each in zip(kinds, objects, strict=True) if kind in _OTHERS]
        for kind, each in others:
            if kind == native.IMAGE:
                self._image(within(self._matrix_of(each), outer))
            elif depth < MOST_DEPTH:
                inner = map(native.get_inner, repeat(each), range(native.count_inner(each)))
                self._objects(list(map(native.ready, inner)), within(self._matrix_of(each), outer), depth + 1)

    def _matrix_of(self, each: Handle) -> Matrix:
        if not native.object_matrix(each, self._matrix.start):
            return (1, 0, 0, 1, 0, 0)
        a, b, c, d, e, f = self._matrix.values()
        return (a, b, c, d, e, f)

    def _image(self, matrix: Matrix) -> None:
        a, b, c, d, e, f = matrix
        self.found.pictures += abs(a * d - b * c)
        self.found.fill([(e, f), (a + e, b + f), (c + e, d + f), (a + c + e, b + d + f)])

    def _paths(self, paths: Sequence[Handle], outer: Matrix) -> None:
        """Paths; of plain filled shapes the bounds tell enough, and few of them are thin."""
        number = len(paths)
        sides, modes = native.Rows("f", number, 4), native.Rows("i", number, 2)
        deque(map(native.object_bounds, paths, *sides.places()), maxlen=0)
        deque(map(native.draw_mode, paths, *modes.places()), maxlen=0)
        counts = list(map(native.count_segments, paths))
        thin: list[int] = []
        for place, (count, fills, strokes, left, bottom, right, top) in enumerate(
            zip(counts, *modes.columns(), *sides.columns(), strict=True)
        ):
            if strokes or count > _CORNERS:
                self._path(paths[place], count, bool(fills), bool(strokes), outer)
            elif fills and (right - left <= _THICKEST or top - bottom <= _THICKEST):
                thin.append(place)
        self._thin([paths[place] for place in thin], [sides.row(place) for place in thin], outer)

    def _path(self, each: Handle, count: int, fills: bool, strokes: bool, outer: Matrix) -> None:
        if count > _MOST_POINTS:
            self.found.curved += 1
            return
        fills = fills and self._shows(native.fill_color, each)
        strokes = strokes and self._shows(native.stroke_color, each) and not self._is_bar(each)
        if not fills and not strokes:
            return
        shapes = self._shapes(each, count, within(self._matrix_of(each), outer))
        self.found.curved += not shapes
        for points in shapes:
            if fills and len(points) > 1:
                self.found.fill(points)
            if strokes:
                for one, other in pairwise(points):
                    self.found.rule(one, other)

    def _thin(self, paths: Sequence[Handle], bounds: Sequence[Sequence[float]], outer: Matrix) -> None:
        """Filled shapes so thin that they show as lines, unless they are white or clear."""
        colors = native.Rows("i", len(paths), 4)
        told = list(map(native.fill_color, paths, *colors.places()))
        a, b, c, d, e, f = outer
        for known, red, green, blue, alpha, (left, bottom, right, top) in zip(
            told, *colors.columns(), bounds, strict=True
        ):
            if not known or _is_seen(red, green, blue, alpha):
                x, y = a * left + c * bottom + e, b * left + d * bottom + f
                u, v = a * right + c * top + e, b * right + d * top + f
                self.found.thin(min(x, u), min(y, v), max(x, u), max(y, v))

    def _shows(self, color_of: native.Call, each: Handle) -> bool:
        """Whether something is painted: a pattern, or a colour that is neither white nor clear."""
        if not color_of(each, *self._color.places):
            return True
        red, green, blue, alpha = self._color.values()
        return _is_seen(red, green, blue, alpha)

    def _is_bar(self, each: Handle) -> bool:
        return bool(native.stroke_width(each, self._point.start)) and self._point.values()[0] > 2 * _THICKEST

    def _shapes(self, each: Handle, count: int, matrix: Matrix) -> list[list[Point]]:
        """The straight shapes of a path; none when any of it is curved."""
        a, b, c, d, e, f = matrix
        x_place, y_place = self._point.places
        shapes: list[list[Point]] = []
        for place in range(count):
            segment = native.ready(native.get_segment(each, place))
            kind = native.segment_type(segment)
            if kind != native.LINE_TO and kind != native.MOVE_TO:
                return []
            native.segment_point(segment, x_place, y_place)
            x, y = self._point.values()
            point = (a * x + c * y + e, b * x + d * y + f)
            if kind == native.MOVE_TO or not shapes:
                shapes.append([point])
            else:
                shapes[-1].append(point)
            if native.segment_closes(segment):
                shapes[-1].append(shapes[-1][0])
        return shapes


def _is_seen(red: int, green: int, blue: int, alpha: int) -> bool:
    return alpha > 0 and not (red >= _WHITE and green >= _WHITE and blue >= _WHITE)
