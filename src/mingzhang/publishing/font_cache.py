"""Font cache 字体缓存: the locked fonts, fetched once from npm and checked against the lock."""

import base64
import hashlib
import os
import shutil
import subprocess
import tarfile
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath


class FetchFailed(Exception):
    """The font package could not be had, or is not the one the lock names."""


@dataclass(frozen=True)
class LockedTypeface:
    """One typeface as the lock names it: which package, its hash, and the few files kept from it."""

    family: str
    package: str
    version: str
    megabytes: int
    integrity: str
    regular: str
    bold: str
    licence: str

    @property
    def files(self) -> tuple[str, str]:
        """The names of the font files in the cache: regular, bold."""
        return PurePosixPath(self.regular).name, PurePosixPath(self.bold).name

    @property
    def kept(self) -> dict[str, str]:
        """What is kept: member of the package → name in the cache; the licence goes where the fonts go."""
        members = (f"package/{name}" for name in (self.regular, self.bold, self.licence))
        return dict(zip(members, (*self.files, f"{self.family.replace(' ', '')}_LICENSE.txt"), strict=True))


def locked_typefaces() -> tuple[LockedTypeface, ...]:
    """The typefaces of the lock, serif first."""
    text = Path(__file__).with_name("fonts.toml").read_text(encoding="utf-8")
    return tuple(LockedTypeface(**entry) for entry in tomllib.loads(text)["typeface"])


def cache_folder() -> Path:
    """Where the fetched fonts are kept: $MINGZHANG_FONTS, else ~/.cache/mingzhang/fonts."""
    named = os.environ.get("MINGZHANG_FONTS")
    return Path(named) if named else Path.home() / ".cache" / "mingzhang" / "fonts"


def is_cached(typeface: LockedTypeface, folder: Path) -> bool:
    """Whether the fonts of the typeface are in the folder."""
    return all((folder / name).is_file() for name in typeface.files)


def fetch(typeface: LockedTypeface, folder: Path) -> None:
    """Bring the typeface's files into the folder, whole or not at all; raises FetchFailed."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder) as name:
            keep(download(typeface, Path(name)), typeface, folder)
    except OSError as error:
        raise FetchFailed(f"写不进 {folder}：{error}") from error


def npm() -> str:
    """The npm program; raises FetchFailed where there is none."""
    found = shutil.which("npm")
    if found is None:
        raise FetchFailed("这台机器没有 npm")
    return found


def download(typeface: LockedTypeface, folder: Path) -> Path:
    """The package file from the npm registry that this machine's npm is set up for."""
    command = [npm(), "pack", f"{typeface.package}@{typeface.version}", "--silent", "--ignore-scripts"]
    places = ["--pack-destination", str(folder), "--cache", str(folder / "npm-cache")]
    try:
        done = subprocess.run([*command, *places], capture_output=True, text=True, timeout=1200, check=False)
    except subprocess.TimeoutExpired as error:
        raise FetchFailed("npm 二十分钟没有下载完") from error
    packages = list(folder.glob("*.tgz"))
    if done.returncode != 0 or len(packages) != 1:
        raise FetchFailed(f"npm 没有取到 {typeface.package}@{typeface.version}")
    return packages[0]


def integrity(file: Path) -> str:
    """The hash of a file in the form package locks use."""
    with file.open("rb") as stream:
        return "sha512-" + base64.b64encode(hashlib.file_digest(stream, "sha512").digest()).decode()


def keep(package: Path, typeface: LockedTypeface, folder: Path) -> None:
    """Take the fonts and their licence out of a checked package; nothing else is unpacked."""
    if integrity(package) != typeface.integrity:
        raise FetchFailed(f"{typeface.package}@{typeface.version} 与锁定的校验值不符，没有采用")
    with tarfile.open(package) as archive:
        for member, name in typeface.kept.items():
            content = archive.extractfile(member) if member in archive.getnames() else None
            if content is None:
                raise FetchFailed(f"{typeface.package}@{typeface.version} 里没有 {member}")
            part = package.with_name(name)
            part.write_bytes(content.read())
            part.replace(folder / name)
