"""Lines 行: words broken into lines by the rules of Chinese punctuation 避头尾, then put in place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mingzhang.disclosure.address import Address
from mingzhang.publishing.ofd.face import Face, Faces
from mingzhang.publishing.ofd.mark import Glyphs
from mingzhang.publishing.printable import clean

NEVER_FIRST = frozenset("，。、；：！？）》」』〉】”’％%…—·,.;:!?)]}")
NEVER_LAST = frozenset("（《「『〈【“‘([{￥")


@dataclass(frozen=True, slots=True)
class Span:
    """Words in one face; `states` are the figures they print."""

    text: str
    face: Face = Face.SONG
    states: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """One character with its width and the span it comes from."""

    text: str
    width: float
    span: int


@dataclass(frozen=True, slots=True)
class Line:
    """The letters of one line and how wide they are together."""

    letters: tuple[Letter, ...]
    width: float


@dataclass(frozen=True, slots=True)
class Setter:
    """Sets spans in a type size (mm)."""

    faces: Faces
    size: float

    def letters(self, spans: Sequence[Span]) -> list[Letter]:
        """Every character with its width."""
        made: list[Letter] = []
        for number, span in enumerate(spans):
            file = self.faces[span.face]
            text = clean(span.text)
            file.measure(text)
            made += [Letter(c, file.advance(c) * self.size, number) for c in text]
        return made

    def lines(self, spans: Sequence[Span], measure: float, indent: float = 0) -> list[Line]:
        """The words in lines of at most the measure, the first one shorter by the indent."""
        lines: list[Line] = []
        line: list[Letter] = []
        room = measure - indent
        for word in _words(self.letters(spans)):
            for piece in _fitting(word, measure):
                if line and _width(line) + _width(piece) > room + 0.001:
                    lines.append(_line(line))
                    line, room = [], measure
                line += piece
        return [*lines, _line(line)]

    def place(
        self, line: Line, spans: Sequence[Span], x: float, y: float, stretch: float = 0, *, grey: bool = False
    ) -> Iterator[Glyphs]:
        """The runs of a line from x on the base line y; `stretch` is added after each letter."""
        start = 0
        for end in range(1, len(line.letters) + 1):
            if end < len(line.letters) and line.letters[end].span == line.letters[start].span:
                continue
            run = line.letters[start:end]
            span = spans[run[0].span]
            advances = tuple(letter.width + stretch for letter in run)
            text = "".join(letter.text for letter in run)
            yield Glyphs(x, y, text, span.face, self.size, advances[:-1], span.states, grey)
            x += sum(advances)
            start = end


def _line(letters: list[Letter]) -> Line:
    while letters and letters[-1].text == " ":
        letters = letters[:-1]
    return Line(tuple(letters), _width(letters))


def _width(letters: Sequence[Letter]) -> float:
    return sum(letter.width for letter in letters)


def _words(letters: Sequence[Letter]) -> Iterator[list[Letter]]:
    """Letters that must stay on one line: a number, a Latin word, a character with its punctuation."""
    word: list[Letter] = []
    for letter in letters:
        if word and _may_break(word[-1].text, letter.text):
            yield word
            word = []
        word.append(letter)
    if word:
        yield word


def _may_break(before: str, after: str) -> bool:
    if after in NEVER_FIRST or before in NEVER_LAST:
        return False
    return not (_is_latin(before) and _is_latin(after))


def _is_latin(character: str) -> bool:
    return character.isascii() and not character.isspace()


def _fitting(word: list[Letter], measure: float) -> Iterator[list[Letter]]:
    """The word itself, or, when it is longer than a whole line, its letters."""
    if _width(word) <= measure:
        yield word
    else:
        yield from ([letter] for letter in word)
