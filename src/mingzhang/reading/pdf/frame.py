"""Frame 版面坐标: from PDF's coordinates to a page turned so that its text stands upright, and to the page as shown."""

from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points from the top left."""

Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """A page: its edges in PDF's coordinates, how it is shown and how its text runs, in quarters of a turn."""

    left: float
    bottom: float
    right: float
    top: float
    shown: int = 0
    text: int = 0

    @property
    def width(self) -> float:
        """How wide the page is when its text stands upright."""
        return self.top - self.bottom if self.text % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """How high the page is when its text stands upright."""
        return self.right - self.left if self.text % 2 else self.top - self.bottom

    @property
    def turn(self) -> Matrix:
        """The matrix from PDF's coordinates to the upright page: x' = ax + cy + e, y' = bx + dy + f."""
        if self.text == 1:
            return (0, 1, 1, 0, -self.bottom, -self.left)
        if self.text == 2:
            return (-1, 0, 0, 1, self.right, -self.bottom)
        if self.text == 3:
            return (0, -1, -1, 0, self.top, self.right)
        return (1, 0, 0, -1, -self.left, self.top)

    @property
    def along_and_across(self) -> tuple[float, float, float, float]:
        """What turns one of PDF's coordinates, times and plus, into one along the text, and into one across it."""
        a, b, c, d, e, f = self.turn
        return (c, e, b, f) if self.text % 2 else (a, e, d, f)

    def as_shown(self, box: Box) -> tuple[int, int, int, int]:
        """A box of the upright page in whole points of the page as it is shown."""
        left, top, right, bottom = box
        if self.shown == self.text:
            return round(left), round(top), round(right), round(bottom)
        for _ in range((self.shown - self.text) % 4):
            left, top, right, bottom = -bottom, left, -top, right
        quarters = (self.shown - self.text) % 4
        across = (0, self.height, self.width, 0)[quarters]
        down = (0, 0, self.height, self.width)[quarters]
        return round(left + across), round(top + down), round(right + across), round(bottom + down)


def within(inner: Matrix, outer: Matrix) -> Matrix:
    """First the inner matrix, then the outer."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)
