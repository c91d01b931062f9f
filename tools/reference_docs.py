"""Write the generated pages of the reference: ``python -m tools.reference_docs``. Tests check that they are current."""

from __future__ import annotations

import contextlib
import inspect
import io
import json
import os
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

from liaison_atlas import geo, layers, maps, seeds
from liaison_atlas.layers.wording.date_wording import date_in_words
from liaison_atlas.maps.ground.borders import read_borders
from liaison_atlas.maps.kiosk.chromium import as_switch, flags, policies
from liaison_atlas.maps.kiosk.kiosk_config import KioskConfig, config_keys, example_file
from liaison_atlas.maps.kiosk.kiosk_toml import read_config
from liaison_atlas.maps.kiosk.publishing import publish, roll_back
from liaison_atlas.maps.pages.report import report_document
from liaison_atlas.maps.posters import poster_png, poster_svg
from liaison_atlas.maps.site.manifest import is_current, stale_reasons
from liaison_atlas.maps.site.watching import watch
from liaison_atlas.seeds.checks.problem_catalogue import ENTRIES_BY_KIND, EXAMPLE_HEADINGS, CatalogueEntry
from liaison_atlas.seeds.inference.inference_rules import INFERENCE_RULES
from liaison_atlas.seeds.tables.descriptor import read_package
from liaison_atlas.seeds.tables.schema import Field
from liaison_atlas.seeds.tables.starter import write_starter_dataset
from liaison_atlas.verbs import cli as liaison
from tools import OMS, ROOT
from tools.problem_examples import make_example

REFERENCE_FOLDER = ROOT / "docs" / "reference"


def _table(header: str, rows: Iterable[str]) -> str:
    """A Markdown table from a header line and the cells of each row."""
    return "\n".join([header, "| --- " * (header.count("|") - 1) + "|", *(f"| {row} |" for row in rows)]) + "\n"


def _code_block(text: str, language: str = "text") -> str:
    return f"```{language}\n{text}\n```\n"


def tables_page() -> str:
    """The page of the tables, from the schema of the OMS data set."""
    package, problems = read_package(OMS)
    if package is None:
        raise SystemExit("\n".join(map(str, problems)))
    parts = [
        "# The tables of a data set\n",
        "Made from `seeds/oms/datapackage.json` by `python -m tools.reference_docs`; change the schema, not this page.\n",
        "A cell is text without white space around it. *Required* cells are filled in every row. An empty cell "
        "means that it is not known. Lists are separated by semicolons.\n",
    ]
    for table in package.tables:
        rows = (f"`{f.name}` | {_column_text(f)} | {'required' if f.required else ''}" for f in table.fields)
        parts.append(f"## {table.path}\n\n{table.description}\n\n" + _table("| column | holds | |", rows))
    return "\n".join(parts)


def _column_text(field: Field) -> str:
    text = _escaped_pipes(field.description)
    if field.format == "edtf":
        text += " A date, see [dates](dates.md)."
    if field.categories:
        text += " One of " + ", ".join(f"`{value}`" for value, _ in field.categories) + "."
    if field.references and field.references != "any":
        text += f" An `id` of {field.references}.csv."
    if field.minimum is not None and field.maximum is not None:
        text += f" From {field.minimum:g} to {field.maximum:g}."
    return text


def command_line_page() -> str:
    """The page of the command line, from the program's own help."""
    parts = ["# The command line\n", "Made from the program's own help by `python -m tools.reference_docs`.\n"]
    os.environ["COLUMNS"] = "100"  # argparse wraps lines at the width of the terminal
    for command in ("", "check", "locate", "build", "export", "diff", "deps", "publish", "init"):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed), contextlib.suppress(SystemExit):
            liaison.main([*command.split(), "--help"])
        parts.append(f"## liaison {command}".rstrip() + "\n\n" + _code_block(printed.getvalue().rstrip()))
    return "\n".join(parts)


def problems_page() -> str:
    """The page of the problem codes, from their explanations and the problems reported for their examples."""
    parts = [
        "# Problems\n",
        "Made from `seeds/checks/problems/` by `python -m tools.reference_docs`. `liaison check --explain CODE` prints one entry.\n",
        "`liaison check` reports every problem as `file:line:column: code: message; how to fix it`. Lines and columns "
        "count from 1; a column is a cell, not a character. An *error* stops a build. A *warning* needs your attention, "
        "but the build continues. A *note* is for information only.\n",
        "The examples change the small data set in `tests/small`. Each is followed by the message that the program prints.\n",
    ]
    for kind, codes in ENTRIES_BY_KIND.items():
        rows = (f"[`{code.code}`](#{code.code}) | {code.level.value} | {code.title}" for code in codes)
        introduction = f"## {kind}\n\n{_KIND_INTRODUCTIONS[kind]}\n\n"
        parts.append(introduction + _table("| code | level | problem |", rows))
        parts += [_problem_section(code) for code in codes]
    return "\n".join(parts)


