"""Ours 本项目: a PDF from a disclosure that lies ready as a pickle, as HTML and DOCX lie ready for the others."""

import pickle
import sys
from pathlib import Path

from mingzhang.publishing.fonts import find_fonts
from mingzhang.publishing.pdf import write

source, target = map(Path, sys.argv[1:])
target.write_bytes(write(pickle.loads(source.read_bytes()), find_fonts()))
