"""DOCX: ECMA-376 word processing documents read part by part."""
