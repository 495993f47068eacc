"""HTML: web pages, those that word processors and old editors left behind included."""
