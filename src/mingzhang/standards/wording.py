"""Wordings 行文规范 and glossaries from their dated TOML files into the values the narrative writes with."""

import tomllib
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

from mingzhang.narrative.blocks import check
from mingzhang.narrative.sentence import BadTemplate, Sentence
from mingzhang.narrative.terms import Glossary, Term
from mingzhang.narrative.wording import PartPlace, Place, Style, Wording

Table = dict[str, Any]
"""A table of TOML."""


class BadWording(ValueError):
    """A wording file that cannot be written with; the message lists everything that is wrong."""


@cache
def load_wording(profile: str, year: int) -> Wording:
    """The wording of a profile as it stands in a fiscal year; a file that does not fit is refused as a whole."""
    path = files("mingzhang.standards") / "data" / "wording" / f"{profile}.toml"
    if not path.is_file():
        raise BadWording(f"没有行文规范“{profile}”；现有：{'、'.join(profiles())}")
    return wording_of(tomllib.loads(path.read_text("utf-8")), year)


def profiles() -> tuple[str, ...]:
    """The profiles that have a wording."""
    folder = files("mingzhang.standards") / "data" / "wording"
    return tuple(sorted(path.name.removesuffix(".toml") for path in folder.iterdir() if path.name.endswith(".toml")))


def wording_of(table: Table, year: int) -> Wording:
    """The wording that a TOML table writes down, with the changes that came into force up to the year."""
    dated = _in_force(table, year)
    try:
        wording = Wording(
            id=dated["id"],
            style=_style(dated.get("style", {})),
            words=dated.get("words", {}),
            parts=tuple(_part(part) for part in dated["part"]),
            sentences={key: Sentence.parse(text) for key, text in dated["sentences"].items()},
        )
    except BadTemplate as fault:
        raise BadWording(f"行文规范“{table['id']}”：{fault}") from fault
    wrong = check(wording)
    if wrong:
        raise BadWording(f"行文规范“{wording.id}”有 {len(wrong)} 处不合用：" + "；".join(wrong))
    return wording


def _in_force(table: Table, year: int) -> Table:
    """The table with every `[[since]]` whose year has come laid over it, oldest first."""
    whole = {key: value for key, value in table.items() if key != "since"}
    for change in sorted(table.get("since", []), key=lambda change: int(change["year"])):
        if change["year"] <= year:
            whole |= {key: {**whole.get(key, {}), **new} for key, new in change.items() if isinstance(new, dict)}
    return whole


def _style(table: Table) -> Style:
    known = dict(table)
    if "threshold" in known:
        known["threshold"] = Fraction(str(known["threshold"]))
    unknown = sorted(known.keys() - Style.__dataclass_fields__.keys())
    if unknown:
        raise BadTemplate(f"不认识的风格项 {'、'.join(unknown)}")
    return Style(**known)


def _part(table: Table) -> PartPlace:
    places = tuple(_place(section) for section in table.get("section", []))
    return PartPlace(table["id"], Sentence.parse(table["heading"]), places)


def _place(table: Table) -> Place:
    heading: str = table["heading"]
    return Place(
        id=table["id"],
        heading=Sentence.parse(heading),
        heading_unit=Sentence.parse(str(table.get("heading_unit", heading))),
        blocks=tuple(table.get("blocks", [])),
        sections=tuple(_place(section) for section in table.get("section", [])),
        statement=table.get("statement", ""),
        extra=table.get("extra", False),
    )


@cache
def load_glossary() -> Glossary:
    """The terms and the explanations of function codes; terms may use the words of a wording as slots."""
    folder = files("mingzhang.standards") / "data" / "glossary"
    terms = tomllib.loads((folder / "terms.toml").read_text("utf-8"))
    functions = tomllib.loads((folder / "functions.toml").read_text("utf-8"))
    codes: Mapping[str, str] = functions["codes"]
    return Glossary(tuple(_term(term) for term in terms["term"]), codes, functions["items"])


def _term(table: Table) -> Term:
    return Term(
        table["name"], Sentence.parse(table["text"]), tuple(table.get("figures", [])), tuple(table.get("also", []))
    )
