"""Values from and to JSON, by the types of their fields."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
import functools
import sys
import types
import typing
from collections.abc import Callable
from typing import Any


class OpenEnum(str, enum.Enum):
    """A list that may grow: a value that a newer service answers is a member of its own, and not known."""

    @classmethod
    def _missing_(cls, value: object) -> OpenEnum | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value
        member._value_ = value
        return member

    @property
    def is_known(self) -> bool:
        """Whether this client knows the value."""
        return self._name_ in type(self).__members__

    def __str__(self) -> str:
        return self.value

    def __eq__(self, other: object) -> bool:
        return str.__eq__(self, other) if isinstance(other, str) else NotImplemented

    __hash__ = str.__hash__


def named(name: str, **kwargs: Any) -> Any:
    """A field that JSON calls so."""
    return dataclasses.field(metadata={"name": name}, **kwargs)


def decode(kind: Any, value: Any) -> Any:
    """The value that JSON says.

    :raises ValueError: where it says something of another type
    """
    return _decoder(kind)(value)


def encode(value: Any) -> Any:
    """What JSON can write; fields without value are left out."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        pairs = ((_name(field), getattr(value, field.name)) for field in dataclasses.fields(value))
        return {name: encode(each) for name, each in pairs if each is not None}
    if isinstance(value, dict):
        return {key: encode(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [encode(each) for each in value]
    if isinstance(value, (dt.date, dt.datetime)):
        return value.isoformat()
    return value


def _name(field: dataclasses.Field[Any]) -> str:
    return str(field.metadata.get("name", field.name))


@functools.cache
def _decoder(kind: Any) -> Callable[[Any], Any]:
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        [one] = [each for each in typing.get_args(kind) if each is not types.NoneType]
        of = _decoder(one)
        return lambda value: None if value is None else of(value)
    if origin is list:
        [item] = typing.get_args(kind)
        return lambda value: [_decoder(item)(each) for each in _of(list, value)]
    if origin is dict:
        _, item = typing.get_args(kind)
        return lambda value: {key: _decoder(item)(each) for key, each in _of(dict, value).items()}
    if dataclasses.is_dataclass(kind):
        return lambda value: _record(kind, _of(dict, value))
    return _PLAIN.get(kind) or (lambda value: kind(value))


def _of(kind: type, value: Any) -> Any:
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise ValueError(f"{value!r} is not of type {kind.__name__}")
    return value


_PLAIN: dict[Any, Callable[[Any], Any]] = {
    Any: lambda value: value,
    str: lambda value: _of(str, value),
    bool: lambda value: _of(bool, value),
    int: lambda value: _of(int, value),
    float: lambda value: float(value) if isinstance(value, int) else _of(float, value),
    dt.date: lambda value: dt.date.fromisoformat(_of(str, value)),
    dt.datetime: lambda value: dt.datetime.fromisoformat(_of(str, value)),
}


@functools.cache
def _fields(kind: Any) -> list[tuple[str, str, Callable[[Any], Any], Any]]:
    # Names are those of the module, and not of fields that are called like a type.
    hints = typing.get_type_hints(kind, vars(sys.modules[kind.__module__]), {})
    return [
        (field.name, _name(field), _decoder(hints[field.name]), hints[field.name])
        for field in dataclasses.fields(kind)
    ]


def _record(kind: Any, value: dict[str, Any]) -> Any:
    values = {}
    for attribute, name, of, hint in _fields(kind):
        if name in value:
            try:
                values[attribute] = of(value[name])
            except (ValueError, TypeError) as wrong:
                raise ValueError(f"{kind.__name__}.{attribute}: {wrong}") from wrong
        else:
            # An older service does not know the field.
            origin = typing.get_origin(hint)
            values[attribute] = origin() if origin in (list, dict) else None
    return kind(**values)
