"""Ours 本项目: the nine statements of a snapshot, every figure on one line of `statement,row,column,fen`."""

import sys
from pathlib import Path

from mingzhang.engines.duck import DuckEngine
from mingzhang.engines.snapshot import Snapshot
from mingzhang.standards.forms import forms
from mingzhang.standards.profiles import load
from mingzhang.statements.compile import compile_facts
from mingzhang.statements.cube import Scope

snapshot = Snapshot.load(Path(sys.argv[1]))
assert snapshot is not None
units = tuple(sys.argv[2:])
balances = DuckEngine(snapshot).balances()
facts = compile_facts(forms(load("hubei-2021", 2021)), balances, Scope(units), snapshot.digest)
sys.stdout.writelines(f"{a.statement},{a.row},{a.column},{fact.value}\n" for a, fact in facts.items())
