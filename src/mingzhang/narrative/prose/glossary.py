"""Glossary names 名词解释中的科目: the classified items that a glossary explains."""

from collections.abc import Iterator

from mingzhang.disclosure.claim import Naming
from mingzhang.narrative.prose.binding import Binding
from mingzhang.narrative.prose.item import item_names
from mingzhang.narrative.prose.scene import Scene


def glossary_names(text: str, scene: Scene) -> Iterator[Binding]:
    """The path of names that each explanation begins with."""
    for name in item_names(text):
        subject = scene.item(name, None)
        yield Binding(name.start, name.end, Naming(subject.fact if subject else None, name.path))
