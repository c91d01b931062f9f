"""``liaison check``: report everything that is wrong with a data set."""

from __future__ import annotations

import argparse
from pathlib import Path

from liaison_atlas.verbs import cli_output

HELP = "check a data set and report every problem"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Define the arguments of the verb."""
    cli_output.add_dataset_argument(parser)
    parser.add_argument("--explain", metavar="CODE", help="explain a problem code, with an example")


def run(output: cli_output.OutputSettings, *, dataset: Path | None, explain: str | None) -> int:
    """``liaison check``: print every problem of a data set."""
    if explain is not None:
        return _explain_code(explain, output)
    from liaison_atlas import geo, seeds

    try:
        data = seeds.read(cli_output.dataset_folder(dataset))
        problems, claims = geo.check(data), len(data.claims)
    except seeds.DataErrors as error:
        problems, claims = error.problems, 0
    counts = {level: sum(problem.level is level for problem in problems) for level in seeds.Level}
    code = cli_output.EXIT_DATA_ERRORS if counts[seeds.Level.ERROR] else cli_output.EXIT_DONE
    if output.json:
        found = [problem.to_dict() for problem in problems]
        cli_output.print_json({"ok": code == cli_output.EXIT_DONE, "exit": code, "claims": claims, "problems": found})
        return code
    for problem in problems:
        cli_output.print_problem(problem)
    counts_text = [
        f"{number} {level.value}{'s' if number != 1 else ''}"
        for level, number in counts.items()
        if number or level is not seeds.Level.NOTE
    ]
    cli_output.print_line(f"{claims} claims; {', '.join(counts_text)}", style="bold red" if code else "bold green")
    return code


def _explain_code(name: str, output: cli_output.OutputSettings) -> int:
    """Print the meaning of a code."""
    from liaison_atlas.seeds.checks.problem_catalogue import ENTRIES_BY_CODE
    from liaison_atlas.seeds.tables.problems import did_you_mean, quoted

    code = ENTRIES_BY_CODE.get(name)
    if code is None:
        remedy = did_you_mean(name, list(ENTRIES_BY_CODE), "docs/reference/problems.md lists them")
        raise cli_output.CommandError(f"there is no problem code {quoted(name)}; {remedy}")
    if output.json:
        entry = {"code": code.code, "level": code.level.value, "title": code.title, "explanation": code.explanation}
        cli_output.print_json({"ok": True, "exit": cli_output.EXIT_DONE, **entry, **code.example_by_part()})
    else:
        print(code)
    return cli_output.EXIT_DONE
