"""Shows the pages of an OFD file as pictures, to look at them: `python -m tests.publishing.ofd_view FILE FOLDER`."""

import sys
from base64 import b64encode
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree
from resvg_py import svg_to_bytes

from tests.publishing.readback_ofd import OFD, OfdFile


def page_svg(ofd: OfdFile, page: etree._Element) -> str:
    """One page as SVG in millimetres."""
    _, _, width, height = ofd.box(page)
    fonts = {f.get("ID"): f for f in ofd.resources("PublicRes").iterfind(".//o:Font", OFD)}
    marks = [f'<rect width="{width}" height="{height}" fill="#fff"/>']
    for path in page.iterfind(".//o:PathObject", OFD):
        x, y, *_ = path.get("Boundary", "").split()
        data = path.findtext("o:AbbreviatedData", namespaces=OFD)
        stroke = f'stroke="#000" stroke-width="{path.get("LineWidth")}"'
        marks.append(f'<path transform="translate({x} {y})" d="{data}" {stroke} fill="none"/>')
    media = {m.get("ID"): m for m in ofd.resources("DocumentRes").iterfind(".//o:MultiMedia", OFD)}
    for image in page.iterfind(".//o:ImageObject", OFD):
        x, y, w, h = image.get("Boundary", "").split()
        file = media[image.get("ResourceID")].findtext("o:MediaFile", namespaces=OFD)
        data = b64encode(ofd.zip.read(f"{ofd.folder}Res/{file}")).decode()
        marks.append(f'<image x="{x}" y="{y}" width="{w}" height="{h}" href="data:image/png;base64,{data}"/>')
    for text in ofd.texts(page):
        font = fonts[text.font]
        weight = 700 if font.get("Bold") == "true" else 400
        look = f'font-family="{font.get("FamilyName")}" font-weight="{weight}" font-size="{text.size}"'
        letters = "".join(
            f'<text x="{x:.3f}" y="{text.y:.3f}" {look}>{escape(letter)}</text>'
            for x, letter in zip(text.xs, text.text, strict=True)
        )
        marks.append(f'<g fill="rgb({",".join(text.colour.split())})">{letters}</g>')
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
    return f'{head} viewBox="0 0 {width} {height}">{"".join(marks)}</svg>'


def main(file: str, folder: str) -> None:
    """Write page_0.png and so on into the folder."""
    ofd = OfdFile(Path(file).read_bytes())
    with TemporaryDirectory() as name:
        fonts = []
        for number, entry in enumerate(n for n in ofd.zip.namelist() if n.endswith(".ttf")):
            fonts.append(str(Path(name) / f"{number}.ttf"))
            Path(fonts[-1]).write_bytes(ofd.zip.read(entry))
        for number, page in enumerate(ofd.pages.values()):
            png = svg_to_bytes(svg_string=page_svg(ofd, page), zoom=4, skip_system_fonts=True, font_files=fonts)
            (Path(folder) / f"page_{number}.png").write_bytes(bytes(png))


if __name__ == "__main__":
    main(*sys.argv[1:])
