"""Write the generated pages of the reference: ``python -m tools.reference``. Tests hold them current."""

from __future__ import annotations

import contextlib
import io
import os
from pathlib import Path

import liaison
from seeds.schema import Field, read_package

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
    for words in ([], ["check"], ["build"], ["export"], ["init"]):
        printed = io.StringIO()
        os.environ["COLUMNS"] = "100"  # argparse breaks lines by the width of the terminal
        with contextlib.redirect_stdout(printed), contextlib.suppress(SystemExit):
            liaison.main([*words, "--help"])
        parts.append(f"## {' '.join(['liaison', *words])}\n\n```text\n{printed.getvalue().rstrip()}\n```\n")
    return "\n".join(parts)


PAGES = {"tables.md": tables, "command-line.md": command_line}

if __name__ == "__main__":
    for name, page in PAGES.items():
        (FOLDER / name).write_text(page(), encoding="utf-8")
