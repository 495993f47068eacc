"""Fonts: found in the stated order, fetched only when they match the lock, cut the same way every time."""

import hashlib
import io
import os
import sys
import tarfile
from dataclasses import replace
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

from mingzhang.publishing import font_cache, fonts, machine_fonts
from mingzhang.publishing.fonts import FontsMissing, find_fonts, subset

CHARACTERS = "一二三决算公开0123456789."


def small_font(family: str, style: str = "Regular", width: int = 500) -> TTFont:
    """A real TrueType font with a box for each of the characters."""
    pen = TTGlyphPen(None)
    for point, draw in (((0, 0), pen.moveTo), ((0, 700), pen.lineTo), ((width, 700), pen.lineTo)):
        draw(point)
    pen.closePath()
    names = [".notdef", *(f"u{ord(each):04X}" for each in CHARACTERS)]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(each): f"u{ord(each):04X}" for each in CHARACTERS})
    builder.setupGlyf(dict.fromkeys(names, pen.glyph()))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (width, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": family, "styleName": style, "fullName": f"{family} {style}"})
    builder.setupOS2()
    builder.setupPost()
    return builder.font


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache, and a machine without fonts and without npm, apt-get and fc-list."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("MINGZHANG_FONTS", str(folder))
    monkeypatch.setenv("PATH", str(tmp_path / "no-programs"))
    monkeypatch.setattr(machine_fonts, "font_folders", lambda: [tmp_path / "machine"])
    return folder


def program(tmp_path: Path, name: str, body: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a program of this name on the PATH, written in Python."""
    folder = tmp_path / "programs"
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!{sys.executable}\nimport os, pathlib, sys\n{body}\n")
    (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


def touch(folder: Path, *names: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).touch()


def fill(cache: Path) -> None:
    for each in font_cache.locked_typefaces():
        touch(cache, *each.kept.values())


# Finding


def test_locked_fonts_come_first(cache: Path, tmp_path: Path) -> None:
    fill(cache)
    touch(tmp_path / "machine", "NotoSerifCJK-Regular.ttc", "NotoSerifCJK-Bold.ttc")
    found = find_fonts()
    assert (found.serif.family, found.sans.family) == ("Noto Serif SC", "Noto Sans SC")
    assert found.serif.bold == cache / "NotoSerifSC_700Bold.ttf"
    assert found.folders == (cache,)
    assert "0.4.3" in found.source


def test_half_a_cache_is_no_cache(cache: Path, tmp_path: Path) -> None:
    fill(cache)
    (cache / "NotoSansSC_700Bold.ttf").unlink()
    touch(tmp_path / "machine", "simsun.ttc")
    assert find_fonts().source == "本机字体：SimSun"


@pytest.mark.parametrize(
    ("files", "serif", "sans"),
    [
        (["NotoSerifCJK-Regular.ttc", "NotoSerifCJK-Bold.ttc"], "Noto Serif CJK SC", "Noto Serif CJK SC"),
        (["SIMSUN.TTC", "msyh.ttc", "msyhbd.ttc"], "SimSun", "Microsoft YaHei"),
        (["Songti.ttc", "PingFang.ttc"], "Songti SC", "PingFang SC"),
        (["msyh.ttc", "simhei.ttf"], "SimHei", "SimHei"),  # YaHei without its bold is passed over
    ],
)
def test_fonts_of_the_machine(tmp_path: Path, files: list[str], serif: str, sans: str) -> None:
    touch(tmp_path / "machine" / "deeper", *files)
    found = find_fonts()
    assert (found.serif.family, found.sans.family) == (serif, sans)


def test_fontconfig_is_the_last_resort(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listing = "/fonts/b.ttf|文泉驿正黑\n/fonts/a.pfb|Type 1\n"
    program(tmp_path, "fc-list", f"print({listing!r}, end='')", monkeypatch)
    assert find_fonts().serif == fonts.Typeface("文泉驿正黑", Path("/fonts/b.ttf"), Path("/fonts/b.ttf"))


def test_without_fonts_the_message_says_how_to_mend(cache: Path) -> None:
    with pytest.raises(FontsMissing) as caught:
        find_fonts()
    message = str(caught.value)
    for needed in ("npm", "fonts-noto-cjk", str(cache), "MINGZHANG_FONTS", "NotoSansSC_700Bold.ttf"):
        assert needed in message


def test_default_cache_is_in_the_home_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MINGZHANG_FONTS")
    assert font_cache.cache_folder() == Path.home() / ".cache" / "mingzhang" / "fonts"


# Fetching


@pytest.fixture
def npm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> font_cache.LockedTypeface:
    """An npm that hands out one small package, and the lock entry that fits it."""
    locked = font_cache.locked_typefaces()[0]
    package = tmp_path / "package.tgz"
    with tarfile.open(package, "w:gz") as archive:
        for member in (*locked.kept, "package/900Black/unwanted.ttf"):
            entry = tarfile.TarInfo(member)
            entry.size = len(member)
            archive.addfile(entry, io.BytesIO(member.encode()))
    body = (
        "place = pathlib.Path(sys.argv[sys.argv.index('--pack-destination') + 1])\n"
        f"(place / 'a.tgz').write_bytes(pathlib.Path({str(package)!r}).read_bytes())"
    )
    program(tmp_path, "npm", body, monkeypatch)
    return replace(locked, integrity=font_cache.integrity(package))


def test_fetch_keeps_the_fonts_and_their_licence_only(npm: font_cache.LockedTypeface, cache: Path) -> None:
    font_cache.fetch(npm, cache)
    assert sorted(path.name for path in cache.iterdir()) == [
        "NotoSerifSC_400Regular.ttf",
        "NotoSerifSC_700Bold.ttf",
        "NotoSerifSC_LICENSE.txt",
    ]
    assert (cache / "NotoSerifSC_700Bold.ttf").read_text() == "package/700Bold/NotoSerifSC_700Bold.ttf"
    assert font_cache.is_cached(npm, cache)


def test_a_package_unlike_the_lock_is_refused(npm: font_cache.LockedTypeface, cache: Path) -> None:
    with pytest.raises(font_cache.FetchFailed, match="校验值不符"):
        font_cache.fetch(replace(npm, integrity="sha512-x"), cache)
    assert list(cache.iterdir()) == []


def test_a_package_without_the_font_is_refused(npm: font_cache.LockedTypeface, cache: Path) -> None:
    with pytest.raises(font_cache.FetchFailed, match=r"没有 package/none\.ttf"):
        font_cache.fetch(replace(npm, bold="none.ttf"), cache)


def test_npm_that_fails_is_told(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, "npm", "sys.exit(1)", monkeypatch)
    with pytest.raises(font_cache.FetchFailed, match="npm 没有取到"):
        font_cache.fetch(font_cache.locked_typefaces()[0], cache)


def test_a_cache_that_cannot_be_written_is_told(npm: font_cache.LockedTypeface, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(font_cache.FetchFailed, match="写不进"):
        font_cache.fetch(npm, tmp_path / "file" / "cache")


# The command


def test_command_with_the_cache_full(cache: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(cache)
    (tmp_path / "copy").mkdir()
    assert fonts.main(["--copy", str(tmp_path / "copy")]) == 0
    assert capsys.readouterr().out.startswith("中文字体已备好，锁定版本")
    assert len(list((tmp_path / "copy").iterdir())) == 6


def test_command_falls_back_to_the_machine(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    touch(tmp_path / "machine", "NotoSerifCJK-Regular.ttc", "NotoSerifCJK-Bold.ttc")
    assert fonts.main([]) == 0
    said = capsys.readouterr().out
    assert "没有 npm" in said
    assert "下载" not in said
    assert "本机字体：Noto Serif CJK SC" in said


def test_command_without_any_font(capsys: pytest.CaptureFixture[str]) -> None:
    assert fonts.main([]) == 1
    assert "apt-get install fonts-noto-cjk" in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="no users of this kind on Windows")
def test_root_installs_the_debian_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = tmp_path / "log"
    program(tmp_path, "apt-get", f"open({str(log)!r}, 'a').write(' '.join(sys.argv[1:]) + '\\n')", monkeypatch)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    fonts.install_debian_fonts()
    assert not log.exists()
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    fonts.install_debian_fonts()
    assert "install --yes --no-install-recommends fonts-noto-cjk" in log.read_text()


# Cutting


def test_subset_holds_the_characters_and_no_more(tmp_path: Path) -> None:
    small_font("Small SC").save(tmp_path / "small.ttf")
    cut = TTFont(io.BytesIO(subset(tmp_path / "small.ttf", "决算20没")))
    assert {chr(code) for code in cut.getBestCmap()} == set("决算20")


def test_subset_is_the_same_whatever_the_order_and_the_time(tmp_path: Path) -> None:
    font = small_font("Small SC")
    font["head"].modified = 3_700_000_000
    font.recalcTimestamp = False
    font.save(tmp_path / "small.ttf")
    first, second = subset(tmp_path / "small.ttf", "决算公开"), subset(tmp_path / "small.ttf", "开公算决决")
    assert hashlib.sha256(first).digest() == hashlib.sha256(second).digest()
    assert TTFont(io.BytesIO(first))["head"].modified == 3_700_000_000


@pytest.mark.parametrize(("bold", "width"), [(False, 300), (True, 400)])
def test_subset_of_a_collection_takes_the_simplified_face(tmp_path: Path, bold: bool, width: int) -> None:
    collection = TTCollection()
    styles = [("Small JP", "Regular", 100), ("Small JP", "Bold", 200), ("Small SC", "Regular", 300)]
    collection.fonts = [small_font(*style) for style in (*styles, ("Small SC", "Bold", 400))]
    collection.save(tmp_path / "small.ttc")
    cut = TTFont(io.BytesIO(subset(tmp_path / "small.ttc", "算", bold=bold)))
    assert cut["hmtx"][cut.getBestCmap()[ord("算")]][0] == width
