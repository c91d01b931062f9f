"""The schema of a data set, read from its ``datapackage.json``: Data Package v2 with Table Schema.

The schema is written once, there. The reader, the checks and the documentation follow it; a test
holds the records in `seeds.records` equal to it. Our own are: ``references`` (the table that a list of
ids refers to), ``translatable`` (a column whose cells translations.csv may tell in another language),
``labels`` of a category (its label in other languages, by their tags), and the formats ``edtf``,
``citations``, ``relative`` and ``list``.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from seeds.problems import Problem

FILE = "datapackage.json"


@dataclass(frozen=True)
class Field:
    """A column of a table."""

    name: str
    type: str
    description: str
    format: str = "default"
    required: bool = False
    unique: bool = False
    pattern: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    categories: tuple[tuple[str, str], ...] = ()
    references: str | None = None
    translatable: bool = False
    labels: tuple[tuple[str, str, str], ...] = ()
    """Value, language and label of each category that has a label in another language."""


@dataclass(frozen=True)
class Table:
    """A table: its columns in order, and what a row is."""

    name: str
    path: str
    title: str
    description: str
    fields: tuple[Field, ...]
    key: tuple[str, ...] = ()

    @cached_property
    def by_name(self) -> dict[str, Field]:
        """The columns by their names."""
        return {field.name: field for field in self.fields}


@dataclass(frozen=True)
class Package:
    """What a data set says of itself: titles, period, languages, licence, tables."""

    name: str
    title: str
    subtitle: str
    description: str
    version: str
    first_year: int
    last_year: int
    languages: tuple[str, ...]
    licence: str
    licence_path: str
    tables: tuple[Table, ...]

    @cached_property
    def by_name(self) -> dict[str, Table]:
        """The tables by their names."""
        return {table.name: table for table in self.tables}

    def categories(self, table: str, field: str) -> tuple[tuple[str, str], ...]:
        """The values that a column may hold, each with its label."""
        return self.by_name[table].by_name[field].categories

    @property
    def language(self) -> str:
        """The language in which the tables are written: the first of the languages."""
        return self.languages[0]

    @cached_property
    def _labels(self) -> dict[tuple[str, str, str, str], str]:
        return {
            (table.name, field.name, value, language): label
            for table in self.tables
            for field in table.fields
            for value, language, label in field.labels
        }

    def label(self, table: str, field: str, value: str, language: str) -> str | None:
        """The label of a category in a language; ``None`` where the schema has none."""
        if language == self.language:
            return dict(self.categories(table, field)).get(value)
        return self._labels.get((table, field, value, language))


class _Wrong(Exception):
    """A part of the descriptor is missing or of another type."""


def read_package(folder: Path) -> tuple[Package | None, list[Problem]]:
    """Read the descriptor of a data set; without a usable one there are problems and no package."""
    path = folder / FILE
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return None, [_problem("missing-file", f"there is no {FILE} in {folder}; `liaison init DIR` writes one")]
    except OSError as error:
        return None, [_problem("unreadable-file", f"{error.strerror or error}; it must be a file that can be read")]
    try:
        descriptor = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return None, [_problem("encoding", f"byte {error.start + 1} is not UTF-8; save the file as UTF-8")]
    except json.JSONDecodeError as error:
        return None, [Problem(FILE, error.lineno, error.colno, "json", f"{error.msg}; mend the JSON here")]
    except RecursionError:
        return None, [_problem("json", "it is nested too deeply to be read")]
    try:
        return _package(descriptor), []
    except _Wrong as error:
        return None, [_problem("descriptor", f"{error}; compare it with the one that `liaison init` writes")]


def _problem(code: str, message: str) -> Problem:
    return Problem(FILE, 1, 1, code, message)


def _get(container: Any, key: str, type_: type, where: str, default: Any = None) -> Any:
    if not isinstance(container, dict):
        raise _Wrong(f"{where} must be an object")
    value = container.get(key, default)
    if value is None:
        raise _Wrong(f'{where} has no "{key}"')
    if not isinstance(value, type_) or (isinstance(value, bool) and type_ is not bool):
        raise _Wrong(f'"{key}" of {where} must be of type {type_.__name__}')
    return value


def _year(temporal: Any, key: str) -> int:
    text = _get(temporal, key, str, '"temporal"')
    if not re.fullmatch(r"-?[0-9]{4}", text):
        raise _Wrong(f'"{key}" of "temporal" must be a year of four digits (got {text!r})')
    return int(text)


def _package(descriptor: Any) -> Package:
    where = "the descriptor"
    temporal = _get(descriptor, "temporal", dict, where)
    first, last = _year(temporal, "start"), _year(temporal, "end")
    if not 0 <= last - first < 1000:
        raise _Wrong('"temporal" must run from an earlier to a later year, over 1000 years at most')
    licences = _get(descriptor, "licenses", list, where)
    licence = licences[0] if licences else {}
    tables = tuple(_table(resource) for resource in _get(descriptor, "resources", list, where))
    if len({table.name for table in tables}) != len(tables):
        raise _Wrong("two resources have one name")
    languages = tuple(str(tag) for tag in _get(descriptor, "languages", list, where, ["en"])) or ("en",)
    return Package(
        name=_get(descriptor, "name", str, where),
        title=_get(descriptor, "title", str, where),
        subtitle=_get(descriptor, "subtitle", str, where, ""),
        description=_get(descriptor, "description", str, where, ""),
        version=_get(descriptor, "version", str, where, "0"),
        first_year=first,
        last_year=last,
        languages=languages,
        licence=_get(licence, "title", str, "the first licence"),
        licence_path=_get(licence, "path", str, "the first licence", ""),
        tables=tables,
    )


def _table(resource: Any) -> Table:
    name = _get(resource, "name", str, "a resource")
    where = f'resource "{name}"'
    path = _get(resource, "path", str, where)
    if path != Path(path).name or path in ("", ".", ".."):
        raise _Wrong(f'"path" of {where} must name a file in the folder of the data set itself (got {path!r})')
    schema = _get(resource, "schema", dict, where)
    fields = tuple(_field(field, where) for field in _get(schema, "fields", list, where))
    key = schema.get("primaryKey", [])
    key = (key,) if isinstance(key, str) else tuple(str(part) for part in key)
    title = _get(resource, "title", str, where, name)
    return Table(name, path, title, _get(resource, "description", str, where, ""), fields, key)


def _field(field: Any, table: str) -> Field:
    name = _get(field, "name", str, f"a field of {table}")
    where = f'field "{name}" of {table}'
    constraints = _get(field, "constraints", dict, where, {})
    pattern = constraints.get("pattern")
    if pattern is not None:
        try:
            re.compile(pattern)
        except (re.error, TypeError):
            raise _Wrong(f'"pattern" of {where} is not a regular expression') from None
    written = _get(field, "categories", list, where, [])
    categories = tuple(
        (_get(c, "value", str, where), _get(c, "label", str, where, c.get("value")))
        if isinstance(c, dict)
        else (str(c), str(c))
        for c in written
    )
    labels = tuple(
        (_get(c, "value", str, where), language, _get(c["labels"], language, str, f'"labels" of a category of {where}'))
        for c in written
        if isinstance(c, dict) and "labels" in c
        for language in sorted(_get(c, "labels", dict, where))
    )
    return Field(
        name=name,
        type=_get(field, "type", str, where, "string"),
        description=_get(field, "description", str, where, ""),
        format=_get(field, "format", str, where, "default"),
        required=bool(constraints.get("required", False)),
        unique=bool(constraints.get("unique", False)),
        pattern=pattern,
        minimum=constraints.get("minimum"),
        maximum=constraints.get("maximum"),
        categories=categories,
        references=field.get("references"),
        translatable=field.get("translatable") is True,
        labels=labels,
    )
