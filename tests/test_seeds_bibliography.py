"""The bibliography as reference managers write it, and as it should not be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from liaison_atlas.seeds.sources.bibliography import read_bibliography
from liaison_atlas.seeds.tables.problems import Problem


def read(folder: Path, text: str) -> tuple[list[Problem], list[tuple[tuple[str, str], ...]], list[str]]:
    (folder / "sources.bib").write_text(text, encoding="utf-8")
    sources, _, problems = read_bibliography(folder)
    return problems, [source.authors for source in sources.values()], [source.title for source in sources.values()]


def test_accents_of_latex_are_read_in_names_and_titles(tmp_path: Path) -> None:
    entry = (
        r"@book{A, kind={memoir}, author={G{\"o}del, K{\'u}rt and {{\"O}sterreichisches {\"A}mt} and \v{C}apek, J.}, "
        r"title={{\"U}ber {\L}{\'o}d{\'z} \& 100% more}}"
    )
    problems, authors, titles = read(tmp_path, entry)
    assert problems == []
    assert authors == [(("Gödel", "Kúrt"), ("Österreichisches Ämt", ""), ("Čapek", "J."))]
    assert titles == ["Über Łódź & 100% more"]


def test_an_address_is_kept_to_its_last_character(tmp_path: Path) -> None:
    address = "https://example.org/a%20b--c_d~e?x=1&y=2#z"
    (tmp_path / "sources.bib").write_text("@misc{A, kind={archive}, title={T}, url={" + address + "}}")
    sources, _, _ = read_bibliography(tmp_path)
    assert sources["A"].field("url") == address


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("@book{A, title={x", "Unexpectedly reached end of file; correct the entry"),
        ("@book{A title={x}}", "Expected comma after entry key"),
        ("@book{A, title={x}, title={y}}", "Duplicate field keys on entry: 'title'; correct the entry"),
        ("@book{A, kind={memoir}, author={a,b,c,d}, title={x}}", "(too many commas)"),
        ("@book{A, kind={memoir}, title={" + "{" * 3000 + "}" * 3000 + "}}", "nested too deeply"),
        ("@book{A, kind={memoir}, title={x}}\0", "NUL"),
    ],
)
def test_a_broken_entry_is_reported_with_its_reason_and_nothing_is_printed(
    tmp_path: Path, text: str, words: str, capfd: pytest.CaptureFixture[str]
) -> None:
    [problem], _, _ = read(tmp_path, text)
    assert words in problem.message
    assert capfd.readouterr() == ("", "")


def test_a_pipe_in_place_of_a_bibliography_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "sources.bib")
    _, _, [problem] = read_bibliography(tmp_path)
    assert problem.code == "unreadable-file"
