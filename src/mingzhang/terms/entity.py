"""Entity 单位: who keeps the books and publishes."""

from dataclasses import dataclass
from enum import Enum


class EntityKind(Enum):
    """What kind of body it is; decides 机关运行经费 and the wording 部门/单位."""

    ADMINISTRATIVE = "行政单位"
    MANAGED_AS_CIVIL = "参照公务员法管理的事业单位"
    INSTITUTION = "事业单位"


@dataclass(frozen=True, slots=True)
class Entity:
    """One accounting body of a `level` 区级, 市级 …; `members` are the codes of the units that it consolidates."""

    code: str
    name: str
    kind: EntityKind
    short: str = ""
    superior: str = ""
    level: str = ""
    members: tuple[str, ...] = ()

    @property
    def is_department(self) -> bool:
        """Whether its accounts are the consolidation of several units."""
        return bool(self.members)
