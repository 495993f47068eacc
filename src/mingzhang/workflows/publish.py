"""Publishing: the chosen formats as bytes first, then as files, so that a failure leaves no half-written set."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mingzhang.disclosure.document import Disclosure
from mingzhang.publishing.fonts import FontsMissing, find_fonts
from mingzhang.publishing.typeface import FontSet
from mingzhang.publishing.writers import FORMATS, Format
from mingzhang.workflows.progress import Progress, silent

Files = Mapping[str, bytes]
"""Contents by name relative to the output directory."""


@dataclass(frozen=True, slots=True)
class Publication:
    """公开件: the files, and the formats that could not be written, with the reason for each."""

    files: Files
    left_out: Mapping[str, str]


def publish(disclosure: Disclosure, names: Iterable[str], progress: Progress = silent) -> Publication:
    """The files of these formats. Without Chinese fonts the formats that need them are left out, and said to be."""
    files: dict[str, bytes] = {}
    left_out: dict[str, str] = {}
    press = _Press(disclosure)
    for number, name in enumerate(names, 1):
        try:
            files |= press.print(FORMATS[name])
        except FontsMissing as error:
            left_out[name] = str(error)
        progress("生成文件", number)
    return Publication(files, left_out)


def save(files: Files, directory: Path) -> tuple[Path, ...]:
    """Write all files, each put in its place only when complete; gives their paths."""
    written = []
    for name, content in files.items():
        path = directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(path.name + ".part")
        part.write_bytes(content)
        part.replace(path)
        written.append(path)
    return tuple(written)


class _Press:
    """Calls each writer with what it needs; fonts and pictures are made once."""

    def __init__(self, disclosure: Disclosure) -> None:
        self.disclosure = disclosure
        self._made: dict[str, Any] = {}

    def print(self, form: Format) -> Files:
        """The files of one format."""
        content = form.writer()(self.disclosure, *(self._material(need) for need in form.needs))
        return {form.file: content} if form.file else content

    def _material(self, need: str) -> FontSet | Mapping[int, bytes]:
        if need not in self._made:
            self._made[need] = find_fonts() if need == "fonts" else self._pictures()
        made: FontSet | Mapping[int, bytes] = self._made[need]
        return made

    def _pictures(self) -> Mapping[int, bytes]:
        from mingzhang.publishing.chart import pictures

        fonts = self._material("fonts")
        assert isinstance(fonts, FontSet)
        return pictures(self.disclosure, fonts)
