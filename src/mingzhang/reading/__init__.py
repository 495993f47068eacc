"""Bytes to books or to a disclosure, with positions; not whether a number is plausible."""
