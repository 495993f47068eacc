"""Title 标题中的主语: the figure that a heading names, for the paragraphs below it that do not: 1.因公出国（境）费."""

from mingzhang.narrative.prose.flat import Flat
from mingzhang.narrative.prose.names import Names
from mingzhang.narrative.prose.numeral import Kind, numerals
from mingzhang.narrative.prose.scene import Scene
from mingzhang.narrative.prose.subject import Subject
from mingzhang.narrative.prose.token import Token, tokens


def title_subject(heading: str, scene: Scene, names: Names) -> Subject | None:
    """The one row or figure of money that a heading names; None when it names none or several."""
    text = Flat.of(heading[:200]).text
    found = [_named(token, scene) for token in tokens(text, tuple(numerals(text)), scene.words.words, names)]
    figures = list(dict.fromkeys(subject for subject in found if subject))
    return figures[0] if len(figures) == 1 else None


def _named(token: Token, scene: Scene) -> Subject | None:
    if token.item:
        return scene.item(token.item, None)
    if token.numeral and token.numeral.kind is Kind.CODE:
        return scene.row(token.numeral.digits)
    meaning = token.meaning
    return meaning if isinstance(meaning, Subject) and not meaning.unit and scene.holds(meaning) else None
