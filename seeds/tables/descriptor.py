"""Read ``datapackage.json`` into the schema of a data set, and report parts that are missing or of the wrong type."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from liaison_atlas.seeds.tables.problems import Problem, UnreadableError, quoted
from liaison_atlas.seeds.tables.safe_read import read_utf8_file
from liaison_atlas.seeds.tables.schema import DESCRIPTOR_FILE, Field, Package, Table
from liaison_atlas.seeds.tables.strands import FICTION_STRAND, MAIN_STRAND, Strand

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
MAX_DESCRIPTOR_BYTES = 16 * 1024 * 1024  # bytes
# Names of the main strand elsewhere: in `liaison export --world record`, in addresses and in `kiosk.toml`.
_RESERVED_STRAND_NAMES = ("record", "disputed")


def read_package(folder: Path) -> tuple[Package | None, list[Problem]]:
    """Read the descriptor of a data set. If it is unusable, return problems and no package."""
    missing = f"there is no {DESCRIPTOR_FILE} in {folder}; `liaison init DIR` writes one"
    try:
        text = read_utf8_file(folder / DESCRIPTOR_FILE, missing_message=missing, max_bytes=MAX_DESCRIPTOR_BYTES)
        return _package(_parsed(text)), []
    except UnreadableError as error:
        return None, [error.problem(DESCRIPTOR_FILE)]


def _parsed(text: str) -> Any:
    try:
        descriptor = json.loads(text, parse_constant=int)  # int also rejects NaN and Infinity, which are not JSON
    except json.JSONDecodeError as error:
        raise UnreadableError("json", f"{error.msg}; correct the JSON here", error.lineno, error.colno) from None
    except RecursionError:
        raise UnreadableError("json", "the file is nested too deeply; seven levels are enough") from None
    except ValueError:  # an integer with thousands of digits, NaN, Infinity
        raise UnreadableError(
            "json", "the file contains a number that cannot be read; write it with a few digits"
        ) from None
    _reject_control_characters(descriptor)
    return descriptor


def _reject_control_characters(descriptor: Any) -> None:
    """Reject characters that do not belong in texts: they break file names, terminals and encodings."""
    stack = [descriptor]
    while stack:
        value = stack.pop()
        if isinstance(value, dict):
            stack += [*value.keys(), *value.values()]
        elif isinstance(value, list):
            stack += value
        elif isinstance(value, str) and _CONTROL.search(value):
            message = f"the text {quoted(value)} contains a control character or half a surrogate pair"
            raise _descriptor_error(f"{message}; delete it")


def _year(temporal: Any, key: str) -> int:
    text = _typed_value(temporal, key, str, '"temporal"')
    if not re.fullmatch(r"-?[0-9]{4}", text):
        raise _descriptor_error(f'"{key}" of "temporal" must be a year of four digits (got {text!r})')
    return int(text)


def _package(descriptor: Any) -> Package:
    where = "the descriptor"
    temporal = _typed_value(descriptor, "temporal", dict, where)
    first, last = _year(temporal, "start"), _year(temporal, "end")
    if not 0 <= last - first < 1000:
        raise _descriptor_error('"temporal" must run from an earlier to a later year and cover at most 1000 years')
    [licence, *_] = _typed_value(descriptor, "licenses", list, where) or [{}]
    tables = tuple(_table(resource) for resource in _typed_value(descriptor, "resources", list, where))
    _require_unique((table.name for table in tables), "two resources have the same name")
    inference = _typed_value(descriptor, "inference", dict, where, {})
    return Package(
        **_typed_values(descriptor, str, where, name=None, title=None, subtitle="", description="", version="0"),
        first_year=first,
        last_year=last,
        languages=_languages(descriptor),
        licence=_typed_value(licence, "title", str, "the first licence"),
        licence_path=_licence_path(_typed_value(licence, "path", str, "the first licence", "")),
        tables=tables,
        inference_off=frozenset(rule for rule in inference if not _typed_value(inference, rule, bool, '"inference"')),
        strands=_strands(descriptor),
    )


def _languages(descriptor: Any) -> tuple[str, ...]:
    tags = _typed_value(descriptor, "languages", list, "the descriptor", ["en"])
    for tag in tags:
        if not isinstance(tag, str) or not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*", tag):
            raise _descriptor_error(
                f'"languages" must list language tags such as "en" or "de-AT" (got {quoted(str(tag))})'
            )
    if not tags:
        raise _descriptor_error('"languages" must list at least one language')
    _require_unique(tags, '"languages" lists a language twice')
    return tuple(tags)


def _licence_path(path: str) -> str:
    """The address of a licence, which becomes a link: a web address, or a file next to the data set."""
    if re.search(r"\s", path) or not re.match(r"https?://[^/]|(?![/\\])[^:]*(/|$)", path):
        message = '"path" of the first licence must begin with https:// or be a relative path'
        raise _descriptor_error(f"{message} (got {quoted(path)})")
    return path


def _table(resource: Any) -> Table:
    name = _typed_value(resource, "name", str, "a resource")
    where = f'resource "{name}"'
    texts = _typed_values(resource, str, where, path=None, title=name, description="")
    path = texts["path"]
    if path != Path(path).name or path in ("", ".", "..") or len(path.encode()) > 255:
        message = f'"path" of {where} must name a file in the folder of the data set'
        raise _descriptor_error(f"{message} (got {path!r})")
    schema = _typed_value(resource, "schema", dict, where)
    fields = tuple(_field(field, name) for field in _typed_value(schema, "fields", list, where))
    _require_unique((field.name for field in fields), f"two fields of {where} have the same name")
    key = schema.get("primaryKey", [])
    parts = [key] if isinstance(key, str) else key
    if not isinstance(parts, list) or not all(isinstance(part, str) for part in parts):
        raise _descriptor_error(f'"primaryKey" of {where} must be the name of a field, or a list of names')
    return Table(name, **texts, fields=fields, primary_key=tuple(parts))


def _field(field: Any, table: str) -> Field:
    name = _typed_value(field, "name", str, f'a field of resource "{table}"')
    where = f'field "{name}" of resource "{table}"'
    constraints = _typed_value(field, "constraints", dict, where, {})
    category_where = f"a category of {where}"
    categories: list[tuple[str, str]] = []
    labels: dict[tuple[str, str], str] = {}
    deaths: set[str] = set()
    for category in _typed_value(field, "categories", list, where, []):
        category = {"value": category} if isinstance(category, str) else category
        value = _typed_value(category, "value", str, category_where)
        categories.append((value, _typed_value(category, "label", str, category_where, value)))
        labels |= {(value, tag): label for tag, label in _texts_by_language(category, "labels", category_where)}
        if _typed_value(category, "death", bool, category_where, False):
            deaths.add(value)
    if deaths and (table, name) != ("events", "kind"):  # elsewhere the mark has no meaning
        raise _descriptor_error(f'"death" of {category_where} is not allowed; only a kind of event can be a death')
    return Field(
        name,
        **_typed_values(field, str, where, type="string", description="", format="default"),
        **_typed_values(constraints, bool, where, required=False, unique=False),
        pattern=_typed_value(constraints, "pattern", str, where, "") or None,
        minimum=_limit(constraints, "minimum", where),
        maximum=_limit(constraints, "maximum", where),
        categories=tuple(categories),
        references=_typed_value(field, "references", str, where, "") or None,
        translatable=_typed_value(field, "translatable", bool, where, False),
        labels=labels,
        deaths=frozenset(deaths),
    )


def _strands(descriptor: Any) -> tuple[Strand, ...]:
    """The main strand, declared or not, followed by the others."""
    declared = [_strand(strand) for strand in _typed_value(descriptor, "strands", list, "the descriptor", [])]
    _require_unique((strand.name for strand in declared), 'two entries of "strands" have the same name')
    if sum(strand.shown for strand in declared) > 1:
        raise _descriptor_error('"shown" may be true for only one strand, the one that pages open with')
    main = next((strand for strand in declared if strand.name == MAIN_STRAND), Strand(MAIN_STRAND))
    return (main, *(strand for strand in declared if strand.name != MAIN_STRAND))


def _strand(strand: Any) -> Strand:
    name = _typed_value(strand, "name", str, 'an entry of "strands"')
    where = f"strand {quoted(name)}"
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
        raise _descriptor_error(f'"name" of {where} must be lower-case letters, digits and single hyphens')
    if name in _RESERVED_STRAND_NAMES:
        raise _descriptor_error(f'"name" of {where} is reserved for addresses; choose another name')
    fiction = _typed_value(strand, "fiction", bool, where, name == FICTION_STRAND)
    if fiction and name == MAIN_STRAND:
        raise _descriptor_error(f'"fiction" of {where} must be false; use a separate strand for fiction')
    if not fiction and name == FICTION_STRAND:
        raise _descriptor_error(
            f'"fiction" of {where} must be true; choose another name for a strand that is not fiction'
        )
    has_default_words = name in (MAIN_STRAND, FICTION_STRAND)
    default = "" if has_default_words else None
    texts = _typed_values(strand, str, where, title=default, note=default)
    for key, text in texts.items():
        if not has_default_words and not text.strip():
            raise _descriptor_error(f'"{key}" of {where} is empty; write the text that readers see there')
    return Strand(
        name,
        **texts,
        labels=_texts_by_language(strand, "labels", where),
        notes=_texts_by_language(strand, "notes", where),
        shown=_typed_value(strand, "shown", bool, where, False),
        fiction=fiction,
    )


def _limit(constraints: dict[str, Any], name: str, where: str) -> float | None:
    limit = constraints.get(name)
    if limit is None:
        return None
    if not isinstance(limit, int | float) or isinstance(limit, bool) or not abs(limit) <= sys.float_info.max:
        raise _descriptor_error(f'"{name}" of {where} must be a number, without quotation marks')
    return float(limit)


def _descriptor_error(message: str) -> UnreadableError:
    """The error for a part of the descriptor that is missing or of the wrong type."""
    return UnreadableError("descriptor", f"{message}; compare it with the one that `liaison init` writes")


def _typed_value(container: Any, key: str, type_: type, where: str, default: Any = None) -> Any:
    """Return a value of a given type from an object of the descriptor; without a default it is required."""
    if not isinstance(container, dict):
        raise _descriptor_error(f"{where} must be an object")
    value = container.get(key, default)
    if value is None:
        raise _descriptor_error(f'{where} has no "{key}"')
    if not isinstance(value, type_) or (isinstance(value, bool) and type_ is not bool):
        raise _descriptor_error(f'"{key}" of {where} must be of type {type_.__name__}')
    return value


def _typed_values(container: Any, type_: type, where: str, **defaults: Any) -> dict[str, Any]:
    """Return several values of one type by key, each with its default; ``None`` if the value is required."""
    return {key: _typed_value(container, key, type_, where, default) for key, default in defaults.items()}


def _require_unique(names: Iterable[str], message: str) -> None:
    """Reject duplicate names."""
    for name, count in Counter(names).items():
        if count > 1:
            raise _descriptor_error(f"{message}, {quoted(name)}")


def _texts_by_language(container: Any, key: str, where: str) -> tuple[tuple[str, str], ...]:
    """Texts by language, sorted by language."""
    texts = _typed_value(container, key, dict, where, {})
    return tuple((language, _typed_value(texts, language, str, f'"{key}" of {where}')) for language in sorted(texts))
