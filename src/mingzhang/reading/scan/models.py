"""Models 识别模型: the networks inside the rapidocr package, run by onnxruntime on this machine alone."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import onnxruntime

_THREADS: Final = 1
"""Files are read side by side in processes of their own, so one file takes one core."""


@cache
def session(kind: str) -> Any:
    """The network for `det` (where text is) or `rec` (what it says)."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = _THREADS
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # pages differ in size: room kept for each size that came by would only pile up
    options.enable_cpu_mem_arena = False
    options.enable_mem_pattern = False
    return onnxruntime.InferenceSession(str(_file(kind)), options, providers=["CPUExecutionProvider"])


@cache
def letters() -> Sequence[str]:
    """What each output of the recognising network stands for; the first means nothing at all."""
    listed = session("rec").get_modelmeta().custom_metadata_map["character"].splitlines()
    return ["", *listed, " "]


def _file(kind: str) -> Path:
    folder = Path(str(files("rapidocr"))) / "models"
    return next(path for path in sorted(folder.glob("*.onnx")) if f"_{kind}_" in path.name)
