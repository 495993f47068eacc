"""Published: from what stands in a file to the disclosure it is, its statements, sections and paragraphs."""
