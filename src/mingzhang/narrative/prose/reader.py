"""Reader 读句: a paragraph being read: what stands in it, how far it was read, what was understood."""

from dataclasses import dataclass, field

from mingzhang.narrative.prose.binding import Binding
from mingzhang.narrative.prose.lexicon import Word
from mingzhang.narrative.prose.scene import Scene
from mingzhang.narrative.prose.state import State
from mingzhang.narrative.prose.token import Token


@dataclass(slots=True)
class Reader:
    """A paragraph being read: what stands in it, how far it was read, what was understood."""

    scene: Scene
    text: str
    tokens: tuple[Token, ...]
    state: State
    at: int = 0
    found: list[Binding] = field(default_factory=list)

    def next(self, ahead: int = 1) -> Token | None:
        """The token that follows, if any."""
        index = self.at + ahead
        return self.tokens[index] if index < len(self.tokens) else None

    def before(self, back: int = 1) -> Token | None:
        """The token that came before."""
        return self.tokens[self.at - back] if self.at >= back else None

    def follows(self, *words: Word) -> bool:
        """Whether the next token is one of these words."""
        after = self.next()
        return after is not None and after.word in words

    def between(self, token: Token) -> str:
        """The text since the last token."""
        return self.text[self.state.last.end if self.state.last else 0 : token.start]
