"""Write the generated pages of the reference: ``python -m tools.reference``. Tests hold them current."""

from __future__ import annotations

import contextlib
import inspect
import io
import json
import os
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

import geo
import layers
import liaison
import maps
import seeds
import seeds.edtf
from maps.borders import read_borders
from maps.kiosk.chromium import as_switch, flags, policies
from maps.kiosk.config import KioskConfig, example, keys
from maps.kiosk.reading import read_config
from maps.manifest import changed_inputs, is_current
from maps.poster import poster_png, poster_svg
from maps.publish import publish, roll_back
from maps.report import report
from maps.watching import watch
from seeds.codes import KINDS, Code
from seeds.datewords import in_words
from seeds.schema import Field, read_package
from seeds.starter import begin
from tools.examples import make

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "reference"


def tables() -> str:
    """The page of the tables, from the schema of the OMS data set."""
    package, problems = read_package(ROOT / "seeds" / "oms")
    if package is None:
        raise SystemExit("\n".join(map(str, problems)))
    parts = [
        "# The tables of a data set\n",
        "Made from `seeds/oms/datapackage.json` by `python -m tools.reference`; change the schema, not this page.\n",
        "A cell is text without white space around it. *Required* cells are filled in every row. An empty cell "
        "means that it is not known. Lists are separated by semicolons.\n",
    ]
    for table in package.tables:
        parts.append(f"## {table.path}\n\n{table.description}\n")
        rows = ["| column | holds | |", "| --- | --- | --- |"]
        rows += [
            f"| `{field.name}` | {_holds(field)} | {'required' if field.required else ''} |" for field in table.fields
        ]
        parts.append("\n".join(rows) + "\n")
    return "\n".join(parts)


def _holds(field: Field) -> str:
    told = field.description.replace("|", "\\|")
    if field.format == "edtf":
        told += " A date, see [dates](dates.md)."
    if field.categories:
        told += " One of " + ", ".join(f"`{value}`" for value, _ in field.categories) + "."
    if field.references and field.references != "any":
        told += f" An `id` of {field.references}.csv."
    if field.minimum is not None and field.maximum is not None:
        told += f" From {field.minimum:g} to {field.maximum:g}."
    return told


def command_line() -> str:
    """The page of the command line, from the program's own help."""
    parts = [
        "# The command line\n",
        "Made from the program's own help by `python -m tools.reference`.\n",
    ]
    for words in ([], ["check"], ["locate"], ["build"], ["export"], ["diff"], ["deps"], ["publish"], ["init"]):
        printed = io.StringIO()
        os.environ["COLUMNS"] = "100"  # argparse breaks lines by the width of the terminal
        with contextlib.redirect_stdout(printed), contextlib.suppress(SystemExit):
            liaison.main([*words, "--help"])
        parts.append(f"## {' '.join(['liaison', *words])}\n\n```text\n{printed.getvalue().rstrip()}\n```\n")
    return "\n".join(parts)


def problems() -> str:
    """The page of the problem codes, from their explanations and what the program says of their examples."""
    parts = [
        "# Problems\n",
        "Made from `seeds/codes/` by `python -m tools.reference`; `liaison check --explain CODE` prints one of them.\n",
        "`liaison check` tells every problem as `file:line:column: code: message, and the way out`. Lines and columns "
        "count from 1; a column is a cell, not a character. An *error* stops a build. A *warning* asks for a look: the "
        "build goes on. A *note* is only told.\n",
        "The examples change the small data set in `tests/small`; below each stands what the program says of it.\n",
    ]
    for kind, codes in KINDS.items():
        rows = ["| code | level | says |", "| --- | --- | --- |"]
        rows += [f"| [`{code.code}`](#{code.code}) | {code.level.value} | {code.title} |" for code in codes]
        parts.append(f"## {kind}\n\n{_KINDS[kind]}\n\n" + "\n".join(rows) + "\n")
        parts += [_explained(code) for code in codes]
    return "\n".join(parts)


_KINDS = {
    "Files": "What is wrong before the cells of a table can be read.",
    "Cells": "What one cell must look like, whatever stands in the others.",
    "Rows": "What must hold between rows.",
    "Findings": "What can be read and cannot well be true. A finding whose rows are all named by one row of "
    "`disagreements.csv` is accepted: it is told as a note, with that disagreement, and is evidence from then on. Why "
    "just these, and what they leave alone, says [a decision](../decisions/07-findings.md).",
}


def _explained(code: Code) -> str:
    parts = [f"### {code.code}\n\n{code.level.value.capitalize()}: {code.title}.\n\n{code.explanation}\n"]
    for name, lines in code.example.told().items():
        told = "\n".join(lines)
        parts.append(f"{name.capitalize()}:\n\n```text\n{told}\n```\n")
        if name == "broken":
            parts.append(f"```text\n{_said(code)}\n```\n")
    return "\n".join(parts)


