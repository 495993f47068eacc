"""SVG: the few marks a chart is made of, as text that is the same on every machine."""

from collections.abc import Iterable
from html import escape
from math import ceil

from mingzhang.publishing.printable import clean

Attributes = dict[str, str | int | float]


def element(name: str, attributes: Attributes, *inner: str) -> str:
    """An element; an attribute `font_size` is written `font-size`, and lengths with at most two decimals."""
    pairs = "".join(f' {key.rstrip("_").replace("_", "-")}="{_plain(value)}"' for key, value in attributes.items())
    content = "".join(inner)
    return f"<{name}{pairs}>{content}</{name}>" if content else f"<{name}{pairs}/>"


def _plain(value: str | int | float) -> str:
    if isinstance(value, str):
        return escape(clean(value))
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def text(x: float, y: float, words: str, **look: str | int | float) -> str:
    """One line of text whose baseline starts (or, by text_anchor, is centred or ends) at the point."""
    return element("text", {"x": x, "y": y, **look}, escape(clean(words), quote=False))


def rect(x: float, y: float, width: float, height: float, **look: str | int | float) -> str:
    """A filled rectangle."""
    return element("rect", {"x": x, "y": y, "width": width, "height": height, **look})


def line(x1: float, y1: float, x2: float, y2: float, **look: str | int | float) -> str:
    """A straight stroke."""
    return element("line", {"x1": x1, "y1": y1, "x2": x2, "y2": y2, **look})


def picture(
    width: float,
    height: float,
    name: str,
    title: str,
    description: str,
    marks: Iterable[str],
    *,
    interactive: bool,
) -> str:
    """A whole picture that says what it is to those who cannot see it; `name` makes its ids unique on a page.

    A picture with links in it is a group, since what stands inside an `img` cannot be reached.
    """
    attributes: Attributes = {
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": f"0 0 {_plain(float(width))} {_plain(float(height))}",
        "width": float(width),
        "height": float(height),
        "role": "group" if interactive else "img",
        "aria-labelledby": f"{name}-t {name}-d",
        "font-family": "sans-serif",
    }
    words = element("title", {"id": f"{name}-t"}, escape(clean(title), quote=False))
    words += element("desc", {"id": f"{name}-d"}, escape(clean(description), quote=False))
    return element("svg", attributes, words, *marks)


def proportion(drawn: str) -> float:
    """How high a drawn picture is for its width."""
    _, _, width, height = drawn.partition('viewBox="')[2].partition('"')[0].split()
    return float(height) / float(width)


def breadth(words: str, size: float) -> float:
    """About how wide a line of text is: a Chinese character is square, a Latin one little more than half."""
    return sum(size if ord(letter) > 0x2000 else 0.58 * size for letter in words)


def wrap(words: str, size: float, width: float) -> tuple[str, ...]:
    """The words in lines no wider than asked, of about equal length."""
    rows = max(1, ceil(breadth(words, size) / width))
    share = ceil(len(words) / rows)
    return tuple(words[start : start + share] for start in range(0, len(words), share)) or ("",)
