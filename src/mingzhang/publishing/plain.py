"""Plain values 纯数据: our frozen values as what JSON can hold, and back again without loss.

Rules: an Address is its written form, a Fraction `p/q`, an enum its Chinese value, a mapping of facts their
list in order, any other mapping an object. A field that has its default is left out. Of several possible classes,
`kind` names the one.
"""

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from mingzhang.disclosure.address import Address, NotAnAddress
from mingzhang.disclosure.fact import Fact

Plain = Any
"""None, bool, int, str, or a list or dict of these."""

_KIND: Final = "kind"


class NotPlain(ValueError):
    """Data that is not what our values look like; says where and what."""

    def __init__(self, message: str, path: tuple[str, ...] = ()) -> None:
        """`path` leads to the place, outermost name first."""
        super().__init__(message)
        self.message, self.path = message, path

    def __str__(self) -> str:
        """The place, then what is wrong."""
        return f"{' / '.join(self.path) or '文件'}：{self.message}"

    def inside(self, name: str) -> "NotPlain":
        """The same fault seen from one level further out."""
        return NotPlain(self.message, (name, *self.path))


def encode(value: Any) -> Plain:
    """The value without its own kind; parts that may be of several classes carry theirs."""
    shape: Any = type(value)
    return _encoder(shape)(value)


def decode(shape: Any, data: Plain) -> Any:
    """The value of that type which the data describe; raises NotPlain."""
    return _decoder(shape)(data)


# Out


def _same(value: Any) -> Plain:
    return value


@cache
def _encoder(shape: Any) -> Callable[[Any], Plain]:
    if shape is Address or shape is Fraction:
        return str
    if issubclass(shape, Enum):
        return lambda value: value.value
    if issubclass(shape, tuple | list):
        return lambda values: [encode(v) for v in values]
    if issubclass(shape, Mapping):
        return lambda values: [encode(v) for v in values.values()]
    return _record_encoder(shape) if is_dataclass(shape) else _same


def _record_encoder(shape: Any) -> Callable[[Any], Plain]:
    parts = [(f.name, _default(f), _part_encoder(hint)) for f, hint in _stored(shape)]

    def out(value: Any) -> Plain:
        held = ((name, getattr(value, name), default, part) for name, default, part in parts)
        return {name: part(v) for name, v, default, part in held if v != default}

    return out


def _part_encoder(hint: Any) -> Callable[[Any], Plain]:
    if _is_object(hint):
        return lambda values: {name: encode(value) for name, value in values.items()}
    return _tag if _tagged(hint) else encode


def _is_object(hint: Any) -> bool:
    """Whether a mapping goes from names to values, unlike facts, which know their addresses."""
    origin = get_origin(hint)
    return isinstance(origin, type) and issubclass(origin, Mapping) and get_args(hint)[0] is str


def _tag(value: Any) -> Plain:
    if isinstance(value, tuple):
        return [_tag(v) for v in value]
    return {_KIND: type(value).__name__, **encode(value)} if is_dataclass(value) else encode(value)


def _stored(shape: Any) -> list[tuple[Field[Any], Any]]:
    hints = get_type_hints(shape)
    return [(f, hints[f.name]) for f in fields(shape) if f.init]


def _default(field: Field[Any]) -> Any:
    return field.default


def _tagged(hint: Any) -> bool:
    """Whether the class of what stands here must be told: there are several records it may be."""
    return len(_records(hint)) > 1 or any(_tagged(part) for part in get_args(hint))


def _is_union(hint: Any) -> bool:
    return get_origin(hint) in (Union, types.UnionType)


def _records(hint: Any) -> dict[str, type]:
    """The records among which a union lets one choose, by name."""
    parts: tuple[Any, ...] = get_args(hint) if _is_union(hint) else ()
    return {part.__name__: part for part in parts if isinstance(part, type) and is_dataclass(part)}


# In


def _refuse(shape: str, data: Plain) -> NotPlain:
    return NotPlain(f"这里应当是{shape}，而不是 {str(data)[:40]!r}")