def inference_page() -> str:
    """The page of the rules of inference, from the docstrings of their modules."""
    parts = [
        "# Inference\n",
        "Made from `seeds/inference/inference_rules.py` by `python -m tools.reference_docs`.\n",
        "The time of a claim is limited by other rows: someone born in 1912 held no post in 1911. Each rule below gives a "
        "first or a last day, and on each side the tightest counts. A limit is applied beside what the row of the claim "
        "[states](dates.md#limits-and-sightings), and changes neither its date nor the four bounds in the files. Cards, "
        "lists, the report and the files say for each claim what was inferred, by which rule and from which row.\n",
        "- A limit makes a claim possible in fewer years, never in more. What no source dates stays undated, in the "
        "years within its limits.\n"
        "- Where a limit contradicts what a row states, the row stands, the limit is not applied, and the checks report "
        "[`limit-conflict`](problems.md#limit-conflict), or `outside-life` or `outside-station`. Two limits that leave no "
        "day together are both left out and reported.\n"
        "- A line of liaison is as sure as the less sure of its stations, and undated where one of them is.\n"
        "- A rule that does not fit a data set is switched off in `datapackage.json`: "
        '`"inference": {"organisation": false}`.\n',
    ]
    for name, rule in INFERENCE_RULES.items():
        parts.append(f"## {name}\n\n{inspect.cleandoc(rule.limits_of.__doc__ or '')}\n")
    return "\n".join(parts)


_KIND_INTRODUCTIONS = {
    "Files": "Problems that prevent the cells of a table from being read.",
    "Cells": "Problems of a single cell.",
    "Rows": "Problems between rows.",
    "Findings": "Data that can be read but is unlikely to be true. If one row of `disagreements.csv` names all rows "
    "of a finding, the finding is accepted and reported as a note that names the disagreement. See "
    "[decision 7](../decisions/07-findings.md) for why these are checked and what they do not cover.",
}


def _problem_section(code: CatalogueEntry) -> str:
    parts = [f"### {code.code}\n\n{code.level.value.capitalize()}: {code.title}.\n\n{code.explanation}\n"]
    for name, lines in code.example_by_part().items():
        parts.append(f"{EXAMPLE_HEADINGS[name].capitalize()}:\n\n" + _code_block("\n".join(lines)))
        if name == "broken":
            parts.append(_code_block(_printed_problems(code)))
    return "\n".join(parts)


