"""The disclosure of a unit's year, kept as a pickle for `pdf_ours.py`."""

import pickle
import sys
import tempfile
from pathlib import Path

from mingzhang.workflows.build import compile_year, read_year
from mingzhang.workflows.document import draft

directory, target = map(Path, sys.argv[1:])
with tempfile.TemporaryDirectory() as scratch:
    accounts, _ = compile_year(read_year(directory)[0], Path(scratch))
    target.write_bytes(pickle.dumps(draft(accounts).disclosure))
