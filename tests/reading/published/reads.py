"""Texts read as documents, and what they print as plain values."""

from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.section import Paragraph, Section, StatementPlace, TablePlace
from mingzhang.reading.published.disclosure import disclosure_of
from mingzhang.reading.text_file import transcript_of_text
from mingzhang.reading.transcript import TextLine, Transcript
from mingzhang.workflows.reading import known_forms

COVER = "# 2022年度某县教育局部门决算\n\n"


def document(text: str) -> Disclosure:
    """A text as a document that nobody has understood yet."""
    return disclosure_of(transcript_of_text(COVER + text, "例.md"), known_forms)


def printed(text: str) -> dict[str, str]:
    """Every figure of a text by its address, as printed."""
    return {str(address): fact.printed or "" for address, fact in document(text).facts.items()}


def lines(*rows: tuple[int, int, str]) -> tuple[TextLine, ...]:
    """Lines of a page: indent, room, text; one that begins with ^ stands in the middle."""
    return tuple(
        TextLine(
            text.lstrip("^"), Position("页.pdf", page=1 + number // 20, box=(50, 10 * number, 500, 10 * number + 10)),
            indent=indent, room=room, centred=text.startswith("^"), size=14,
        )
        for number, (indent, room, text) in enumerate(rows)
    )  # fmt: skip


def pages(*rows: tuple[int, int, str]) -> Disclosure:
    """Lines of pages as a document."""
    return disclosure_of(Transcript("页.pdf", "PDF", lines(*rows), 2), known_forms)


def outline(document: Disclosure) -> list[str]:
    """Parts, headings and blocks, one a line, indented by depth."""
    found = []
    for part in document.parts:
        found.append(f"[{part.id}] {part.heading}".rstrip())
        for section in part.sections:
            found += _section(section, 1)
    return found


def _section(section: Section, depth: int) -> list[str]:
    indent = "  " * depth
    found = [f"{indent}{section.heading}"] if section.heading else []
    for block in section.blocks:
        match block:
            case Paragraph():
                found.append(f"{indent}- {block.text}")
            case StatementPlace():
                found.append(f"{indent}- <{block.statement}>")
            case TablePlace():
                found.append(f"{indent}- <表>")
            case _:
                found.append(f"{indent}- <图>")
    for inner in section.sections:
        found += _section(inner, depth + 1)
    return found
