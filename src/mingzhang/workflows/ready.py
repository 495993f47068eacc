"""Ready 就位: loaded by the server that workers are forked from, so that each finds all tools in their place."""

from mingzhang.standards import rules
from mingzhang.standards.codes import economic_codes, function_codes
from mingzhang.workflows import desk as desk
from mingzhang.workflows.reading import known_formats, known_forms

_USUAL_YEAR = 2024

rules.all_rules()
rules.groups()
function_codes()
economic_codes()
for year in (0, _USUAL_YEAR):
    known_forms(year)
    known_formats(year)