@cache
def _decoder(shape: Any) -> Callable[[Plain], Any]:
    origin = get_origin(shape)
    if shape is Address:
        return _read_address
    if shape is Fraction:
        return _read_fraction
    if _is_union(shape):
        return _union_decoder(shape)
    if origin is tuple:
        return _tuple_decoder(get_args(shape))
    if _is_object(shape):
        return _object_decoder(get_args(shape)[1])
    if origin is not None and issubclass(origin, Mapping):
        return _read_facts
    if isinstance(shape, type) and issubclass(shape, Enum):
        return _enum_decoder(shape)
    return _record_decoder(shape) if is_dataclass(shape) else _scalar_decoder(shape)


def _read_address(data: Plain) -> Address:
    try:
        return Address.parse(data)
    except (NotAnAddress, AttributeError, TypeError):
        raise _refuse("数据项地址（如 T5[2080108].项目支出）", data) from None


def _read_fraction(data: Plain) -> Fraction:
    try:
        return Fraction(_scalar_decoder(str)(data))
    except (ValueError, ZeroDivisionError):
        raise _refuse("分数（如 1/3）", data) from None


def _read_facts(data: Plain) -> dict[Address, Fact]:
    facts: tuple[Fact, ...] = _tuple_decoder((Fact, ...))(data)
    return {fact.address: fact for fact in facts}


def _object_decoder(shape: Any) -> Callable[[Plain], dict[str, Any]]:
    def read(data: Plain) -> dict[str, Any]:
        if not isinstance(data, dict):
            raise _refuse("一组名称和值", data)
        return {name: _inside(name, _decoder(shape), value) for name, value in data.items()}

    return read


def _scalar_decoder(shape: Any) -> Callable[[Plain], Any]:
    words = {str: "文字", int: "整数", bool: "true 或 false", type(None): "null"}

    def read(data: Plain) -> Any:
        if type(data) is not shape:
            raise _refuse(words[shape], data)
        return data

    return read


def _enum_decoder(shape: type[Enum]) -> Callable[[Plain], Enum]:
    by_value = {member.value: member for member in shape}

    def read(data: Plain) -> Enum:
        if not isinstance(data, str) or data not in by_value:
            raise _refuse(f"“{'”“'.join(map(str, by_value))}”之一", data)
        return by_value[data]

    return read


def _tuple_decoder(parts: tuple[Any, ...]) -> Callable[[Plain], tuple[Any, ...]]:
    endless = len(parts) == 2 and parts[1] is Ellipsis

    def read(data: Plain) -> tuple[Any, ...]:
        if not isinstance(data, list) or not (endless or len(data) == len(parts)):
            raise _refuse("列表" if endless else f"{len(parts)}项的列表", data)
        shapes = parts[:1] * len(data) if endless else parts
        pairs = enumerate(zip(shapes, data, strict=True), 1)
        return tuple(_inside(f"第{i}项", _decoder(part), value) for i, (part, value) in pairs)

    return read


def _union_decoder(shape: Any) -> Callable[[Plain], Any]:
    records = _records(shape)
    others = [part for part in get_args(shape) if part is not type(None) and not is_dataclass(part)]
    lists = [part for part in others if get_origin(part) is tuple]

    def read(data: Plain) -> Any:
        if data is None and type(None) in get_args(shape):
            return None
        if type(data) in others:
            return data
        if isinstance(data, list) and lists:
            return _decoder(lists[0])(data)
        if isinstance(data, dict) and len(records) > 1:
            return _read_kind(records, data)
        return _decoder(next(iter([*records.values(), *others])))(data)

    return read


def _read_kind(records: dict[str, type], data: dict[str, Plain]) -> Any:
    kind = data.get(_KIND)
    if not isinstance(kind, str) or kind not in records:
        raise NotPlain(f"kind 应当是 {'、'.join(records)} 之一，而不是 {kind!r}")
    return _decoder(records[kind])(data)


def _record_decoder(shape: Any) -> Callable[[Plain], Any]:
    parts = [(f.name, _default(f) is MISSING and f.default_factory is MISSING, h) for f, h in _stored(shape)]

    def read(data: Plain) -> Any:
        if not isinstance(data, dict):
            raise _refuse(f"一个 {shape.__name__}", data)
        missing = [name for name, needed, _ in parts if needed and name not in data]
        if missing:
            raise NotPlain(f"缺少 {'、'.join(missing)}")
        return shape(**{n: _inside(n, _decoder(hint), data[n]) for n, _, hint in parts if n in data})

    return read


def _inside(name: str, read: Callable[[Plain], Any], data: Plain) -> Any:
    try:
        return read(data)
    except NotPlain as fault:
        raise fault.inside(name) from None
