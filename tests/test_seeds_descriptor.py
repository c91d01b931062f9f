"""A descriptor may hold anything: what the program relies on is checked, and each violation is named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import SMALL

from liaison_atlas import seeds
from liaison_atlas.seeds.tables.compatibility import REFERENCE_DATASET
from liaison_atlas.seeds.tables.descriptor import read_package
from liaison_atlas.seeds.tables.problems import Problem

Path_ = tuple[str | int, ...]


def problems_with(folder: Path, *at: str | int, put: Any) -> list[str]:
    """The errors of the small data set with another value in its descriptor; ``...`` takes it out."""
    descriptor = json.loads((SMALL / "datapackage.json").read_text())
    *parents, last = at
    part = descriptor
    for step in parents:
        part = part[step]
    if put is ...:
        del part[last]
    else:
        part[last] = put
    (folder / "datapackage.json").write_text(json.dumps(descriptor))
    return errors(folder)


def errors(folder: Path) -> list[str]:
    try:
        found: tuple[Problem, ...] = seeds.read(folder).errors
    except seeds.DataErrors as error:
        found = error.problems
    assert {p.file for p in found} <= {"datapackage.json"}, found
    return [f"{p.code}: {p.message}" for p in found]


def field(table: str, name: str) -> Path_:
    """Where a field stands in the descriptor."""
    resources = json.loads((SMALL / "datapackage.json").read_text())["resources"]
    at = [resource["name"] for resource in resources].index(table)
    names = [field["name"] for field in resources[at]["schema"]["fields"]]
    return "resources", at, "schema", "fields", names.index(name)


STATION_ID, PLACE, LON = field("stations", "id"), field("stations", "place"), field("located", "lon")


@pytest.mark.parametrize(
    ("at", "put", "words"),
    [
        (("title",), "\0", "control character"),
        (("title",), "\ud800", "half a surrogate pair"),
        (("title",), 5, 'must be of type str'),
        ((*field("posts", "role"), "categories", 0, "death"), True, "only a kind of event can be a death"),
        ((*field("events", "kind"), "categories", 0, "death"), "yes", "must be of type bool"),
        (("inference",), {"life": "no"}, '"life" of "inference" must be of type bool'),
        (("strands",), {}, '"strands" of the descriptor must be of type list'),
        (("strands",), ["polemic"], 'an entry of "strands" must be an object'),
        (("strands",), [{"title": "The pamphlet"}], 'an entry of "strands" has no "name"'),
        (("strands",), [{"name": "A pamphlet"}], "lower-case letters, digits and single hyphens"),
        (("strands",), [{"name": "polemic"}], 'strand "polemic" has no "title"'),
        (("strands",), [{"name": "polemic", "title": "P"}], 'strand "polemic" has no "note"'),
        (("strands",), [{"name": "polemic", "title": " ", "note": "N"}], '"title" of strand "polemic" is empty'),
        (("strands",), [{"name": "polemic", "title": "P", "note": ""}], '"note" of strand "polemic" is empty'),
        (("strands",), [{"name": "record"}], "choose another name"),
        (("strands",), [{"name": "main", "fiction": True}], "use a separate strand for fiction"),
        (("strands",), [{"name": "fiction", "fiction": False}], "choose another name for a strand that is not fiction"),
        (("strands",), [{"name": "main", "labels": {"de": 5}}], '"de" of "labels" of strand "main" must be of type str'),
        (("strands",), [{"name": "fiction"}, {"name": "fiction"}], 'two entries of "strands" have the same name, "fiction"'),
        (("strands",), [{"name": name, "shown": True} for name in ("main", "fiction")], "for only one strand"),
        (("resources", 0, "path"), "a\0b", "control character"),
        (("resources", 0, "path"), "a\x1b[31m", "control character"),
        (("resources", 0, "path"), "../places.csv", "in the folder of the data set"),
        (("resources", 0, "path"), "a" * 300, "in the folder of the data set"),
        (("resources", 0, "name"), "names", "two resources have the same name"),
        (("resources", 0), [], "must be an object"),
        (("resources",), {}, "must be of type list"),
        (("resources", 0, "schema", "primaryKey"), 5, "primaryKey"),
        (("resources", 0, "schema", "primaryKey"), None, "primaryKey"),
        (("resources", 0, "schema", "primaryKey"), ["name"], "primaryKey"),
        (("resources", 0, "schema", "primaryKey"), ..., "primaryKey"),
        (("resources", 0, "schema", "fields", 1, "name"), "id", "two fields"),
        ((*LON, "constraints", "minimum"), "-180", "without quotation marks"),
        ((*LON, "constraints", "minimum"), True, "must be a number"),
        ((*LON, "constraints", "minimum"), -181, "the minimum of \"lon\" must be -180"),
        ((*LON, "constraints", "maximum"), ..., "the maximum of \"lon\" must be 180"),
        ((*LON, "constraints", "maximum"), 10**1000, "must be a number"),
        ((*LON, "type"), "string", "the type of \"lon\" must be"),
        ((*PLACE, "references"), ["places"], 'must be of type str'),
        ((*PLACE, "references"), ..., "the references of "),
        ((*PLACE, "references"), "people", "the references of "),
        ((*PLACE, "constraints"), ..., 'the constraint "required"'),
        ((*field("posts", "when"), "format"), ..., "the format of "),
        ((*field("posts", "sources"), "format"), "list", "the format of "),
        ((*field("journeys", "people"), "references"), ..., "the references of "),
        ((*field("posts", "role"), "categories"), [5], "must be an object"),
        ((*field("posts", "role"), "categories"), [{"value": 5}], 'must be of type str'),
        ((*STATION_ID, "constraints", "unique"), False, 'the constraint "unique"'),
        ((*STATION_ID, "constraints", "unique"), "no", 'must be of type bool'),
        ((*STATION_ID, "constraints", "pattern"), ..., "the pattern of "),
        ((*STATION_ID, "constraints", "pattern"), "(a+)+$", "or left out (got "),
        ((*field("posts", "title"), "constraints", "pattern"), "(.*)*x", "or left out (got "),
        ((*field("posts", "title"), "constraints", "pattern"), ["x"], 'must be of type str'),
        (("licenses", 0, "path"), "javascript:alert(1)", "must begin with https://"),
        (("licenses", 0, "path"), " javascript:alert(1)", "must begin with https://"),
        (("licenses", 0, "path"), "java\nscript:alert(1)", "must begin with https://"),
        (("licenses", 0, "path"), "data:text/html,x", "must begin with https://"),
        (("licenses", 0, "path"), "//example.org", "must begin with https://"),
        (("licenses", 0, "path"), "\\\\example.org", "must begin with https://"),
        (("licenses", 0, "path"), "https://", "must begin with https://"),
        (("licenses",), "MIT", "must be of type list"),
        (("licenses",), [], 'has no "title"'),
        (("languages",), [], "at least one language"),
        (("languages",), ["en", "en"], "a language twice"),
        (("languages",), ["English"], "must list language tags"),
        (("languages",), [5], "must list language tags"),
        (("languages",), ["<b>"], "must list language tags"),
        (("temporal", "start"), 1919, 'must be of type str'),
        (("temporal", "end"), "2999", "1000 years"),
        (("temporal", "end"), "1900", "earlier to a later year"),
    ],
)  # fmt: skip
def test_a_descriptor_with_an_invalid_value_is_refused(copy_of_small: Path, at: Path_, put: Any, words: str) -> None:
    [problem] = problems_with(copy_of_small, *at, put=put)
    assert words in problem


@pytest.mark.parametrize(
    ("at", "put"),
    [
        (("licenses", 0, "path"), "LICENSE"),
        (("licenses", 0, "path"), "texts/LICENSE.txt"),
        (("licenses", 0, "path"), "http://example.org/a:b"),
        (("languages",), ["en", "de", "de-AT", "zh-Hant"]),
        ((*field("posts", "note"), "constraints"), {"required": False}),
        ((*LON, "constraints", "minimum"), -170.5),
        (("my-own", ), {"deep": [[[]]]}),
    ],
)  # fmt: skip
def test_additional_and_custom_properties_are_accepted(copy_of_small: Path, at: Path_, put: Any) -> None:
    assert problems_with(copy_of_small, *at, put=put) == []


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        '{"a":' * 100_000,
        '{"title": ' + "9" * 5000 + "}",
        '{"title": NaN}',
        '{"title": -Infinity}',
        "null",
        "\ufeff",
        '"' + "\\ud800" * 10 + '"',
    ],
)
def test_a_text_that_is_no_descriptor_is_one_problem(copy_of_small: Path, text: str) -> None:
    (copy_of_small / "datapackage.json").write_text(text)
    assert len(errors(copy_of_small)) == 1


def test_a_data_set_nested_a_thousand_levels_deep_is_read_or_refused(copy_of_small: Path) -> None:
    descriptor = (SMALL / "datapackage.json").read_text()
    deep = '{"x": ' + "[" * 900 + "]" * 900 + ", " + descriptor.lstrip()[1:]
    (copy_of_small / "datapackage.json").write_text(deep)
    assert errors(copy_of_small) == []


def test_the_reference_descriptor_is_valid() -> None:
    package, problems = read_package(REFERENCE_DATASET)
    assert package is not None
    assert problems == []
