"""Statements that are already made: finding their figures in a workbook, whatever way a region lays them out."""
