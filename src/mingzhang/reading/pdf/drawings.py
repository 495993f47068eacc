"""Drawings 图形: the straight level and upright lines drawn on a page, and how much of it is pictures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

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

Ruling = tuple[float, float, float]
"""Where a line runs, where it begins and where it ends."""
Point = tuple[float, float]


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
        if len(self.level) + len(self.upright) > MOST_RULINGS:
            raise PageTooFull("线条")

    def fill(self, points: Sequence[Point]) -> None:
        """Take a filled shape, when it is so thin that it shows as a line."""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
        width, height = right - left, bottom - top
        if height <= _THICKEST and width > height:
            self.rule((left, (top + bottom) / 2), (right, (top + bottom) / 2))
        elif width <= _THICKEST and height > width:
            self.rule(((left + right) / 2, top), ((left + right) / 2, bottom))


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
        self._bounds = native.Floats(4)
        self._mode = native.Integers(2)
        self._seen = 0

    def page(self, page: int, frame: Frame) -> Drawings:
        count = native.count_objects(page)
        self._objects((native.get_object(page, place) for place in range(count)), frame.turn, 0)
        return self.found

    def _objects(self, objects: Iterator[int | None], outer: Matrix, depth: int) -> None:
        for each in objects:
            self._seen += 1
            if self._seen > MOST_OBJECTS:
                raise PageTooFull("图形对象")
            if not each:
                continue
            kind = native.object_type(each)
            if kind == native.PATH:
                self._path(each, outer)
            elif kind == native.IMAGE:
                self._image(within(self._matrix_of(each), outer))
            elif kind == native.FORM and depth < MOST_DEPTH:
                inner = (native.get_inner(each, place) for place in range(native.count_inner(each)))
                self._objects(inner, within(self._matrix_of(each), outer), depth + 1)

    def _matrix_of(self, each: int) -> Matrix:
        if not native.object_matrix(each, self._matrix.start):
            return (1, 0, 0, 1, 0, 0)
        a, b, c, d, e, f = self._matrix.values()
        return (a, b, c, d, e, f)

    def _image(self, matrix: Matrix) -> None:
        a, b, c, d, e, f = matrix
        self.found.pictures += abs(a * d - b * c)
        self.found.fill([(e, f), (a + e, b + f), (c + e, d + f), (a + c + e, b + d + f)])

    def _path(self, each: int, outer: Matrix) -> None:
        count = native.count_segments(each)
        if not 2 <= count <= _MOST_POINTS or not native.draw_mode(each, *self._mode.places):
            self.found.curved += count > _MOST_POINTS
            return
        fills, strokes = self._mode.values()
        if fills and not strokes and count <= _CORNERS:
            self._filled(each, outer)
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

    def _filled(self, each: int, outer: Matrix) -> None:
        """A plain filled shape: its bounds say whether it is thin enough, and few are."""
        if not native.object_bounds(each, *self._bounds.places):
            return
        left, bottom, right, top = self._bounds.values()
        a, b, c, d, e, f = outer
        one, other = (
            (a * left + c * bottom + e, b * left + d * bottom + f),
            (a * right + c * top + e, b * right + d * top + f),
        )
        thin = min(abs(one[0] - other[0]), abs(one[1] - other[1])) <= _THICKEST
        if thin and self._shows(native.fill_color, each):
            self.found.fill((one, other))

    def _shows(self, color_of: native.Call, each: int) -> bool:
        """Whether something is painted: a pattern, or a colour that is neither white nor clear."""
        if not color_of(each, *self._color.places):
            return True
        red, green, blue, alpha = self._color.values()
        return alpha > 0 and not (red >= _WHITE and green >= _WHITE and blue >= _WHITE)

    def _is_bar(self, each: int) -> bool:
        return bool(native.stroke_width(each, self._point.start)) and self._point.values()[0] > 2 * _THICKEST

    def _shapes(self, each: int, count: int, matrix: Matrix) -> list[list[Point]]:
        """The straight shapes of a path; none when any of it is curved."""
        a, b, c, d, e, f = matrix
        x_place, y_place = self._point.places
        shapes: list[list[Point]] = []
        for place in range(count):
            segment = native.get_segment(each, place)
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
