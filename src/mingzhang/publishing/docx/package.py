"""The DOCX package: parts in a fixed order with a fixed time, so that equal content is equal bytes."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from mingzhang.publishing.docx.section import EVEN, ODD
from mingzhang.publishing.docx.wml import clean, to_xml, w

_TIME: Final = (1980, 1, 1, 0, 0, 0)
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_WORD_2013: Final = "http://schemas.microsoft.com/office/word"

_TYPES: Final = {
    "/word/document.xml": f"{_WORD}.document.main+xml",
    "/word/styles.xml": f"{_WORD}.styles+xml",
    "/word/settings.xml": f"{_WORD}.settings+xml",
    "/word/footer1.xml": f"{_WORD}.footer+xml",
    "/word/footer2.xml": f"{_WORD}.footer+xml",
    "/customXml/itemProps1.xml": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
_ITEM: Final = "{7B0F6A52-5D1E-4C3B-9A47-6D696E677A68}"
"""The fixed id of our custom part."""


def content_types(*, listing: bool = True) -> bytes:
    """The part [Content_Types].xml; without `listing` there is no custom part of facts."""
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    kinds = {"rels": relations, "xml": "application/xml", "png": "image/png"}
    defaults = "".join(f'<Default Extension="{k}" ContentType="{v}"/>' for k, v in kinds.items())
    held = {name: kind for name, kind in _TYPES.items() if listing or not name.startswith("/customXml")}
    parts = "".join(f'<Override PartName="{k}" ContentType="{v}"/>' for k, v in held.items())
    return f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{defaults}{parts}</Types>'.encode()


def _relations(entries: Mapping[str, tuple[str, str]]) -> bytes:
    rows = "".join(f'<Relationship Id="{k}" Type="{t}" Target="{to}"/>' for k, (t, to) in entries.items())
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'.encode()


def root_relations() -> bytes:
    """The part _rels/.rels."""
    kind = f"{_OFFICE}/relationships"
    core = f"{_PACKAGE}/relationships/metadata/core-properties"
    document = (f"{kind}/officeDocument", "word/document.xml")
    app = (f"{kind}/extended-properties", "docProps/app.xml")
    return _relations({"rId1": document, "rId2": (core, "docProps/core.xml"), "rId3": app})


def document_relations(pictures: Mapping[str, str], *, listing: bool = True) -> bytes:
    """The part word/_rels/document.xml.rels; `pictures` are the files in word/ by relation."""
    kind = f"{_OFFICE}/relationships"
    fixed = {
        "rIdStyles": (f"{kind}/styles", "styles.xml"),
        "rIdSettings": (f"{kind}/settings", "settings.xml"),
        ODD: (f"{kind}/footer", "footer1.xml"),
        EVEN: (f"{kind}/footer", "footer2.xml"),
        **({"rIdFacts": (f"{kind}/customXml", "../customXml/item1.xml")} if listing else {}),
    }
    return _relations(fixed | {relation: (f"{kind}/image", file) for relation, file in pictures.items()})


def custom_parts(listing: bytes, namespace: str) -> dict[str, bytes]:
    """The listing of facts as a custom part that Word keeps when it saves."""
    kind = f"{_OFFICE}/relationships/customXmlProps"
    names = f'xmlns:ds="{_OFFICE}/customXml"'
    schema = f'<ds:schemaRefs><ds:schemaRef ds:uri="{namespace}"/></ds:schemaRefs>'
    properties = f'{_HEAD}<ds:datastoreItem ds:itemID="{_ITEM}" {names}>{schema}</ds:datastoreItem>'
    return {
        "customXml/item1.xml": listing,
        "customXml/itemProps1.xml": properties.encode(),
        "customXml/_rels/item1.xml.rels": _relations({"rId1": (kind, "itemProps1.xml")}),
    }


def settings_xml() -> bytes:
    """Odd and even footers, Chinese, no compressed punctuation: the grid decides."""
    root = w(
        "settings",
        w("zoom", percent=100),
        w("evenAndOddHeaders"),
        w("defaultTabStop", val=420),
        w("characterSpacingControl", val="doNotCompress"),
        w("compat", w("compatSetting", name="compatibilityMode", uri=_WORD_2013, val=15)),
        w("themeFontLang", val="zh-CN", eastAsia="zh-CN"),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )
    return to_xml(root)


def core_properties(title: str, creator: str, day: date) -> bytes:
    """The part docProps/core.xml: made and last changed on the day of the disclosure."""
    time = f"{day.isoformat()}T00:00:00Z"
    spaces = " ".join(
        f"xmlns:{prefix}={quoteattr(uri)}"
        for prefix, uri in {
            "cp": f"{_PACKAGE}/metadata/core-properties",
            "dc": "http://purl.org/dc/elements/1.1/",
            "dcterms": "http://purl.org/dc/terms/",
            "xsi": "http://www.w3.org/2001/XMLSchema-instance",
        }.items()
    )
    words = f"<dc:title>{escape(clean(title))}</dc:title><dc:creator>{escape(clean(creator))}</dc:creator>"
    times = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{time}</dcterms:{name}>' for name in ("created", "modified")
    )
    language = "<dc:language>zh-CN</dc:language>"
    return f"{_HEAD}<cp:coreProperties {spaces}>{words}{language}{times}</cp:coreProperties>".encode()


def app_properties() -> bytes:
    """The part docProps/app.xml."""
    inner = "<Application>Mingzhang</Application>"
    return f'{_HEAD}<Properties xmlns="{_OFFICE}/extended-properties">{inner}</Properties>'.encode()


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """The parts as one file, in their order."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, _TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            package.writestr(info, data)
    return stream.getvalue()
