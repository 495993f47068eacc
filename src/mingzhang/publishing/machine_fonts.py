"""Machine fonts 本机字体: the Chinese fonts installed here, where the locked ones are not to be had."""

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from mingzhang.publishing.typeface import FontSet, Typeface

# Family, regular, bold, as the files are named on Debian, Windows and macOS; best first.
SERIF = (
    ("Noto Serif CJK SC", "NotoSerifCJK-Regular.ttc", "NotoSerifCJK-Bold.ttc"),
    ("Noto Serif SC", "NotoSerifSC-Regular.otf", "NotoSerifSC-Bold.otf"),
    ("Source Han Serif SC", "SourceHanSerifSC-Regular.otf", "SourceHanSerifSC-Bold.otf"),
    ("FandolSong", "FandolSong-Regular.otf", "FandolSong-Bold.otf"),
    ("SimSun", "simsun.ttc", "simsun.ttc"),
    ("Songti SC", "Songti.ttc", "Songti.ttc"),
)
SANS = (
    ("Noto Sans CJK SC", "NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"),
    ("Noto Sans SC", "NotoSansSC-Regular.otf", "NotoSansSC-Bold.otf"),
    ("Source Han Sans SC", "SourceHanSansSC-Regular.otf", "SourceHanSansSC-Bold.otf"),
    ("FandolHei", "FandolHei-Regular.otf", "FandolHei-Bold.otf"),
    ("Microsoft YaHei", "msyh.ttc", "msyhbd.ttc"),
    ("SimHei", "simhei.ttf", "simhei.ttf"),
    ("PingFang SC", "PingFang.ttc", "PingFang.ttc"),
    ("Heiti SC", "STHeiti Light.ttc", "STHeiti Medium.ttc"),
    ("WenQuanYi Zen Hei", "wqy-zenhei.ttc", "wqy-zenhei.ttc"),
)
_SUFFIXES = frozenset({".ttf", ".ttc", ".otf"})


def font_folders() -> Iterator[Path]:
    """Where Linux, macOS and Windows keep fonts, for all users and for this one."""
    home = Path.home()
    yield from (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
    yield from (home / ".fonts", home / ".local/share/fonts")
    yield from (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts")
    if windows := os.environ.get("WINDIR"):
        yield Path(windows) / "Fonts"
    if local := os.environ.get("LOCALAPPDATA"):
        yield Path(local) / "Microsoft" / "Windows" / "Fonts"


@dataclass(frozen=True)
class MachineFonts:
    """The font files below some folders."""

    folders: tuple[Path, ...]

    @cached_property
    def files(self) -> dict[str, Path]:
        """Every font file, by its name in small letters."""
        paths = (path for folder in self.folders for path in sorted(folder.rglob("*")))
        return {path.name.lower(): path for path in paths if path.suffix.lower() in _SUFFIXES}

    def typeface(self, known: Iterable[tuple[str, str, str]]) -> Typeface | None:
        """The first of the known families whose two files are here."""
        for family, regular, bold in known:
            if regular.lower() in self.files and bold.lower() in self.files:
                return Typeface(family, self.files[regular.lower()], self.files[bold.lower()])
        return None

    def best(self) -> FontSet | None:
        """The best serif and sans here; where only one of the two is here it stands for both."""
        serif, sans = self.typeface(SERIF), self.typeface(SANS)
        either = serif or sans
        return None if either is None else font_set(serif or either, sans or either)


def this_machine() -> MachineFonts:
    """The fonts of this machine."""
    return MachineFonts(tuple(font_folders()))


def listed_font() -> FontSet | None:
    """Whatever fontconfig says can write simplified Chinese: the last resort, often without bold."""
    fc_list = shutil.which("fc-list")
    if fc_list is None:
        return None
    command = [fc_list, ":lang=zh-cn", "--format", "%{file}|%{family[0]}\n"]
    listing = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False).stdout
    for line in sorted(listing.splitlines()):
        file, _, family = line.partition("|")
        if Path(file).suffix.lower() in _SUFFIXES:
            only = Typeface(family, Path(file), Path(file))
            return font_set(only, only)
    return None


def font_set(serif: Typeface, sans: Typeface) -> FontSet:
    """Two typefaces of this machine as a set."""
    return FontSet(serif, sans, "本机字体：" + "、".join(dict.fromkeys((serif.family, sans.family))))
