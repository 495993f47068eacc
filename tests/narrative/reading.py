"""Walking written text in tests."""

from collections.abc import Iterable, Iterator

from mingzhang.disclosure.section import Mention, Paragraph, Part, Section, Words


def paragraphs(*texts: str) -> tuple[Paragraph, ...]:
    """Plain paragraphs."""
    return tuple(Paragraph((Words(text),)) for text in texts)


def walk(sections: Iterable[Section]) -> Iterator[Section]:
    """Every section, outer before inner."""
    for section in sections:
        yield section
        yield from walk(section.sections)


def all_paragraphs(parts: Iterable[Part]) -> Iterator[Paragraph]:
    """Every paragraph of every part."""
    for part in parts:
        for section in walk(part.sections):
            yield from (block for block in section.blocks if isinstance(block, Paragraph))


def mentions(parts: Iterable[Part]) -> Iterator[Mention]:
    """Every mention of every part."""
    for paragraph in all_paragraphs(parts):
        yield from (run for run in paragraph.runs if isinstance(run, Mention))


def text_of(parts: Iterable[Part]) -> str:
    """The text as a reader sees it, a paragraph a line."""
    return "\n".join(paragraph.text for paragraph in all_paragraphs(parts))
