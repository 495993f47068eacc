"""The section [entity] of unit.toml: who keeps these books."""

from pathlib import Path

from mingzhang.books.fault import Fault
from mingzhang.reading.unit.toml_file import Table, unknown_keys
from mingzhang.terms.entity import Entity, EntityKind

_KEYS = ("code", "name", "short", "kind", "superior", "level")
_KINDS = {kind.value: kind for kind in EntityKind} | {"参公事业单位": EntityKind.MANAGED_AS_CIVIL}


def read_entity(path: Path, table: Table, members: tuple[str, ...]) -> tuple[Entity | None, list[Fault]]:
    """The entity, or None when its code, name or kind is missing or not understood."""
    faults = list(unknown_keys(path, "[entity]", table, _KEYS))
    for key, example in (("code", "420199001"), ("name", "某区某中心"), ("kind", "事业单位")):
        if not table.get(key):
            faults.append(Fault(path.name, "[entity]", key, "", "没有填写", f'写上 {key} = "{example}"'))
    kind = _KINDS.get(str(table.get("kind", "")))
    if table.get("kind") and kind is None:
        faults.append(
            Fault(path.name, "[entity]", "kind", str(table["kind"]), "不认识的单位性质", f"可用：{'、'.join(_KINDS)}")
        )
    if kind is None or not table.get("code") or not table.get("name"):
        return None, faults
    words = {key: str(table.get(key, "")) for key in ("code", "name", "short", "superior", "level")}
    return Entity(kind=kind, members=members, **words), faults
