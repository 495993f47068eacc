"""Refused: a whole file that cannot be read, as one fault."""

from mingzhang.books.fault import Fault


class Refused(Exception):
    """A file or a sheet that gives nothing at all; `fault` says why and what to do."""

    def __init__(self, file: str, message: str, mend: str, place: str = "", value: str = "", column: str = "") -> None:
        """Make the fault."""
        super().__init__(message)
        self.fault = Fault(file, place, column, value, message, mend)
