"""Emptiness 空表说明: a statement that is empty and no longer says so, one that says so and is not."""

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from benchmarks.mutation.flow import Flow, flow_of
from benchmarks.mutation.mutation import Mutation
from mingzhang.disclosure.table import Table
from mingzhang.reading.transcript import TextLine

_FUNDS: Final = ("政府性基金预算", "国有资本经营预算")


def undeclared(flow: Flow, rng: random.Random, kind: str) -> Mutation | None:
    """Every sentence that says there was nothing of a fund left out: under its statement and in its section."""
    found = {fund: place[0] for fund in _FUNDS if (place := _said(fund).search(flow.text))}
    if not found:
        return None
    fund = rng.choice(sorted(found))
    changed = flow
    while place := _said(fund).search(changed.text):
        changed = flow_of(changed.written(*place.span(), ""))
    return Mutation(kind, found[fund].strip(), "", True, changed.transcript, fund=fund)


def declared(flow: Flow, rng: random.Random, kind: str) -> Mutation | None:
    """The sentence put under a statement that has figures."""
    found = list(_filled(flow))
    if not found:
        return None
    at, fund = rng.choice(found)
    text = f"说明：本部门本年度没有{fund}财政拨款收入和支出，故本表无数据。"
    items = flow.transcript.items
    note = items[at]
    assert isinstance(note, TextLine)
    line = replace(note, text=text, indent=0, room=8)
    changed = replace(flow.transcript, items=(*items[: at + 1], line, *items[at + 1 :]), exact=None)
    return Mutation(kind, "", text, True, changed, sentence=text, fund=fund)


def _filled(flow: Flow) -> Iterator[tuple[int, str]]:
    """The notes under statements of funds with figures: item and fund."""
    items = flow.transcript.items
    for index, item in enumerate(items[1:], 1):
        if isinstance(item, TextLine) and item.text.startswith("注：") and isinstance(table := items[index - 1], Table):
            fund = next((name for name in _FUNDS if f"本年度{name}" in item.text), "")
            if fund and "一般公共" not in item.text and any(char.isdigit() for char in table.rows[-1][-1].text):
                yield index, fund


def _said(fund: str) -> re.Pattern[str]:
    return re.compile(rf"[^。\n]*(?:没有|年度?无){fund}[^。\n]*。")
