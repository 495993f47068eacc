"""Mingzhang 明账: final accounts you can follow to the source."""

__version__ = "0.1.0"