def _printed_problems(code: CatalogueEntry) -> str:
    """The problems of this code that the program reports for its broken example."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            found = geo.check(seeds.read(make_example(code.broken, Path(folder) / "small")))
        except seeds.DataErrors as error:
            found = error.problems
    return "\n".join(str(problem).replace(folder, "") for problem in found if problem.code == code.code)


def kiosk_settings_page() -> str:
    """The page of ``kiosk.toml``, of Chromium's flags and of its policies, from the program's own definitions."""
    parts = [
        "# kiosk.toml\n",
        "Made from `maps/kiosk/kiosk_config.py` and `maps/kiosk/chromium.py` by `python -m tools.reference_docs`. See [how to "
        "set up a kiosk](../kiosk.md).\n",
        "The file is [TOML](https://toml.io): a key belongs below the table, in brackets, that its name begins with. "
        "Every key is optional. All mistakes are reported together as `kiosk.toml:line: key: message; how to fix it`, "
        "before anything is written.\n",
    ]
    rows = (
        f"`{name}` | {_escaped_pipes(k.metadata['rule'].expected)} | {_default_text(k.default)} | {_escaped_pipes(k.metadata['meaning'])}"
        for name, k in config_keys().items()
    )
    switches = (f"`{as_switch(name, value)}` | {why}" for name, value, why in flags(KioskConfig()))
    settings = (f"`{name}`: `{json.dumps(value)}` | {why}" for name, value, why in policies(KioskConfig()))
    parts += [
        _table("| key | must be | if left out | meaning |", rows),
        "An example with every table:\n\n" + _code_block(example_file().read_text(encoding="utf-8").rstrip(), "toml"),
        "## Flags of Chromium\n\n" + _table("| | why |", switches),
        "## Policies of Chromium\n\n" + _table("| | why |", settings),
        "With `staff.counters`, the profile lies on the disk and is not incognito, and the staff page may save a file: these "
        "policies are `DownloadDirectory` and `PromptForDownloadLocation` in place of `DownloadRestrictions`.\n",
    ]
    return "\n".join(parts)


def _escaped_pipes(text: str) -> str:
    return text.replace("|", "\\|")


def _default_text(value: object) -> str:
    if value is None:
        return ""
    return f"`{json.dumps(list(value) if isinstance(value, tuple) else value)}`"


DOCUMENTED_PACKAGES: dict[str, tuple[ModuleType, tuple[Any, ...]]] = {
    "What is written": (
        seeds,
        (
            *(seeds.read, seeds.require, seeds.Dataset, seeds.DataErrors, seeds.dates.edtf.parse),
            *(date_in_words, write_starter_dataset),
        ),
    ),
    "Where": (geo, (geo.Gazetteer, geo.locate, geo.located, geo.name_in, geo.arc, geo.distance_km, geo.check)),
    "When, and with whom": (
        layers,
        (
            *(layers.period_layers, layers.PeriodLayers, layers.PeriodLayers.at, layers.PeriodLayers.within),
            *(layers.PeriodLayers.of, layers.PeriodLayers.network, layers.geojson, layers.write_geojson),
            *(layers.facts, layers.difference, layers.Difference.lines, layers.Difference.to_dict),
        ),
    ),
    "Shown": (
        maps,
        (
            *(maps.build, maps.atlas_page, maps.year_page, maps.PeriodNetwork, poster_svg, poster_png),
            *(report_document, read_borders, read_config, publish, roll_back, is_current, stale_reasons, watch),
        ),
    ),
}


def python_page() -> str:
    """The page of the library, from its docstrings."""
    parts = [
        "# The library\n",
        "Made from the docstrings by `python -m tools.reference_docs`. Each verb of the command line calls one function of "
        "these, and each can be used alone, after `from liaison_atlas import seeds, geo, layers, maps`; [a notebook](../notebook.py) shows them at work. Imports run one way: "
        "`seeds`, `geo`, `layers`, `maps`. Nothing prints, reads the environment or goes online unasked.\n",
        _table("| command | function |", (f"`liaison {verb}` | {text}" for verb, text in _FUNCTIONS_BY_VERB.items())),
    ]
    for title, (package, functions) in DOCUMENTED_PACKAGES.items():
        parts.append(f"## {title}: `{_short_name(package.__name__)}`\n")
        parts += [_function_section(function, package) for function in functions]
    return "\n".join(parts)


_FUNCTIONS_BY_VERB = {
    "check": "`seeds.read`, then `geo.check`",
    "locate": "`geo.locate`",
    "build": "`maps.build`",
    "build --check --diff": "`maps.site.manifest.is_current`, `maps.site.manifest.stale_reasons`, `layers.difference`",
    "build --watch": "`maps.site.watching.watch`",
    "export": "`layers.period_layers`, then `layers.write_geojson`",
    "diff": "`layers.facts` of both, then `layers.difference`",
    "publish": "`maps.kiosk.publishing.publish`, `maps.kiosk.publishing.roll_back`",
    "init": "`seeds.tables.starter.write_starter_dataset`",
}


def _short_name(name: str) -> str:
    return name.removeprefix("liaison_atlas.")


def _function_section(function: Any, package: ModuleType) -> str:
    """A function or class with its signature and its docstring."""
    # Named by the package that exports it, or else by its module.
    is_offered = hasattr(package, function.__qualname__.split(".")[0])
    name = _short_name(f"{package.__name__ if is_offered else function.__module__}.{function.__qualname__}")
    # The text below a numpydoc heading is shown as it is written.
    text, *sections = re.split(r"^(\w[\w ]*)\n-{3,}$", inspect.getdoc(function) or "", flags=re.MULTILINE)
    below = zip(sections[::2], sections[1::2], strict=True)
    text = text.strip() + "".join(f"\n\n{heading}:\n\n{_code_block(body.strip())}".rstrip() for heading, body in below)
    signature = inspect.signature(function) if not inspect.isclass(function) or package is maps else ""
    return f"### `{name}`\n\n{_code_block(name + _signature_text(signature), 'python')}\n{text}\n"


def _signature_text(signature: Any) -> str:
    """A signature with its types as written, and without the address of a default."""
    return re.sub(r"<function <lambda> at [^>]*>", "...", str(signature)).replace("'", "")


PAGES = {
    "python.md": python_page,
    "kiosk.md": kiosk_settings_page,
    "tables.md": tables_page,
    "command-line.md": command_line_page,
    "problems.md": problems_page,
    "inference.md": inference_page,
}

if __name__ == "__main__":
    for name, page in PAGES.items():
        (REFERENCE_FOLDER / name).write_text(page(), encoding="utf-8")
