"""Fonts 字库: finds what to publish in; `python -m mingzhang.publishing.fonts` gets it ready and says so.

In order of how alike two machines' files come out: the locked fonts, Debian's package, what the machine has.
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from mingzhang.publishing import font_cache, machine_fonts
from mingzhang.publishing.font_subset import subset
from mingzhang.publishing.typeface import FontSet, Typeface

__all__ = ["FontSet", "FontsMissing", "Typeface", "find_fonts", "subset"]


class FontsMissing(Exception):
    """No Chinese font was found; the message says how to get one."""

    def __init__(self) -> None:
        names = [name for each in font_cache.locked_typefaces() for name in each.files]
        super().__init__(
            "没有找到中文字体，PDF、OFD 和图片无法排版。任选一种办法：\n"
            "  1. 能上网并装有 npm：运行 python -m mingzhang.publishing.fonts，下载约 126 MB，只此一次\n"
            "  2. Debian、Ubuntu、统信 UOS：apt-get install fonts-noto-cjk\n"
            f"  3. 不能上网：从别的机器拷来四个字体文件，放进 {font_cache.cache_folder()}\n"
            f"     （或另放一处，用环境变量 MINGZHANG_FONTS 指明）：{'、'.join(names)}"
        )


def find_fonts() -> FontSet:
    """The fonts to publish in; raises FontsMissing. Never fetches anything."""
    found = locked_fonts() or machine_fonts.this_machine().best() or machine_fonts.listed_font()
    if found is None:
        raise FontsMissing
    return found


def locked_fonts() -> FontSet | None:
    """The locked fonts, when all of them are in the cache."""
    folder = font_cache.cache_folder()
    locked = font_cache.locked_typefaces()
    if not all(font_cache.is_cached(each, folder) for each in locked):
        return None
    serif, sans = (Typeface(each.family, *(folder / name for name in each.files)) for each in locked)
    return FontSet(serif, sans, "锁定版本：" + "、".join(f"{each.family} {each.version}" for each in locked))


def prepare() -> None:
    """Fetch what is missing of the locked fonts, or else install Debian's; print the steps."""
    folder = font_cache.cache_folder()
    try:
        for each in font_cache.locked_typefaces():
            if not font_cache.is_cached(each, folder):
                font_cache.npm()
                print(f"下载字体 {each.family} {each.version}（{each.megabytes} MB，只此一次）", flush=True)
                font_cache.fetch(each, folder)
    except font_cache.FetchFailed as failure:
        print(f"锁定版本的字体没有取到：{failure}。改用本机字体，版面可能与别处略有不同。")
        if machine_fonts.this_machine().typeface(machine_fonts.SERIF) is None:
            install_debian_fonts()


def install_debian_fonts() -> None:
    """Install fonts-noto-cjk where this is Debian or its kin and we may."""
    apt = shutil.which("apt-get")
    if apt is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return
    print("安装字体包 fonts-noto-cjk（57 MB，只此一次）", flush=True)
    for arguments in (["update"], ["install", "--yes", "--no-install-recommends", "fonts-noto-cjk"]):
        subprocess.run([apt, "--quiet", *arguments], capture_output=True, timeout=1200, check=False)


def copy_locked(folder: Path) -> None:
    """Copy the locked fonts and their licences, for a machine without a network."""
    for each in font_cache.locked_typefaces():
        for name in each.kept.values():
            shutil.copy(font_cache.cache_folder() / name, folder / name)


def main(arguments: list[str] | None = None) -> int:
    """The command: get the fonts ready and say which will be used; 1 when there are none."""
    parser = argparse.ArgumentParser(prog="python -m mingzhang.publishing.fonts", description="备好中文字体")
    parser.add_argument("--copy", type=Path, metavar="FOLDER", help="另把锁定版本的字体拷到这个文件夹")
    options = parser.parse_args(arguments)
    prepare()
    try:
        print(f"中文字体已备好，{find_fonts().source}")
        if options.copy:
            copy_locked(options.copy)
    except (FontsMissing, FileNotFoundError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