def _said(code: Code) -> str:
    """What the program says of a broken example: the problems of this code."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            found = geo.check(seeds.read(make(code.example.broken, Path(folder) / "small")))
        except seeds.DataErrors as error:
            found = error.problems
    return "\n".join(str(problem).replace(folder, "") for problem in found if problem.code == code.code)


def kiosk() -> str:
    """The page of ``kiosk.toml``, of Chromium's flags and of its policies, from what the program itself reads."""
    parts = [
        "# kiosk.toml\n",
        "Made from `maps/kiosk/config.py` and `maps/kiosk/chromium.py` by `python -m tools.reference`. How a kiosk is "
        "set up says [another page](../kiosk.md).\n",
        "The file is [TOML](https://toml.io): a key stands below the table, in brackets, that its name begins with. "
        "Every key may be left out. What is wrong is told as `kiosk.toml:line: key: message, and the way out`, all of "
        "it at once, before anything is written.\n",
    ]
    rows = ["| key | must be | if left out | meaning |", "| --- | --- | --- | --- |"]
    rows += [
        f"| `{k.name}` | {_bar(k.rule.told)} | {_default(k.default)} | {_bar(k.meaning)} |" for k in keys().values()
    ]
    parts.append("\n".join(rows) + "\n")
    parts.append("An example with every table:\n\n```toml\n" + example().read_text(encoding="utf-8") + "```\n")
    for title, told in (
        ("Flags of Chromium", [(f"`{as_switch(n, v)}`", why) for n, v, why in flags(KioskConfig())]),
        ("Policies of Chromium", [(f"`{n}`: `{json.dumps(v)}`", why) for n, v, why in policies(KioskConfig())]),
    ):
        rows = ["| | why |", "| --- | --- |", *(f"| {name} | {why} |" for name, why in told)]
        parts.append(f"## {title}\n\n" + "\n".join(rows) + "\n")
    parts.append(_COUNTERS)
    return "\n".join(parts)


_COUNTERS = """\
With `staff.counters`, the profile lies on the disk and is not incognito, and the staff page may save a file: these \
policies are `DownloadDirectory` and `PromptForDownloadLocation` in place of `DownloadRestrictions`.
"""


def _bar(text: str) -> str:
    return text.replace("|", "\\|")


def _default(value: object) -> str:
    if value is None:
        return ""
    return f"`{json.dumps(list(value) if isinstance(value, tuple) else value)}`"


PYTHON: dict[str, tuple[str, tuple[Any, ...]]] = {
    "What is written: `seeds`": (
        "seeds",
        (seeds.read, seeds.require, seeds.Dataset, seeds.DataErrors, seeds.edtf.parse, in_words, begin),
    ),
    "Where: `geo`": (
        "geo",
        (geo.Gazetteer, geo.locate, geo.located, geo.name_in, geo.arc, geo.distance_km, geo.check),
    ),
    "When, and with whom: `layers`": (
        "layers",
        (
            *(layers.period_layers, layers.PeriodLayers, layers.PeriodLayers.at, layers.PeriodLayers.within),
            *(layers.PeriodLayers.of, layers.PeriodLayers.network, layers.geojson, layers.write_geojson),
            *(layers.facts, layers.difference, layers.Difference.lines, layers.Difference.document),
        ),
    ),
    "Shown: `maps`": (
        "maps",
        (
            *(maps.build, maps.atlas_page, maps.year_page, maps.PeriodNetwork, poster_svg, poster_png),
            *(report, read_borders, read_config, publish, roll_back, is_current, changed_inputs, watch),
        ),
    ),
}


def python() -> str:
    """The page of the library, from its docstrings."""
    parts = [
        "# The library\n",
        "Made from the docstrings by `python -m tools.reference`. Each verb of the command line calls one function of "
        "these, and each can be used alone; [a notebook](../notebook.py) shows them at work. Imports run one way: "
        "`seeds`, `geo`, `layers`, `maps`. Nothing prints, reads the environment or goes online unasked.\n",
        "| command | function |\n| --- | --- |\n"
        + "\n".join(f"| `liaison {verb}` | {told} |" for verb, told in _CALLS)
        + "\n",
    ]
    for title, (package, functions) in PYTHON.items():
        parts.append(f"## {title}\n")
        parts += [_documented(function, package) for function in functions]
    return "\n".join(parts)


_CALLS = (
    ("check", "`seeds.read`, then `geo.check`"),
    ("locate", "`geo.locate`"),
    ("build", "`maps.build`"),
    ("build --check --diff", "`maps.manifest.is_current`, `maps.manifest.changed_inputs`, `layers.difference`"),
    ("build --watch", "`maps.watching.watch`"),
    ("export", "`layers.period_layers`, then `layers.write_geojson`"),
    ("diff", "`layers.facts` of both, then `layers.difference`"),
    ("publish", "`maps.publish.publish`, `maps.publish.roll_back`"),
    ("init", "`seeds.starter.begin`"),
)


def _documented(function: Any, package: str) -> str:
    """A function or class with its signature and its docstring."""
    public = function.__qualname__ if getattr(sys.modules[package], function.__qualname__.split(".")[0], None) else None
    name = f"{package}.{public}" if public else f"{function.__module__}.{function.__qualname__}"
    # What stands below a heading of numpy's is shown as it is written.
    text, *sections = re.split(r"^(\w[\w ]*)\n-{3,}$", inspect.getdoc(function) or "", flags=re.MULTILINE)
    below = zip(sections[::2], sections[1::2], strict=True)
    text = text.strip() + "".join(f"\n\n{heading}:\n\n```text\n{body.strip()}\n```" for heading, body in below)
    told = inspect.signature(function) if not inspect.isclass(function) or package == "maps" else ""
    return f"### `{name}`\n\n```python\n{name}{_plain(told)}\n```\n\n{text}\n"


def _plain(signature: Any) -> str:
    """A signature with its types as they are written, and no address of a default in it."""
    return re.sub(r"<function <lambda> at [^>]*>", "...", str(signature)).replace("'", "")


PAGES = {
    "python.md": python,
    "kiosk.md": kiosk,
    "tables.md": tables,
    "command-line.md": command_line,
    "problems.md": problems,
}

if __name__ == "__main__":
    for name, page in PAGES.items():
        (FOLDER / name).write_text(page(), encoding="utf-8")
