"""Forms 报表格式: the statements of a region and year, put together from dated data."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from mingzhang.standards.codes import economic_codes, function_codes
from mingzhang.standards.data_file import names, toml
from mingzhang.standards.mapping import narrowing, questions
from mingzhang.standards.profiles import Profile
from mingzhang.standards.switches import Setting, Settings, settle
from mingzhang.statements.form import Axis, Column, Form, LabelColumn, LabelKind, Lane, LineItem, SignedName
from mingzhang.terms.classification import Code
from mingzhang.terms.period import Span

_ONES = "零一二三四五六七八九"
_CLASSES = "@classes"


def forms(profile: Profile, switches: Settings | None = None) -> tuple[Form, ...]:
    """The statements of the profile's year in printed order; `switches` are the unit's own settings."""
    settings = settle(profile.switches, switches or {})
    return tuple(_Maker(profile, settings).form(id, n) for n, id in enumerate(profile.statements, 1))


def official_titles() -> dict[str, str]:
    """The common title of each of the nine statements by identity, for a document of which no region is known."""
    return {id: toml(f"forms/{id}.toml")["form"][0]["title"] for id in names("forms", ".toml") if len(id) == 2}


def class_rows(profile: Profile) -> tuple[Code, ...]:
    """The spending rows of T1 and T4 under their names of the year."""
    lists = toml("forms/classes.toml")["classes"]
    entry = next(e for e in lists if e["id"] == profile.classes and _holds(e, profile.year))
    found = (function_codes().find(code, profile.year) for code in entry["codes"])
    return tuple(code for code in found if code)


def ordinal(number: int) -> str:
    """一, 二, … 十, 十一, … for numbers below one hundred."""
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else f"{_ONES[tens]}十"
    return head + (_ONES[ones] if ones or not tens else "")


class _Maker:
    """Puts one profile's forms together."""

    def __init__(self, profile: Profile, settings: dict[str, Setting]) -> None:
        self.profile = profile
        self.settings = settings
        self.classes = class_rows(profile)

    def form(self, identity: str, number: int) -> Form:
        profile, entry = self.profile, self._entry(identity)
        return Form(
            id=identity,
            number=number,
            title=profile.titles.get(identity, entry["title"]),
            caption=profile.caption,
            lines=profile.lines,
            unit=profile.unit,
            lanes=tuple(self._lane(identity, lane) for lane in entry["lane"]),
            note=profile.notes.get(identity, ""),
            empty_note=profile.empty_notes.get(identity, ""),
            reference=entry["reference"],
            trust=entry["trust"],
            zero=profile.zeros.get(identity, ""),
            total_first=profile.total_first or identity not in ("T5",),
            numbered=profile.numbered,
            landscape=entry.get("landscape", False),
        )

    def _entry(self, identity: str) -> dict[str, Any]:
        variant = self.profile.variants.get(identity, "")
        entries: list[dict[str, Any]] = toml(f"forms/{identity}.toml")["form"]
        return next(e for e in entries if e.get("variant", "") == variant and _holds(e, self.profile.year))

    def _lane(self, identity: str, entry: dict[str, Any]) -> Lane:
        columns = list(_dated(entry["columns"], self.profile.year))
        items = list(self._items(_dated(entry.get("rows", ()), self.profile.year)))
        known = {column["name"] for column in columns}
        foot = entry.get("foot")
        return Lane(
            labels=tuple(self._label(label) for label in entry.get("labels", ()) if self._is_printed(label)),
            columns=tuple(self._column(identity, column, known) for column in columns),
            axis=Axis(entry.get("axis", Axis.FIXED.value)),
            items=tuple(items),
            roots=tuple(entry.get("roots", ())),
            always=tuple(c for c in entry.get("always", ()) if economic_codes().find(c, self.profile.year)),
            foot=self._item(foot, "", set()) if foot else None,
        )

    def _is_printed(self, label: dict[str, Any]) -> bool:
        return self.profile.numbered or LabelKind(label["kind"]) is not LabelKind.LINE

    def _label(self, entry: dict[str, Any]) -> LabelColumn:
        return LabelColumn(LabelKind(entry["kind"]), self._words(entry["head"]), entry["width"])

    def _column(self, identity: str, entry: dict[str, Any], known: set[str]) -> Column:
        row = entry.get("row", "")
        return Column(
            name=entry["name"],
            path=self._words(entry["head"]),
            questions=questions(entry.get("ask", ()), self.settings),
            narrow=narrowing(entry),
            sum_of=tuple(_signed(entry.get("sum", ()), known)),
            row=row,
            width=entry.get("width", 6),
            entered=entry.get("entered", False),
            zero=self.profile.zeros.get(f"{identity}.{row}") if row else None,
        )

    def _items(self, entries: Iterable[dict[str, Any]]) -> Iterator[LineItem]:
        rows = [row for entry in entries for row in self._expanded(entry)]
        known = {row["name"] for row in rows if "name" in row}
        count = 0
        for row in rows:
            count += row.get("ordinal", False)
            yield self._item(row, f"{ordinal(count)}、" if row.get("ordinal") else "", known)

    def _expanded(self, entry: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """The row itself, or one row for each class of spending."""
        if entry.get("classes"):
            yield from ({**entry, "name": c.name, "functions": [c.code]} for c in self.classes)
        else:
            yield entry

    def _item(self, entry: dict[str, Any], number: str, known: set[str]) -> LineItem:
        name = entry.get("name", "")
        summed = [part for term in entry.get("sum", ()) for part in self._sum_terms(term)]
        return LineItem(
            name=name,
            label=number + self._fill(entry.get("text", name)),
            questions=questions(entry.get("ask", ()), self.settings),
            narrow=narrowing(entry),
            sum_of=tuple(_signed(summed, known)),
            computed=entry.get("computed", False),
            bold=entry.get("bold", False),
            gap=entry.get("gap", False),
        )

    def _sum_terms(self, term: str) -> Sequence[str]:
        return [code.name for code in self.classes] if term == _CLASSES else [term]

    def _words(self, path: Iterable[str]) -> tuple[str, ...]:
        return tuple(text for text in map(self._fill, path) if text)

    def _fill(self, text: str) -> str:
        return text.format_map(self.profile.words)


def _holds(entry: dict[str, Any], year: int) -> bool:
    return year in Span(entry.get("first"), entry.get("last"))


def _dated(entries: Iterable[dict[str, Any]], year: int) -> Iterator[dict[str, Any]]:
    return filter(partial(_holds, year=year), entries)


def _signed(terms: Iterable[str], known: set[str]) -> Iterator[SignedName]:
    """The signed names among those that exist in the year."""
    for term in terms:
        name = term.removeprefix("-")
        if name in known:
            yield (-1 if term.startswith("-") else 1), name
