"""A small writer of PDF pages: words and lines exactly where a test wants them, in points from the top left."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

A4 = (595.0, 842.0)
_FONTS = {
    "song": (
        "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font/Subtype"
        "/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000"
        "/W[1 95 500]>>]>>"
    ),
    "latin": "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
}


@dataclass
class Sheet:
    """One page: what is drawn on it, in the order it is drawn."""

    size: tuple[float, float] = A4
    rotate: int = 0
    content: list[str] = field(default_factory=list)
    form: str = ""
    image: tuple[float, float, float, float] | None = None

    def text(self, x: float, y: float, words: str, size: float = 10, *, font: str = "song", spacing: float = 0) -> None:
        """Words with the baseline's left end at x, y."""
        code = words.encode("utf-16-be").hex() if font == "song" else words.encode("latin-1").hex()
        self.content.append(f"BT /{font} {size} Tf {spacing} Tc 1 0 0 1 {x} {self.size[1] - y} Tm <{code}> Tj ET")

    def right(self, x: float, y: float, words: str, size: float = 10) -> None:
        """Words that end at x; figures are half as wide as they are high."""
        wide = sum(1.0 if letter > "\x7f" else 0.5 for letter in words)
        self.text(x - wide * size, y, words, size)

    def stroke(self, x: float, y: float, u: float, v: float, width: float = 0.5) -> None:
        """A line from one point to another."""
        top = self.size[1]
        self.content.append(f"{width} w {x} {top - y} m {u} {top - v} l S")

    def fill(self, x: float, y: float, u: float, v: float, grey: float = 0) -> None:
        """A filled rectangle between two corners."""
        top = self.size[1]
        self.content.append(f"{grey} g {x} {top - v} {u - x} {v - y} re f 0 g")

    def box(self, x: float, y: float, u: float, v: float, width: float = 0.5) -> None:
        """The four sides of a rectangle, drawn as one path."""
        self.content.append(f"{width} w {x} {self.size[1] - v} {u - x} {v - y} re S")

    def raw(self, operators: str) -> None:
        """Operators as they are."""
        self.content.append(operators)

    def paragraph(self, x: float, y: float, lines: Sequence[str], size: float = 14, leading: float = 26) -> None:
        """Lines under one another."""
        for number, line in enumerate(lines):
            self.text(x, y + number * leading, line, size)

    def grid(self, xs: Sequence[float], ys: Sequence[float], width: float = 0.5) -> None:
        """Full lines at all these places."""
        for x in xs:
            self.stroke(x, ys[0], x, ys[-1], width)
        for y in ys:
            self.stroke(xs[0], y, xs[-1], y, width)

    def words(self, xs: Sequence[float], ys: Sequence[float], rows: Sequence[Sequence[str]], size: float = 9) -> None:
        """Words into the cells between these places."""
        for number, row in enumerate(rows):
            for column, words in enumerate(row):
                if words:
                    self.text(xs[column] + 3, ys[number] + 0.68 * (ys[number + 1] - ys[number]), words, size)


def pdf_bytes(sheets: Sequence[Sheet], *, trailer: str = "") -> bytes:
    """The pages as a file."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "", *_FONTS.values()]
    kids: list[int] = []
    for sheet in sheets:
        stream = "\n".join(sheet.content)
        extra = ""
        if sheet.form:
            body = "\n".join(sheet.content)
            objects.append(
                "<</Type/XObject/Subtype/Form/BBox[-5000 -5000 5000 5000]/Resources<</Font<</song 3 0 R/latin 4 0 R>>>>"
                f"/Length {len(body)}>>stream\n{body}\nendstream"
            )
            extra, stream = f"/XObject<</F {len(objects)} 0 R>>", f"q {sheet.form} cm /F Do Q"
        if sheet.image:
            objects.append(
                "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
                "/Length 1>>stream\n\x80\nendstream"
            )
            x, y, u, v = sheet.image
            extra = f"/XObject<</I {len(objects)} 0 R>>"
            stream += f"\nq {u - x} 0 0 {v - y} {x} {sheet.size[1] - v} cm /I Do Q"
        objects.append(f"<</Length {len(stream)}>>stream\n{stream}\nendstream")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {sheet.size[0]} {sheet.size[1]}]/Rotate {sheet.rotate}"
            f"/Resources<</Font<</song 3 0 R/latin 4 0 R>>{extra}>>/Contents {len(objects)} 0 R>>"
        )
        kids.append(len(objects))
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(f'{kid} 0 R' for kid in kids)}]>>"
    return _file(objects, trailer)


def _file(objects: Sequence[str], trailer: str) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    starts = []
    for number, body in enumerate(objects, 1):
        starts.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{start:010d} 00000 n \n" for start in starts)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end = f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{len(out)}\n%%EOF\n"
    return bytes(out) + (head + end).encode("latin-1")


def saved(path: Path, *sheets: Sheet) -> Path:
    """The pages written to a file."""
    file = path / "样本.pdf"
    file.write_bytes(pdf_bytes(sheets))
    return file
