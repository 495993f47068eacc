"""The document: the accounts with everything said about them, ready to be published."""

import re
from dataclasses import dataclass

from mingzhang.disclosure.document import Disclosure
from mingzhang.narrative.context import Context
from mingzhang.narrative.owed import Owed
from mingzhang.narrative.performance.write import write_performance
from mingzhang.narrative.texts import Texts
from mingzhang.narrative.write import write
from mingzhang.reading.unit.toml_file import Table
from mingzhang.reading.unit.year import UnitYear
from mingzhang.standards.codes import economic_codes, function_codes
from mingzhang.standards.wording import load_glossary, load_wording
from mingzhang.workflows.accounts import Accounts


@dataclass(frozen=True)
class Draft:
    """The disclosure, and the reasons and figures that people still owe it."""

    disclosure: Disclosure
    owed: tuple[Owed, ...]


def draft(accounts: Accounts) -> Draft:
    """Write the document in the wording of the unit's region."""
    year = accounts.year
    wording = load_wording(accounts.profile.wording, year.year)
    context = Context(
        entity=year.entity,
        year=year.year,
        facts=accounts.facts,
        wording=wording,
        names=_names(year.year),
        texts=_texts(year),
        statements=accounts.statements,
        members=tuple(leaf.entity for leaf in year.leaves) if year.members else (),
        glossary=load_glossary(),
        unit=year.unit,
    )
    told = write_performance(context, accounts.performance, _dated(year.dated)) if accounts.performance else None
    narrative = write(context, told.parts, told.sections, told.owed) if told else write(context)
    disclosure = Disclosure(
        entity=year.entity,
        year=year.year,
        profile=year.profile,
        title=_title(year),
        dated=_dated(year.dated),
        parts=narrative.parts,
        statements=accounts.statements,
        facts={**narrative.facts, **told.facts} if told else narrative.facts,
        performance=accounts.performance,
    )
    return Draft(disclosure, narrative.owed)


def _names(year: int) -> dict[str, str]:
    lists = (function_codes(), economic_codes())
    return {code.code: code.name for codes in lists for code in codes.codes if year in code.span}


def _texts(year: UnitYear) -> Texts:
    def table(name: str) -> Table:
        found = year.texts.get(name, {})
        return found if isinstance(found, dict) else {}

    overview = year.overview
    return Texts(
        intro=str(overview.get("intro", "")),
        duties=tuple(str(duty) for duty in overview.get("duties", ())),
        reasons=table("reasons"),
        purposes=table("purposes"),
        explanations=table("explanations"),
    )


def _title(year: UnitYear) -> str:
    kind = "部门" if year.members else "单位"
    return f"{year.entity.name}{year.year}年度{kind}决算公开"


def _dated(text: str) -> str:
    found = re.fullmatch(r"(\d{4})\D(\d{1,2})\D(\d{1,2})日?", text.strip())
    return f"{int(found[1])}年{int(found[2])}月{int(found[3])}日" if found else text
