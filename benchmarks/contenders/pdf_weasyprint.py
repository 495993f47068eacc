"""WeasyPrint: a PDF from the HTML page that this project publishes."""

import sys

from weasyprint import HTML  # type: ignore[import-untyped, unused-ignore]

source, target = sys.argv[1:]
HTML(source).write_pdf(target)
