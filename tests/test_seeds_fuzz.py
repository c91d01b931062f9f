"""No data set causes a traceback."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from random import Random

import pytest
from conftest import OMS, SMALL
from mutate import mutate, reduced, write
from test_seeds_workbook import workbook_of

from liaison_atlas import geo, layers, seeds
from liaison_atlas.maps.pages.report import report_document
from liaison_atlas.seeds.tables.problems import Problem

BATCHES = 5
COPIES = {OMS: 90, SMALL: 30}


def problems_of(folder: Path) -> tuple[Problem, ...]:
    """The problems of a folder; where none is an error, layers and report are made of it too."""
    try:
        data = seeds.read(folder)
    except seeds.DataErrors as error:
        return error.problems or pytest.fail("an error without a problem")
    problems = geo.check(data)
    if not data.errors:
        layers.period_layers(data)
        report_document(data, problems)
    return problems


def sound(problems: tuple[Problem, ...]) -> bool:
    return all(p.line >= 1 and p.column >= 1 and str(p).isprintable() for p in problems) and list(problems) == sorted(
        problems
    )


@pytest.mark.parametrize("batch", range(BATCHES))
@pytest.mark.parametrize("dataset", [OMS, SMALL], ids=["oms", "small"])
def test_a_mutant_of_a_data_set_is_read_or_refused_without_output(
    dataset: Path, batch: int, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """600 copies with five changes each on the average, so some 3 000 changes, always the same.

    A copy has the places, people and stations of its data set and a few rows of each other table, sampled anew for
    each: complete tables of the OMS would take ten times as long. A quarter of the copies are of the small data set,
    which has a row of every kind. The changes are of bytes, of cells, rows and columns, of the encoding, and of the
    descriptor; warnings are errors here as everywhere in the suite.
    """
    for number in range(batch * COPIES[dataset], (batch + 1) * COPIES[dataset]):
        chance = Random(number)
        files = reduced(dataset, chance)
        mutate(files, chance)
        folder = tmp_path / str(number)
        folder.mkdir()
        write(files, folder, chance)
        assert sound(problems_of(folder)), f"mutant {number}"
    assert capfd.readouterr() == ("", "")


def test_the_complete_oms_with_many_changes_is_read_or_refused(tmp_path: Path) -> None:
    """Complete tables, a few times only."""
    for number in range(8):
        chance = Random(-number - 1)
        files = {path.name: path.read_bytes() for path in OMS.iterdir() if path.suffix in (".csv", ".bib", ".json")}
        for _ in range(4):
            mutate(files, chance)
        folder = tmp_path / str(number)
        folder.mkdir()
        write(files, folder, chance)
        assert sound(problems_of(folder)), f"mutant {number}"


def test_a_mutant_of_a_workbook_is_read_or_refused_without_output(
    copy_of_small: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Bytes of the archive, and bytes of the sheets in it."""
    path = copy_of_small / "tables.xlsx"
    workbook_of(copy_of_small).save(path)
    raw = path.read_bytes()
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for number in range(80):
        chance = Random(number)
        if number % 2:
            at = chance.randrange(len(raw))
            path.write_bytes(raw[:at] + chance.randbytes(chance.randint(0, 9)) + raw[at + chance.randint(0, 9) :])
        else:
            changed = dict(parts)
            for _ in range(3):
                name = chance.choice(sorted(changed))
                content = changed[name]
                at = chance.randrange(len(content))
                piece = chance.choice(
                    (b"", b"<", b"9999999", b'r="ZZZ9"', b"\0", b"&x;", b"1e999", b"-1", b"</c>", b't="d"')
                )
                changed[name] = content[:at] + piece + content[at + chance.randint(0, 6) :]
            with zipfile.ZipFile(path, "w") as archive:
                for name, content in changed.items():
                    archive.writestr(name, content)
        assert sound(problems_of(copy_of_small)), f"mutant {number}"
    assert capfd.readouterr() == ("", "")
