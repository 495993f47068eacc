"""What a reviewer gets of an audit: workbook, report, review copy and letter."""
