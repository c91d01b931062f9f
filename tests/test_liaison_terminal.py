"""What the command line shows on a terminal: colours and a bar, with every text of the data as it is written."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from shared_data import copy_of_two_years

from liaison_atlas.verbs import cli_output

__all__ = ["copy_of_two_years"]

Setter = Callable[..., None]
ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def on_a_terminal(*words: str | Path) -> tuple[int, str]:
    """The exit code of a call, and all that it writes to a terminal of 80 columns."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80"}
    environment.pop("NO_COLOR", None)
    command = [sys.executable, "-m", "liaison_atlas", *map(str, words)]
    with subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, cwd=Path(__file__).parent.parent
    ) as process:
        os.close(theirs)
        written = b""
        try:
            while part := os.read(ours, 65536):
                written += part
        except OSError:  # the other end is closed
            pass
    os.close(ours)
    return process.returncode, written.decode().replace("\r\n", "\n")


def test_a_problem_is_coloured_and_nothing_in_it_is_taken_for_markup_or_a_command_of_the_terminal(
    copy_of_small: Path, set_cell: Setter
) -> None:
    set_cell("posts", 2, "station", "[red]x[/red] [p. 5] :smile: \x1b[31m")
    code, shown = on_a_terminal("check", copy_of_small)
    assert code == cli_output.EXIT_DATA_ERRORS
    problem = next(line for line in shown.splitlines() if "posts.csv:2:" in line)
    assert problem.startswith("\x1b[31m")
    plain = ESCAPE.sub("", problem)
    assert "[red]x[/red] [p. 5] :smile:" in plain
    assert "\\x1b" in plain
    piped = subprocess.run(
        [sys.executable, "-m", "liaison_atlas", "check", str(copy_of_small)],
        capture_output=True,
        text=True,
        check=False,
    ).stdout
    assert ESCAPE.sub("", shown) == piped
    assert "\x1b" not in piped


def test_a_build_shows_how_far_it_is_and_leaves_one_line(copy_of_two_years: Path, tmp_path: Path) -> None:
    code, shown = on_a_terminal("build", copy_of_two_years, "-o", tmp_path / "site", "-j", "1")
    assert code == cli_output.EXIT_DONE
    assert "100%" in shown
    assert "atlas.html" in shown
    assert (
        ESCAPE.sub("", shown.rpartition("\x1b[2K")[2]).strip() == f"Open {(tmp_path / 'site' / 'index.html').as_uri()}"
    )


def test_candidates_are_a_table_with_every_text_of_the_data_as_it_is_written(
    copy_of_small: Path, set_cell: Setter
) -> None:
    for column, text in {"name": "[red]Brno[/red] [p. 5]", "query": "Brno", "kind": "settlement"}.items():
        set_cell("places", 9, column, text)
    code, shown = on_a_terminal("locate", copy_of_small)
    assert code == cli_output.EXIT_DONE
    plain = ESCAPE.sub("", shown)
    assert "[red]Brno[/red] [p. 5]" in plain
    assert re.search(r"score +candidate +position +within +identifier +reasons", plain)
    assert "16.6" in plain
    assert "places without a position" in plain
