"""Plain text: lines of characters in which headings, paragraphs and tables are only hinted at."""
