"""HTML 网页: the disclosure as one self-contained accessible page, every figure a link to what it is made of."""

from mingzhang.disclosure.document import Disclosure
from mingzhang.publishing.html.page import page

__all__ = ["write"]


def write(disclosure: Disclosure) -> bytes:
    """The page; works without scripts, on a phone, in print and from a disk."""
    return page(disclosure).encode("utf-8")
