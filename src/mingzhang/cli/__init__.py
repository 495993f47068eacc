"""The command line: what people type, and what they are told. It knows the steps' names and none of their insides."""

from mingzhang.cli.program import main

__all__ = ["main"]
