"""Sheets: the sheets of a workbook as they look, numbers in the format of their cells included."""
