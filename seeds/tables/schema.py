"""The schema of a data set, read from its ``datapackage.json``: Data Package v2 with Table Schema.

The schema is written once, there. The reader, the checks and the documentation follow it; a test
holds the records in `seeds.tables.records` equal to it. Our own are: ``references`` (the table that a list of
ids refers to), ``translatable`` (a column whose cells translations.csv may give in another language),
``labels`` of a category (its label in other languages, by their tags), the formats ``edtf``, ``citations``,
``relative`` and ``list``, and ``strands`` (see `seeds.tables.strands`).
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from liaison_atlas.seeds.tables.descriptor_values import DescriptorError, require_unique, texts_by_language, typed_value
from liaison_atlas.seeds.tables.problems import Problem, quoted
from liaison_atlas.seeds.tables.safe_read import UnreadableError, read_regular_file
from liaison_atlas.seeds.tables.strands import MAIN_STRAND, Strand, read_strands

DESCRIPTOR_FILE = "datapackage.json"
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
MAX_DESCRIPTOR_BYTES = 16 * 1024 * 1024  # bytes


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
    deaths: frozenset[str] = frozenset()
    """The categories of events that are the death of those whom they concern."""


@dataclass(frozen=True)
class Table:
    """A table: its columns in order, and what a row is."""

    name: str
    path: str
    title: str
    description: str
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...] = ()

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
    strands: tuple[Strand, ...] = (Strand(MAIN_STRAND),)
    """The main strand, and those that the descriptor declares, in its order."""
    inference_off: frozenset[str] = frozenset()
    """The rules of `seeds.inference.inference_rules` that the data set does without."""

    @cached_property
    def by_name(self) -> dict[str, Table]:
        """The tables by their names."""
        return {table.name: table for table in self.tables}

    def categories(self, table: str, field: str) -> tuple[tuple[str, str], ...]:
        """The values that a column may hold, each with its label."""
        return self.by_name[table].by_name[field].categories

    @cached_property
    def death_kinds(self) -> frozenset[str]:
        """The kinds of events that are a death."""
        events = self.by_name.get("events")
        return events.by_name["kind"].deaths if events and "kind" in events.by_name else frozenset()

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


def read_package(folder: Path) -> tuple[Package | None, list[Problem]]:
    """Read the descriptor of a data set; without a usable one there are problems and no package."""
    path = folder / DESCRIPTOR_FILE
    try:
        missing = f"there is no {DESCRIPTOR_FILE} in {folder}; `liaison init DIR` writes one"
        raw = read_regular_file(path, missing_message=missing, max_bytes=MAX_DESCRIPTOR_BYTES)
    except UnreadableError as error:
        return None, [_problem(error.code, str(error))]
    try:
        descriptor = json.loads(raw.decode("utf-8-sig"), parse_constant=_reject_constant)
    except UnicodeDecodeError as error:
        return None, [_problem("encoding", f"byte {error.start + 1} is not UTF-8; save the file as UTF-8")]
    except json.JSONDecodeError as error:
        return None, [Problem(DESCRIPTOR_FILE, error.lineno, error.colno, "json", f"{error.msg}; mend the JSON here")]
    except RecursionError:
        return None, [_problem("json", "it is nested too deeply to be read; it needs seven levels")]
    except ValueError:  # a whole number of thousands of digits, NaN, Infinity
        return None, [_problem("json", "it holds a number that cannot be read; write one of a few digits")]
    try:
        _reject_control_characters(descriptor)
        return _package(descriptor), []
    except DescriptorError as error:
        return None, [_problem("descriptor", f"{error}; compare it with the one that `liaison init` writes")]


def _problem(code: str, message: str) -> Problem:
    return Problem(DESCRIPTOR_FILE, 1, 1, code, message)


def _reject_constant(text: str) -> float:
    raise ValueError(text)


def _reject_control_characters(descriptor: Any) -> None:
    """Refuse characters that no text has: they break file names, terminals and encodings."""
    stack = [descriptor]
    while stack:
        value = stack.pop()
        if isinstance(value, dict):
            stack += [*value.keys(), *value.values()]
        elif isinstance(value, list):
            stack += value
        elif isinstance(value, str) and _CONTROL.search(value):
            raise DescriptorError(
                f"the text {quoted(value)} holds a control character or half a character; delete it there"
            )


def _year(temporal: Any, key: str) -> int:
    text = typed_value(temporal, key, str, '"temporal"')
    if not re.fullmatch(r"-?[0-9]{4}", text):
        raise DescriptorError(f'"{key}" of "temporal" must be a year of four digits (got {text!r})')
    return int(text)


def _package(descriptor: Any) -> Package:
    where = "the descriptor"
    temporal = typed_value(descriptor, "temporal", dict, where)
    first, last = _year(temporal, "start"), _year(temporal, "end")
    if not 0 <= last - first < 1000:
        raise DescriptorError('"temporal" must run from an earlier to a later year, over 1000 years at most')
    licences = typed_value(descriptor, "licenses", list, where)
    licence = licences[0] if licences else {}
    tables = tuple(_table(resource) for resource in typed_value(descriptor, "resources", list, where))
    require_unique((table.name for table in tables), "two resources have one name")
    _refuse_deaths_elsewhere(tables)
    return Package(
        name=typed_value(descriptor, "name", str, where),
        title=typed_value(descriptor, "title", str, where),
        subtitle=typed_value(descriptor, "subtitle", str, where, ""),
        description=typed_value(descriptor, "description", str, where, ""),
        version=typed_value(descriptor, "version", str, where, "0"),
        first_year=first,
        last_year=last,
        languages=_languages(descriptor),
        licence=typed_value(licence, "title", str, "the first licence"),
        licence_path=_licence_path(typed_value(licence, "path", str, "the first licence", "")),
        tables=tables,
        inference_off=_inference_off(descriptor),
        strands=read_strands(descriptor),
    )


def _refuse_deaths_elsewhere(tables: Iterable[Table]) -> None:
    """Only an event is a death: elsewhere the mark would mean nothing."""
    for table in tables:
        for field in table.fields:
            if field.deaths and (table.name, field.name) != ("events", "kind"):
                where = f'a category of field "{field.name}" of resource "{table.name}"'
                raise DescriptorError(f'"death" of {where} has no meaning; only a kind of events can be a death')


def _inference_off(descriptor: Any) -> frozenset[str]:
    """The names of the rules that "inference" sets to false."""
    inference = typed_value(descriptor, "inference", dict, "the descriptor", {})
    return frozenset(name for name in inference if not typed_value(inference, name, bool, '"inference"'))


def _languages(descriptor: Any) -> tuple[str, ...]:
    tags = typed_value(descriptor, "languages", list, "the descriptor", ["en"])
    for tag in tags:
        if not isinstance(tag, str) or not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*", tag):
            raise DescriptorError(f'"languages" must list tags such as "en" or "de-AT" (got {quoted(str(tag))})')
    if not tags:
        raise DescriptorError('"languages" must list one at least')
    require_unique(tags, '"languages" lists one twice')
    return tuple(tags)


def _licence_path(path: str) -> str:
    """The address of a licence, which becomes a link: of the web, or a file beside the data set."""
    if re.search(r"\s", path) or not re.match(r"https?://[^/]|(?![/\\])[^:]*(/|$)", path):
        raise DescriptorError(
            f'"path" of the first licence must begin with https://, or be a relative path (got {quoted(path)})'
        )
    return path


def _primary_key(schema: dict[str, Any], where: str) -> tuple[str, ...]:
    key = schema.get("primaryKey", [])
    parts = [key] if isinstance(key, str) else key
    if not isinstance(parts, list) or not all(isinstance(part, str) for part in parts):
        raise DescriptorError(f'"primaryKey" of {where} must be the name of a field, or a list of names')
    return tuple(parts)


def _limit(constraints: dict[str, Any], name: str, where: str) -> float | None:
    limit = constraints.get(name)
    if limit is None:
        return None
    try:
        number = float(limit) if isinstance(limit, int | float) and not isinstance(limit, bool) else math.nan
    except OverflowError:
        number = math.nan
    if not math.isfinite(number):
        raise DescriptorError(f'"{name}" of {where} must be a number, without quotation marks')
    return number


def _flag(constraints: dict[str, Any], name: str, where: str) -> bool:
    return bool(typed_value(constraints, name, bool, where, False))


def _category(category: Any, where: str) -> tuple[str, str]:
    if isinstance(category, str):
        return category, category
    value = typed_value(category, "value", str, f"a category of {where}")
    return value, typed_value(category, "label", str, f"a category of {where}", value)


def _table(resource: Any) -> Table:
    name = typed_value(resource, "name", str, "a resource")
    where = f'resource "{name}"'
    path = typed_value(resource, "path", str, where)
    if path != Path(path).name or path in ("", ".", "..") or len(path.encode()) > 255:
        raise DescriptorError(f'"path" of {where} must name a file in the folder of the data set itself (got {path!r})')
    schema = typed_value(resource, "schema", dict, where)
    fields = tuple(_field(field, where) for field in typed_value(schema, "fields", list, where))
    require_unique((field.name for field in fields), f"two fields of {where} have one name")
    title = typed_value(resource, "title", str, where, name)
    return Table(
        name, path, title, typed_value(resource, "description", str, where, ""), fields, _primary_key(schema, where)
    )


def _field(field: Any, table: str) -> Field:
    name = typed_value(field, "name", str, f"a field of {table}")
    where = f'field "{name}" of {table}'
    constraints = typed_value(field, "constraints", dict, where, {})
    categories = typed_value(field, "categories", list, where, [])
    labels = tuple(
        (typed_value(category, "value", str, where), language, label)
        for category in categories
        if isinstance(category, dict)
        for language, label in texts_by_language(category, "labels", f"a category of {where}")
    )
    return Field(
        name=name,
        type=typed_value(field, "type", str, where, "string"),
        description=typed_value(field, "description", str, where, ""),
        format=typed_value(field, "format", str, where, "default"),
        required=_flag(constraints, "required", where),
        unique=_flag(constraints, "unique", where),
        pattern=typed_value(constraints, "pattern", str, where, "") or None,
        minimum=_limit(constraints, "minimum", where),
        maximum=_limit(constraints, "maximum", where),
        categories=tuple(_category(category, where) for category in categories),
        references=typed_value(field, "references", str, where, "") or None,
        translatable=_flag(field, "translatable", where),
        labels=labels,
        deaths=frozenset(
            typed_value(category, "value", str, where)
            for category in categories
            if isinstance(category, dict) and typed_value(category, "death", bool, f"a category of {where}", False)
        ),
    )
