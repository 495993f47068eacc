"""Printable text: what can stand in a published file at all."""

_BLANKS = "\t\n\r\x0b\x0c\x85\u2028\u2029"
_CONTROLS = {*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000), *range(0xFDD0, 0xFDF0), 0xFEFF, 0xFFFE, 0xFFFF}
_TABLE: dict[int, str | None] = dict.fromkeys(_CONTROLS) | dict.fromkeys(map(ord, _BLANKS), " ")


def clean(words: str) -> str:
    """The words without control characters, which neither XML nor a font knows; line breaks become blanks."""
    return words if words.isprintable() else words.translate(_TABLE)
