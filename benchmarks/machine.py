"""Machine 机器: what the figures were measured on; no name that could say whose it is."""

import os
import platform
import subprocess
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGES = (
    "mingzhang", "duckdb", "lxml", "python-calamine", "XlsxWriter", "typst", "pypdfium2", "beancount", "weasyprint",
    "pdfplumber", "rapidocr", "onnxruntime",
)  # fmt: skip
COMMANDS = {"hledger": ("hledger", "--version"), "LibreOffice": ("soffice", "--version")}


def describe() -> dict[str, str]:
    """Processor, memory and system."""
    return {
        "处理器": f"{_processor()}，{os.cpu_count()} 核",
        "内存": f"{_memory():.0f} GiB",
        "系统": f"{platform.system()} {platform.release().split('-')[0]}，Python {platform.python_version()}",
    }


def load() -> float:
    """How many processes wanted a processor in the last minute, on average."""
    return os.getloadavg()[0]


def now() -> str:
    """The minute, in UTC."""
    return f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC"


def versions() -> dict[str, str]:
    """The versions of everything that was measured; what is not installed is left out."""
    found = {name: known for name in PACKAGES if (known := _version(name))}
    return found | {name: said for name, command in COMMANDS.items() if (said := _said(command))}


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _said(command: tuple[str, ...]) -> str:
    try:
        words = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    except (OSError, subprocess.CalledProcessError):
        return ""
    return next((word.rstrip(",") for word in words if word[0].isdigit()), "")


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def _memory() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
