"""Ours 本项目, no more than the ledgers do: the sums of every combination of dimensions, one on a line."""

import sys
from pathlib import Path

from mingzhang.engines.duck import DuckEngine
from mingzhang.engines.snapshot import Snapshot

snapshot = Snapshot.load(Path(sys.argv[1]))
assert snapshot is not None
sys.stdout.writelines(
    f"{b.entity},{b.account},{b.function},{b.economic},{b.project},{b.debit},{b.credit}\n"
    for b in DuckEngine(snapshot).balances()
)
