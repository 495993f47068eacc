"""Recognise 识别: what crops of a page say, and how sure that is, many of one width at a time."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import cv2
import numpy as np

from mingzhang.reading.scan.models import letters, session
from mingzhang.reading.scan.raster import Pixels

_HEIGHT: Final = 48
_STEP: Final = 64
"""Widths are rounded up to steps, so that crops of like width go through the network together."""
_WIDEST: Final = 2400
_BATCH: Final = 24


_SURE: Final = 0.80
"""Mean certainty below which a text is doubtful."""
_DIGIT_SURE: Final = 0.55
"""Certainty of the least sure digit below which a number is doubtful."""
_OF_NUMBERS: Final = frozenset("0123456789.,-%")
_JUMBLED: Final = re.compile(r"\d\.\d+\.\d|\.\d+,\d")
"""Two numbers run together."""
_POINTLESS: Final = re.compile(r"(?<![\d.,])(?!100[%％])\d[\d,]{2,}\s*(?:万元|[%％])")
"""An amount of some digits without a point: the point, a speck of ink, may have been lost."""


@dataclass(frozen=True, slots=True)
class Said:
    """The text of a crop; `mean` is how sure its letters are, from 0 to 1, `worst` how sure the least sure digit is."""

    text: str
    mean: float
    worst: float

    @property
    def is_sure(self) -> bool:
        """Whether it was recognised well enough to be held against anybody."""
        if self.mean < _SURE or self.worst < _DIGIT_SURE:
            return False
        return not (_JUMBLED.search(self.text) or _POINTLESS.search(self.text))


NOTHING: Final = Said("", 1.0, 1.0)


def recognised(crops: Sequence[Pixels]) -> list[Said]:
    """What each crop of one line says, in the order given."""
    queues: defaultdict[int, list[int]] = defaultdict(list)
    sized = [_sized(crop) for crop in crops]
    for place, crop in enumerate(sized):
        queues[-(-crop.shape[1] // _STEP) * _STEP].append(place)
    said = [NOTHING] * len(crops)
    for width, places in sorted(queues.items()):
        for first in range(0, len(places), _BATCH):
            some = places[first : first + _BATCH]
            for place, found in zip(some, _batch([sized[p] for p in some], width), strict=True):
                said[place] = found
    return said


def _sized(crop: Pixels) -> Pixels:
    height, width = crop.shape
    wide = min(_WIDEST, max(8, round(width * _HEIGHT / max(1, height))))
    return np.asarray(cv2.resize(crop, (wide, _HEIGHT), interpolation=cv2.INTER_AREA), np.uint8)


def _batch(crops: Sequence[Pixels], width: int) -> list[Said]:
    block = np.ones((len(crops), 3, _HEIGHT, width), np.float32)
    for number, crop in enumerate(crops):
        block[number, :, :, : crop.shape[1]] = crop.astype(np.float32) / 127.5 - 1
    (output,) = session("rec").run(None, {session("rec").get_inputs()[0].name: block})
    return [_decoded(each) for each in np.asarray(output)]


def _decoded(steps: np.ndarray[Any, np.dtype[np.float32]]) -> Said:
    """The letters of one crop: repeats without a pause between them are one letter (CTC)."""
    best, sure = steps.argmax(axis=1), steps.max(axis=1)
    known = letters()
    kept = [i for i, letter in enumerate(best) if letter and (i == 0 or letter != best[i - 1])]
    text = "".join(known[best[i]] for i in kept)
    if not kept:
        return NOTHING
    numbers = [sure[i] for i in kept if known[best[i]] in _OF_NUMBERS]
    return Said(text.strip(), float(sure[kept].mean()), float(min(numbers, default=1.0)))
