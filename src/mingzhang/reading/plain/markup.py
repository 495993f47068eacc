"""Markup 标记残留: marks of Markdown and of web pages that stand in a text and are no part of what it says."""

import html
import re
from dataclasses import dataclass
from typing import Final

_TAGS: Final = (
    "p|div|span|b|strong|i|em|u|s|strike|del|ins|font|center|small|big|sub|sup|a|img|o:p|st1:\\w+|v:\\w+|w:\\w+|"
    "h[1-6]|ul|ol|li|hr|label|section|article|blockquote|table|tbody|thead|tr|td|th"
)
_COMMENT: Final = re.compile(r"<!--.{0,500}?-->|<!\[(?:if|endif)[^<>]*>", re.DOTALL)
_BREAK: Final = re.compile(r"<br\s*/?>|</p>\s*<p\b[^<>]*>|</(?:p|div|li)>", re.IGNORECASE)
_TAG: Final = re.compile(rf"</?(?:{_TAGS})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_ENTITY: Final = re.compile(r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[a-zA-Z]{2,8}\d{0,2});")
_IMAGE: Final = re.compile(r"!\[[^\[\]]*\]\([^()]*\)")
_LINK: Final = re.compile(r"\[([^\[\]]+)\]\((?:https?:|mailto:|/|#|\.)[^()]*\)")
_EMPHASIS: Final = (
    re.compile(r"(\*\*\*|\*\*|__|~~)(?=\S)(.{1,500}?)(?<=\S)\1"),
    re.compile(r"(?<![\w*])(\*)(?=[^\s*\d])([^*\n]{1,500}?)(?<=[^\s*])\*(?![\w*])"),
)
_ESCAPE: Final = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~])")
_HEADING: Final = re.compile(r"\s{0,3}(#{1,6})\s+(?=\S)")
_BULLET: Final = re.compile(r"\s*(?:[-*+•●▪◦·]\s+|>\s?)")
_MOST_BULLETS: Final = 8
_ALONE: Final = re.compile(r"[\d.,]+%?\s*[-—]?")
_RULE: Final = re.compile(r"\s*(?:[-*_=]\s?){3,}\s*$|\s*```\w*\s*$|\s*\|[-:|\s]*\|\s*$")
_PAGE: Final = re.compile(r"\s*(?:[-—–]+\s*\d{1,4}\s*[-—–]+|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?)\s*$")


_WIDE_SPACES: Final = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
_NO_WIDTH: Final = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\x07\x0b\x7f"
_SPACES: Final = {**dict.fromkeys(map(ord, _WIDE_SPACES), " "), **dict.fromkeys(map(ord, _NO_WIDTH))}


@dataclass(frozen=True, slots=True)
class Marked:
    """A line without its marks: the text, the depth of the heading it is (0 for none), whether it is an item."""

    text: str
    level: int = 0
    bullet: bool = False


def marked(line: str) -> Marked:
    """What a line says, and what its marks say it is. A rule, a fence or a page number says nothing."""
    if _RULE.fullmatch(line) or _PAGE.fullmatch(line):
        return Marked("")
    if found := _HEADING.match(line):
        return Marked(said(line[found.end() :].rstrip().rstrip("#").rstrip()), len(found[1]))
    rest = _without_bullets(line)
    return Marked(said(rest), bullet=rest is not line)


def _without_bullets(line: str) -> str:
    """A line without the marks of items and quotes before it; a number behind one may be below zero and stays."""
    for _ in range(_MOST_BULLETS):
        bullet = _BULLET.match(line)
        if bullet is None or _ALONE.fullmatch(line[bullet.end() :].strip()):
            break
        line = line[bullet.end() :]
    return line


def said(text: str) -> str:
    """The text without marks; what a mark breaks into lines stays parted by line breaks."""
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub("\n", _COMMENT.sub("", text)))
    if "&" in text:
        text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    if "](" in text:
        text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    if any(mark in text for mark in "*_~"):
        for emphasis in _EMPHASIS:
            text = emphasis.sub(r"\2", text)
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    return plain_spaces(text)


def plain_spaces(text: str) -> str:
    """The text with every kind of space as a plain one, and without what has no width; line breaks stay."""
    text = text.translate(_SPACES)
    if "\n" not in text:
        return text.rstrip()
    return "\n".join(line for part in text.split("\n") if (line := part.rstrip())).rstrip()
