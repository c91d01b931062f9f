"""Reads values of ``datapackage.json``, and names those that are missing or of another type."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from liaison_atlas.seeds.tables.problems import quoted


class DescriptorError(Exception):
    """A part of the descriptor is missing or of another type."""


def typed_value(container: Any, key: str, type_: type, where: str, default: Any = None) -> Any:
    """A value of an object of the descriptor, which has a type; without a default it must be there."""
    if not isinstance(container, dict):
        raise DescriptorError(f"{where} must be an object")
    value = container.get(key, default)
    if value is None:
        raise DescriptorError(f'{where} has no "{key}"')
    if not isinstance(value, type_) or (isinstance(value, bool) and type_ is not bool):
        raise DescriptorError(f'"{key}" of {where} must be of type {type_.__name__}')
    return value


def require_unique(names: Iterable[str], message: str) -> None:
    """Refuse names of which one stands twice."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise DescriptorError(f"{message}, {quoted(name)}")
        seen.add(name)


def texts_by_language(container: Any, key: str, where: str) -> tuple[tuple[str, str], ...]:
    """Texts by their languages, sorted by these."""
    texts = typed_value(container, key, dict, where, {})
    return tuple((language, typed_value(texts, language, str, f'"{key}" of {where}')) for language in sorted(texts))
