"""Switches 口径开关: the points on which years and regions differ, with what holds when nobody says otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass

from mingzhang.standards.data_file import toml

Setting = bool | str
"""What a switch may be set to: on or off, or one of its choices."""

Settings = Mapping[str, Setting]


@dataclass(frozen=True, slots=True)
class Switch:
    """口径开关: `choices` is empty for one that is only on or off."""

    name: str
    default: Setting
    label: str
    trust: str
    reference: str
    choices: tuple[str, ...] = ()

    def allows(self, setting: Setting) -> bool:
        """Whether it may be set so."""
        return setting in self.choices if self.choices else isinstance(setting, bool)


class UnknownSwitch(ValueError):
    """A switch that does not exist, or a setting it does not know."""


def switches() -> tuple[Switch, ...]:
    """All switches, in the order in which they are explained."""
    return tuple(
        Switch(**{**entry, "choices": tuple(entry.get("choices", ()))})
        for entry in toml("forms/switches.toml")["switch"]
    )


def settle(*settings: Settings) -> dict[str, Setting]:
    """The setting of every switch: the defaults, overridden by each of the given in turn."""
    known = {switch.name: switch for switch in switches()}
    result = {name: switch.default for name, switch in known.items()}
    for given in settings:
        for name, setting in given.items():
            _check(known, name, setting)
            result[name] = setting
    return result


def _check(known: Mapping[str, Switch], name: str, setting: Setting) -> None:
    switch = known.get(name)
    if switch is None:
        raise UnknownSwitch(f"没有口径开关“{name}”；可用的有：{'、'.join(known)}")
    if not switch.allows(setting):
        allowed = "、".join(switch.choices) or "true、false"
        raise UnknownSwitch(f"口径开关“{name}”不能取“{setting}”；可取：{allowed}")
