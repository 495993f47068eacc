"""disclosure.json: the whole disclosure without loss, for programs and for reading back.

Schema `mingzhang/disclosure/1`: the keys of `Disclosure` in order, each value as `publishing.plain` says. A
fact's `value` is exact, in fen or in whole things; `shown` (as printed) and `yuan` stand beside it for other
people's programs and are not read back.
"""

import json
from typing import Final

from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.fact import Fact
from mingzhang.publishing.plain import NotPlain, Plain, decode, encode
from mingzhang.terms.money import to_yuan

SCHEMA: Final = "mingzhang/disclosure/1"
"""Name and version of the layout; the number grows when an older reader could no longer read the file."""


class NotADisclosure(ValueError):
    """A file that is not a disclosure.json we can read."""


def write(disclosure: Disclosure) -> bytes:
    """The disclosure as UTF-8 JSON, one blank a step, keys always in the same order."""
    data = {"schema": SCHEMA, **encode(disclosure)}
    data["facts"] = [_described(fact) for fact in disclosure.facts.values()]
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def read(data: bytes) -> Disclosure:
    """The disclosure that `write` wrote; raises NotADisclosure with the place and what was expected."""
    try:
        plain = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as fault:
        raise NotADisclosure(f"不是完整的 JSON 文件：{fault}") from None
    return _read_plain(plain)


def _read_plain(plain: Plain) -> Disclosure:
    schema = plain.get("schema") if isinstance(plain, dict) else None
    if schema != SCHEMA:
        raise NotADisclosure(f"schema 应当是 {SCHEMA}，而不是 {schema!r}；请用明账重新发布 disclosure.json")
    try:
        disclosure: Disclosure = decode(Disclosure, plain)
    except NotPlain as fault:
        raise NotADisclosure(str(fault)) from None
    return disclosure


def _described(fact: Fact) -> Plain:
    yuan = {"yuan": str(to_yuan(fact.value))} if fact.unit.is_money else {}
    return {**encode(fact), "shown": fact.shown, **yuan}
