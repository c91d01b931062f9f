"""The codes of files: what is wrong before the cells of a table can be read."""

from __future__ import annotations

from seeds.codes.code import Cell, Code, Contents, Folder, Gone, InWorkbook, Line, Words, code
from seeds.problems import Level

_HEADER = "id,person,relation,other,station,when,certainty,rank,sources,note"
_ROW = "boris-unnamed,boris,knew,unnamed,,,uncertain,,Pamphlet1931[5],"

FILES: tuple[Code, ...] = (
    code(
        "missing-file",
        "a file of the data set is not there",
        """The schema names a file for each table, and the bibliography is sources.bib. A table that has no rows yet
        still has its file, with the header row. A table may also be a sheet of the one workbook in the folder, under
        the very name of the table.""",
        Gone("ties.csv"),
        "ties.csv is there, with its header row at least",
    ),
    code(
        "several-workbooks",
        "the folder has more than one workbook",
        """A table without a CSV file is a sheet of the workbook in the folder. Of two workbooks it cannot be told which
        one is meant, so that none is read. Put all sheets into one of them, and keep copies and notes elsewhere.""",
        (InWorkbook("ties", book="network.xlsx"), InWorkbook("polities", book="states.xlsx")),
        InWorkbook("ties", book="network.xlsx"),
    ),
    code(
        "not-read",
        "a workbook, or a sheet of it, is not read",
        """A table is read from its CSV file where there is one, whatever a sheet of the same name says: what is changed
        in the sheet changes nothing. Delete the one of the two that is out of date. A workbook of other things is
        better kept elsewhere.""",
        InWorkbook("ties", beside=True),
        InWorkbook("ties"),
        Level.WARNING,
    ),
    code(
        "unreadable-file",
        "a file is there, but cannot be read",
        """It is a folder, or may not be read by this user, or a workbook that is damaged or has a password.
        Nothing of it is checked, and no missing id is held against the rows that refer to it.""",
        Folder("ties.csv"),
        "ties.csv is a file",
    ),
    code(
        "encoding",
        "a file is not UTF-8",
        """Tables and bibliography are read as UTF-8, with or without a byte order mark. Another encoding is
        named, as far as it can be told, but never guessed: a wrong guess would change names silently. Save the file
        as "CSV UTF-8".""",
        Line("people.csv", 3, "boris,Börís Example,,1890,1937,Example1930[13],", "cp1252"),
        Line("people.csv", 3, "boris,Börís Example,,1890,1937,Example1930[13],"),
    ),
    code(
        "too-large",
        "a file or a cell is too large to be meant",
        """A cell holds 100 000 characters at most and a CSV file 256 MiB. What is longer is nearly always the
        result of a quotation mark that was not closed. Split a text that long, or keep it elsewhere and cite it.""",
        Cell("posts", 2, "note", "long " * 20_001),
        Cell("posts", 2, "note", "A short note."),
    ),
    code(
        "csv",
        "the text of a table breaks off in a quotation",
        """A cell that holds the separator or a line break stands in quotation marks, and a quotation mark in it is
        doubled. Where one is opened and not closed, the rest of the file is one cell, and no row below it is read.""",
        Line("ties.csv", 3, 'boris-unnamed,boris,knew,unnamed,,,uncertain,,Pamphlet1931[5],"They met.'),
        Line("ties.csv", 3, 'boris-unnamed,boris,knew,unnamed,,,uncertain,,Pamphlet1931[5],"They met."'),
    ),
    code(
        "missing-header",
        "a table has no header row",
        """The first row that is not empty names the columns. Without it the cells cannot be told apart. A table
        without rows has its header row all the same.""",
        Contents("ties.csv", ""),
        Contents("ties.csv", f"{_HEADER}\n"),
    ),
    code(
        "missing-column",
        "a column of the schema is not in the header row",
        """Every column that datapackage.json describes must be there, in any order; its cells may be empty where
        they are not required. The rows of the table are not read until it is. Where another name in the header row is
        nearly that of the column, the message asks whether it was meant.""",
        Line("ties.csv", 1, _HEADER.replace(",rank", "")),
        Line("ties.csv", 1, _HEADER),
    ),
    code(
        "duplicate-column",
        "two columns have one name",
        """It cannot be told which of them is meant, so that the rows of the table are not read. Rename one of them,
        or delete it.""",
        Line("ties.csv", 1, _HEADER.replace("other", "person")),
        Line("ties.csv", 1, _HEADER),
    ),
    code(
        "unknown-column",
        "a column that the schema does not know",
        """Its cells are not read, and everything else is. A column of your own may stay; it is told, since it can also
        be one whose name has changed.""",
        Contents("ties.csv", f"{_HEADER},seen by\n{_ROW},Erika\n"),
        Contents("ties.csv", f"{_HEADER}\n{_ROW}\n"),
        Level.WARNING,
    ),
    code(
        "row-width",
        "a row has more or fewer cells than the header",
        """A cell of a row that is too long mostly holds a comma and does not stand in quotation marks. One that is too
        short has lost separators, which empty cells have too, or is broken over two lines by a cell without quotation
        marks. The row is not read, since every cell after that place may stand in the wrong column.""",
        Line("ties.csv", 3, _ROW + "He said so, later"),
        Line("ties.csv", 3, _ROW + '"He said so, later"'),
    ),
    code(
        "empty-row",
        "a row between others is empty",
        """Empty rows at the end are what spreadsheets leave, and are passed over in silence. One between two others
        may be a row whose contents were lost, so that it is told.""",
        Line("ties.csv", 3, ",,,,,,,,,\n" + _ROW),
        Line("ties.csv", 3, _ROW),
        Level.WARNING,
    ),
    code(
        "formula",
        "a cell holds a formula",
        """What a formula gives depends on the program that opens the file, and a text that begins with = is read as
        one by every spreadsheet. Put the value in its place.""",
        Cell("ties", 3, "note", "=J2"),
        Cell("ties", 3, "note", "The same."),
    ),
    code(
        "error-value",
        "a cell holds an error of the spreadsheet",
        """A formula that could not be worked out leaves #REF!, #N/A, #VALUE! or the like, and a table that is saved or
        copied keeps it in place of what was there. Put the value that is meant in its place, or empty the cell.""",
        Cell("ties", 3, "note", "#REF!"),
        Cell("ties", 3, "note", "The same."),
    ),
    code(
        "merged-cells",
        "cells of a workbook are merged",
        """Merged cells show one value over several rows, but hold it in the first of them alone: the others are
        empty. Unmerge them and fill each in.""",
        InWorkbook("ties", "E2:E3"),
        InWorkbook("ties"),
    ),
    code(
        "json",
        "datapackage.json is not JSON",
        """The schema of the data set cannot be read, and so nothing else can. The line and the column are where the
        reader stumbled; the mistake is there or just before it.""",
        Words("datapackage.json", '"name": "small",', '"name": "small"'),
        Words("datapackage.json", '"name": "small",', '"name": "small",'),
    ),
    code(
        "descriptor",
        "datapackage.json lacks something, or has it in another form",
        """It must have a name, a title, the period shown, a licence and the tables with their columns. Compare it
        with the one that `liaison init` writes.""",
        Words("datapackage.json", '"start": "1924"', '"start": "24"'),
        Words("datapackage.json", '"start": "1924"', '"start": "1924"'),
    ),
    code(
        "schema",
        "the schema lacks what the program relies on",
        """A data set may describe further columns and tables, and be stricter. It may not lack a column, a key, a type,
        a format, a limit or a reference that the program relies on, nor a table that another refers to; and its
        patterns are those of the schema that `liaison init` writes, since others can take forever to match.""",
        Words("datapackage.json", '"name": "liaison"', '"name": "line"'),
        Words("datapackage.json", '"name": "liaison"', '"name": "liaison"'),
    ),
    code(
        "bibtex",
        "an entry of sources.bib cannot be read",
        """A brace or a comma is missing, a key stands twice, or a key has a character that a citation cannot hold.
        The entry is left out, and the rows that cite it say so.""",
        Words("sources.bib", "@book{Example1930,", "@book{Example 1930,"),
        Words("sources.bib", "@book{Example1930,", "@book{Example1930,"),
    ),
    code(
        "source-kind",
        "a source has no kind, or one that does not exist",
        """The kind of a source decides on the standing of the claims that rest on it: scholarship, archive, memoir,
        encyclopedia, partisan or fiction. It stands in the entry as kind = {memoir}.""",
        Words("sources.bib", "kind = {memoir}", "kind = {memories}"),
        Words("sources.bib", "kind = {memoir}", "kind = {memoir}"),
    ),
    code(
        "source-title",
        "a source has no title",
        """A reader finds a source by its title; an author or a year may be missing. For an untitled paper give a
        description, such as Despatch to the Foreign Office.""",
        Words("sources.bib", "  title = {Against Them},\n", ""),
        Words("sources.bib", "  title = {Against Them},\n", "  title = {Against Them},\n"),
    ),
)
