"""A broken cell is reported by file, line, column and code, all at once, with the remedy."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Setter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liaison_atlas import seeds


def errors_of(folder: Path) -> list[str]:
    return [str(problem) for problem in seeds.read(folder).errors]


BROKEN = [
    # table, line, column, new text, the beginning of the problem, words of its message
    ("posts", 2, "station", "viena", "posts.csv:2:5: unknown-id:", 'did you mean "vienna"?'),
    ("posts", 2, "person", "", "posts.csv:2:2: missing-value:", "fill it in"),
    (
        "posts",
        2,
        "relative",
        "after post:boris-viena",
        "posts.csv:2:12: relative-date:",
        'did you mean "post:boris-vienna"?',
    ),
    ("stations", 2, "not_before", "../1925", "stations.csv:2:13: date:", "has no first day"),
    ("stations", 2, "not_after", "1925/..", "stations.csv:2:14: date:", "has no last day"),
    ("posts", 2, "sources", "Example1930[1] through Example1930[2]", "posts.csv:2:10: citation:", "through itself"),
    ("posts", 3, "when", "circa 1927", "posts.csv:3:7: date:", "write 1927~"),
    ("posts", 3, "when", "1927-02-30", "posts.csv:3:7: date:", "this day does not exist in the calendar"),
    ("posts", 2, "role", "heda", "posts.csv:2:3: unknown-value:", 'did you mean "head"?'),
    ("posts", 2, "certainty", "sure", "posts.csv:2:8: unknown-value:", "certain, less-certain, uncertain"),
    ("posts", 2, "sources", "", "posts.csv:2:10: uncited:", "cite a source"),
    ("posts", 2, "sources", "Exampel1930[12]", "posts.csv:2:10: unknown-source:", 'did you mean "Example1930"?'),
    ("posts", 2, "sources", "Example1930[12", "posts.csv:2:10: citation:", "Key[locator]"),
    ("posts", 3, "id", "anna-vienna", "posts.csv:3:1: duplicate-id:", "is already in line 2"),
    ("posts", 2, "id", "Anna Vienna", "posts.csv:2:1: pattern:", "must match"),
    ("stations", 3, "reports_to", "vienna; prag", "stations.csv:3:5: unknown-id:", '"prag"'),
    ("located", 2, "lat", "91", "located.csv:2:3: range:", "from -90 to 90"),
    ("located", 2, "lon", "16,37", "located.csv:2:2: number:", "a decimal point, not a comma"),
    ("located", 3, "place", "vienna", "located.csv:3:1: duplicate-id:", "unique"),
    ("located", 2, "accepted_on", "1.1.2026", "located.csv:2:8: date:", "YYYY-MM-DD"),
    ("located", 2, "accuracy_m", "nan", "located.csv:2:4: number:", "must be a number"),
    ("journeys", 4, "relative", "soon after event:vienna-search", "journeys.csv:4:10: relative-date:", "has the form"),
    (
        "journeys",
        4,
        "relative",
        "P6M after event:nothing",
        "journeys.csv:4:10: relative-date:",
        "no claim event:nothing",
    ),
    (
        "journeys",
        4,
        "relative",
        "P6M after journey:arrival",
        "journeys.csv:4:10: relative-date:",
        "depend on each other",
    ),
    ("events", 2, "stations", "camp", "events.csv:2:6: mixed-strands:", "its own strand"),
    ("events", 2, "sources", "Example1930; Novel1950", "events.csv:2:11: mixed-strands:", "a separate row"),
    ("disagreements", 2, "rows", "event:founding", "disagreements.csv:2:4: one-sided:", "two rows"),
    (
        "disagreements",
        2,
        "rows",
        "event:founding; evnt:founding",
        "disagreements.csv:2:4: unknown-row:",
        "did you mean",
    ),
    ("coverage", 2, "rows", "", "coverage.csv:2:3: uncovered:", "neither rows nor a reason"),
    ("coverage", 3, "sentence", "1", "coverage.csv:3:2: duplicate-id:", "combine them"),
    ("documents", 2, "sentences", "3", "documents.csv:2:5: uncovered:", "no row for sentence 3"),
    ("places", 8, "within", "vienna-office", "places.csv:8:5: nested-in-itself:", "break the cycle"),
    ("names", 3, "from", "1950", "names.csv:3:5: ends-before-it-begins:", "ends"),
]


@pytest.mark.parametrize(("table", "line", "column", "text", "begins", "words"), BROKEN)
def test_a_broken_cell_is_named_by_file_line_column_and_code(
    copy_of_small: Path, set_cell: Setter, table: str, line: int, column: str, text: str, begins: str, words: str
) -> None:
    set_cell(table, line, column, text)
    problems = errors_of(copy_of_small)
    matching = [problem for problem in problems if problem.startswith(begins)]
    assert matching, problems
    assert words in matching[0]


def test_all_problems_are_reported_at_once_in_the_order_of_the_files(copy_of_small: Path, set_cell: Setter) -> None:
    set_cell("posts", 4, "when", "1927-13")
    set_cell("posts", 2, "when", "sometime")
    set_cell("located", 2, "lat", "95")
    places = [problem.split(": ")[0] for problem in errors_of(copy_of_small)]
    assert places == sorted(places)
    assert {"located.csv:2:3", "posts.csv:2:7", "posts.csv:4:7"} <= set(places)


def test_a_missing_column_is_named_once_and_the_other_tables_are_still_checked(
    copy_of_small: Path, set_cell: Setter
) -> None:
    path = copy_of_small / "posts.csv"
    path.write_text(path.read_text().replace("certainty", "certainity", 1))
    set_cell("located", 2, "lat", "95")
    problems = errors_of(copy_of_small)
    assert [p.split(": ")[0] for p in problems] == ["located.csv:2:3", "posts.csv:1:8"]
    assert problems[1].endswith(
        'missing-column: there is no column "certainty", but there is "certainity"; did you mean "certainty"?'
    )
    assert not any(p.code == "unknown-column" for p in seeds.read(copy_of_small).problems)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("ID,person,relation,other,station,when,certainty,rank,sources,note", {"1:1": "id"}),
        (
            "id,PERSON,Relation,other,station,when,certainty,rank,sources,Notes",
            {"1:10": "note", "1:2": "person", "1:3": "relation"},
        ),
        ("id,person,relation,other,station,when,certainty,Sources,source,rank,note", {"1:8": "sources"}),
    ],
)
def test_a_column_under_another_name_is_reported_once_at_its_position(
    copy_of_small: Path, header: str, expected: dict[str, str]
) -> None:
    path = copy_of_small / "ties.csv"
    path.write_text("\n".join([header, *path.read_text().split("\n")[1:]]))
    problems = {p.split(": ")[0]: p for p in errors_of(copy_of_small)}
    assert problems.keys() == {f"ties.csv:{place}" for place in expected}
    for place, column in expected.items():
        assert f': missing-column: there is no column "{column}", but there is ' in problems[f"ties.csv:{place}"]
        assert problems[f"ties.csv:{place}"].endswith(f'; did you mean "{column}"?')


@pytest.mark.parametrize(
    "first", ["The ties of Anna", "anna-boris,anna,served-under,boris,vienna,1927,certain,,X[1],", "a|b|c"]
)
def test_a_first_row_that_names_no_column_is_reported_once(copy_of_small: Path, first: str) -> None:
    path = copy_of_small / "ties.csv"
    path.write_text(f"{first}\n{path.read_text()}")
    assert errors_of(copy_of_small) == [
        "ties.csv:1:1: missing-column: the first row does not name the columns of the schema; begin with a header row:"
        " id,person,relation,other,certainty,sources and more"
    ]


def test_a_row_that_is_too_short_is_reported_with_its_own_remedy(copy_of_small: Path) -> None:
    path = copy_of_small / "ties.csv"
    path.write_text(path.read_text().replace("boris-unnamed,boris,knew,unnamed,,", "boris-unnamed,boris,knew,unnamed"))
    [problem] = errors_of(copy_of_small)
    assert problem.startswith(
        "ties.csv:3:9: row-width: the row has 8 cells, but the header has 10; add the missing separators"
    )
    path.write_text(path.read_text().replace("knew,unnamed,", "knew,unnamed,,,").replace("[5],", "[5],x,y"))
    [problem] = errors_of(copy_of_small)
    assert problem.endswith(
        "the row has 11 cells, but the header has 10; put a cell that contains the separator in quotation marks"
    )


@pytest.mark.parametrize(
    "value", ["#REF!", "#N/A", "#DIV/0!", "#NAME?", "#BEZUG!", "#NV", "#¡VALOR!", "#ССЫЛКА!", "Err:502"]
)
def test_an_error_of_a_spreadsheet_in_a_cell_is_a_problem_of_that_cell(
    copy_of_small: Path, set_cell: Setter, value: str
) -> None:
    set_cell("posts", 2, "note", value)
    set_cell("posts", 2, "title", value)
    assert [p.split(": ")[:2] for p in errors_of(copy_of_small)] == [
        ["posts.csv:2:4", "error-value"],
        ["posts.csv:2:11", "error-value"],
    ]


@pytest.mark.parametrize("text", ["#12", "# 3!", "#ref", "Error: none", "No. #N/A", "#"])
def test_a_text_that_only_looks_like_an_error_of_a_spreadsheet_is_read(
    copy_of_small: Path, set_cell: Setter, text: str
) -> None:
    set_cell("posts", 2, "note", text)
    assert errors_of(copy_of_small) == []
    assert seeds.read(copy_of_small).posts[0].note == text


def test_another_encoding_is_named_with_line_and_column_and_never_mangled(copy_of_small: Path) -> None:
    path = copy_of_small / "people.csv"
    path.write_bytes(path.read_bytes().replace(b"Boris Example", "Börís Example".encode("cp1252")))
    problems = errors_of(copy_of_small)
    assert any(p.startswith("people.csv:3:2: encoding:") and "UTF-8" in p for p in problems), problems


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("separator", [b",", b";", b"\t"])
@pytest.mark.parametrize(
    ("row", "place"),
    [
        ("boris,Börís Example,,1890,1937,Example1930[13],", "3:2"),
        ("börís,Boris Example,,1890,1937,Example1930[13],", "3:1"),
        ('boris,"Boris; the, other","a ""b"", c",1890,1937,Example1930[13],é', "3:7"),
        ('boris,"Boris, Börís",,1890,1937,Example1930[13],', "3:2"),
        ('boris,"Boris\r\nwas, here\r\nas, Börís",,1890,1937,Example1930[13],', "3:2"),
    ],
)
def test_the_cell_of_another_encoding_is_counted_as_every_cell_is(
    copy_of_small: Path, mark: bytes, separator: bytes, row: str, place: str
) -> None:
    path = copy_of_small / "people.csv"
    lines = path.read_bytes().split(b"\n")
    lines[2] = row.encode("cp1252")
    path.write_bytes(mark + b"\n".join(line.replace(b",", separator) for line in lines))
    [problem] = [p for p in errors_of(copy_of_small) if ": encoding: " in p]
    assert problem.startswith(
        f"people.csv:{place}: encoding: byte 0x{'é'.encode('cp1252').hex() if 'é' in row else 'f6'} "
    )


@pytest.mark.parametrize("change", ["bom", "crlf", "semicolon", "tab", "trailing"])
def test_tables_saved_by_spreadsheets_are_read_correctly(copy_of_small: Path, change: str) -> None:
    before = seeds.read(copy_of_small)
    path = copy_of_small / "ties.csv"
    text = path.read_text()
    path.write_bytes(
        {
            "bom": b"\xef\xbb\xbf" + text.encode(),
            "crlf": text.replace("\n", "\r\n").encode(),
            "semicolon": text.replace(",", ";").encode(),
            "tab": text.replace(",", "\t").encode(),
            "trailing": (text + ",,,,,,,,,\n\n").encode(),
        }[change]
    )
    after = seeds.read(copy_of_small)
    assert after.problems == before.problems
    assert after.ties == before.ties


@pytest.mark.parametrize("hint", ["sep=;", '"sep=,"', "SEP=;", "sep=|", "sep=,,,,,,,,,", "\ufeffsep=;"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_hint_of_excel_above_a_table_is_no_row_of_it_and_counts_as_a_line(
    copy_of_small: Path, hint: str, end: str
) -> None:
    before = seeds.read(copy_of_small)
    path = copy_of_small / "ties.csv"
    separator = "|" if hint == "sep=|" else ";"
    lines = path.read_text().replace(",", separator).splitlines()
    path.write_bytes(end.join([hint, *lines, ""]).encode())
    after = seeds.read(copy_of_small)
    assert after.problems == before.problems
    assert [(tie.id, tie.line) for tie in after.ties] == [(tie.id, tie.line + 1) for tie in before.ties]
    path.write_bytes(end.join([hint, *lines, f"x{separator}y", ""]).encode())
    assert [p.split(": ")[0] for p in errors_of(copy_of_small)] == ["ties.csv:5:3"]


def test_a_quoted_line_break_keeps_the_lines_counted(copy_of_small: Path, set_cell: Setter) -> None:
    set_cell("posts", 2, "note", "one\ntwo\nthree")
    path = copy_of_small / "posts.csv"
    path.write_text(path.read_text().replace("boris-vienna,boris", "boris-vienna,bris"))
    assert any(p.startswith("posts.csv:5:2: unknown-id:") for p in errors_of(copy_of_small)), errors_of(copy_of_small)
    assert seeds.read(copy_of_small).posts[0].note == "one\ntwo\nthree"


@pytest.mark.parametrize(
    ("file", "content", "code"),
    [
        ("posts.csv", None, "missing-file"),
        ("posts.csv", b"", "missing-header"),
        ("posts.csv", b"\xff\xfea\0", "encoding"),
        ("posts.csv", b'id,person\n"open', "missing-column"),
        ("sources.bib", None, "missing-file"),
        ("sources.bib", b"@book{A, title={x}}", "source-kind"),
        ("sources.bib", b"@book{A, title={x", "bibtex"),
        ("sources.bib", b"\xff", "encoding"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_problem_and_no_traceback(
    copy_of_small: Path, file: str, content: bytes | None, code: str
) -> None:
    path = copy_of_small / file
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)
    assert any(p.startswith(f"{file}:") and f": {code}: " in p for p in errors_of(copy_of_small)), errors_of(
        copy_of_small
    )


def test_a_folder_in_place_of_a_file_is_a_problem(copy_of_small: Path) -> None:
    (copy_of_small / "posts.csv").unlink()
    (copy_of_small / "posts.csv").mkdir()
    assert any("posts.csv:1:1: unreadable-file" in p for p in errors_of(copy_of_small))


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"name": 1}', b"\xff", b'{"name":"x","temporal":{"start":"no","end":"1930"}}']
)
def test_a_broken_descriptor_is_a_problem_of_that_file(copy_of_small: Path, content: bytes) -> None:
    (copy_of_small / "datapackage.json").write_bytes(content)
    with pytest.raises(seeds.DataErrors) as raised:
        seeds.read(copy_of_small)
    assert raised.value.problems[0].file == "datapackage.json"


def test_a_table_may_not_lie_outside_the_folder(copy_of_small: Path) -> None:
    path = copy_of_small / "datapackage.json"
    descriptor = json.loads(path.read_text())
    descriptor["resources"][0]["path"] = "../places.csv"
    path.write_text(json.dumps(descriptor))
    with pytest.raises(seeds.DataErrors, match="in the folder of the data set"):
        seeds.read(copy_of_small)


def test_a_message_shows_no_control_character(copy_of_small: Path, set_cell: Setter) -> None:
    set_cell("posts", 2, "role", "\x1b[31mhead\u202e")
    assert all(problem.isprintable() for problem in errors_of(copy_of_small))


TABLES = ("places", "names", "located", "people", "stations", "posts", "journeys", "events", "ties", "disagreements")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_mutation_of_a_table_causes_a_traceback(copy_of_small: Path, data: st.DataObject) -> None:
    from conftest import SMALL

    name = data.draw(st.sampled_from([*(f"{table}.csv" for table in TABLES), "sources.bib", "datapackage.json"]))
    raw = bytearray((SMALL / name).read_bytes())
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 20))] = data.draw(
            st.one_of(
                st.binary(max_size=12), st.sampled_from([b'"', b"\n", b",", b";", b"\0", b"\xff", b"{", b"1927-"])
            )
        )
        if not raw:
            raw = bytearray(b"\n")
    (copy_of_small / name).write_bytes(bytes(raw))
    try:
        problems = seeds.read(copy_of_small).problems
    except seeds.DataErrors as error:
        problems = error.problems or pytest.fail("an error without a problem")
    finally:
        (copy_of_small / name).write_bytes((SMALL / name).read_bytes())
    assert all(problem.line >= 1 and problem.column >= 1 for problem in problems)
