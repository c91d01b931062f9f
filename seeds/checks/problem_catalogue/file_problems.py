"""The codes of files: what is wrong before the cells of a table can be read."""

from __future__ import annotations

from liaison_atlas.seeds.checks.problem_catalogue.catalogue_entry import (
    CatalogueEntry,
    CellChange,
    FileRemoved,
    FileReplacement,
    FolderInPlace,
    LineChange,
    TableInWorkbook,
    TextChange,
    catalogue_entry,
)
from liaison_atlas.seeds.tables.problems import Level

_HEADER = "id,person,relation,other,station,when,certainty,rank,sources,note"
_ROW = "boris-unnamed,boris,knew,unnamed,,,uncertain,,Pamphlet1931[5],"

FILE_PROBLEMS: tuple[CatalogueEntry, ...] = (
    catalogue_entry(
        "missing-file",
        "a file of the data set is not there",
        """The schema names a file for each table, and the bibliography is sources.bib. A table that has no rows yet
        still has its file, with the header row. A table may also be a sheet of the one workbook in the folder, under
        the very name of the table.""",
        FileRemoved("ties.csv"),
        "ties.csv is there, with its header row at least",
    ),
    catalogue_entry(
        "several-workbooks",
        "the folder has more than one workbook",
        """A table without a CSV file is a sheet of the workbook in the folder. Of two workbooks it cannot be told which
        one is meant, so that none is read. Put all sheets into one of them, and keep copies and notes elsewhere.""",
        (TableInWorkbook("ties", book="network.xlsx"), TableInWorkbook("polities", book="states.xlsx")),
        TableInWorkbook("ties", book="network.xlsx"),
    ),
    catalogue_entry(
        "not-read",
        "a workbook, or a sheet of it, is not read",
        """A table is read from its CSV file where there is one, whatever a sheet of the same name says: what is changed
        in the sheet changes nothing. Delete the one of the two that is out of date. A workbook of other things is
        better kept elsewhere.""",
        TableInWorkbook("ties", beside=True),
        TableInWorkbook("ties"),
        Level.WARNING,
    ),
    catalogue_entry(
        "unreadable-file",
        "a file is there, but cannot be read",
        """It is a folder, or may not be read by this user, or a workbook that is damaged or has a password.
        Nothing of it is checked, and no missing id is held against the rows that refer to it.""",
        FolderInPlace("ties.csv"),
        "ties.csv is a file",
    ),
    catalogue_entry(
        "encoding",
        "a file is not UTF-8",
        """Tables and bibliography are read as UTF-8, with or without a byte order mark. Another encoding is
        named, as far as it can be told, but never guessed: a wrong guess would change names silently. Save the file
        as "CSV UTF-8".""",
        LineChange("people.csv", 3, "boris,Börís Example,,1890,1937,,Example1930[13],", "cp1252"),
        LineChange("people.csv", 3, "boris,Börís Example,,1890,1937,,Example1930[13],"),
    ),
    catalogue_entry(
        "too-large",
        "a file or a cell is too large to be meant",
        """A cell holds 100 000 characters at most and a CSV file 256 MiB. What is longer is nearly always the
        result of a quotation mark that was not closed. Split a text that long, or keep it elsewhere and cite it.""",
        CellChange("posts", 2, "note", "long " * 20_001),
        CellChange("posts", 2, "note", "A short note."),
    ),
    catalogue_entry(
        "csv",
        "the text of a table breaks off in a quotation",
        """A cell that holds the separator or a line break stands in quotation marks, and a quotation mark in it is
        doubled. Where one is opened and not closed, the rest of the file is one cell, and no row below it is read.""",
        LineChange("ties.csv", 3, 'boris-unnamed,boris,knew,unnamed,,,uncertain,,Pamphlet1931[5],"They met.'),
        LineChange("ties.csv", 3, 'boris-unnamed,boris,knew,unnamed,,,uncertain,,Pamphlet1931[5],"They met."'),
    ),
    catalogue_entry(
        "missing-header",
        "a table has no header row",
        """The first row that is not empty names the columns. Without it the cells cannot be told apart. A table
        without rows has its header row all the same.""",
        FileReplacement("ties.csv", ""),
        FileReplacement("ties.csv", f"{_HEADER}\n"),
    ),
    catalogue_entry(
        "missing-column",
        "a required column of the schema is not in the header row",
        """Every column that datapackage.json marks as required must be there, in any order; the others may be left
        out. The rows of the table are not read until it is. Where another name in the header row is nearly that of a
        column, the message asks whether it was meant.""",
        LineChange("ties.csv", 1, _HEADER.replace(",certainty", "")),
        LineChange("ties.csv", 1, _HEADER),
    ),
    catalogue_entry(
        "duplicate-column",
        "two columns have one name",
        """It cannot be told which of them is meant, so that the rows of the table are not read. Rename one of them,
        or delete it.""",
        LineChange("ties.csv", 1, _HEADER.replace("other", "person")),
        LineChange("ties.csv", 1, _HEADER),
    ),
    catalogue_entry(
        "unknown-column",
        "a column that the schema does not know",
        """Its cells are not read, and everything else is. A column of your own may stay; it is told, since it can also
        be one whose name has changed.""",
        FileReplacement("ties.csv", f"{_HEADER},checked by\n{_ROW},Erika\n"),
        FileReplacement("ties.csv", f"{_HEADER}\n{_ROW}\n"),
        Level.WARNING,
    ),
    catalogue_entry(
        "row-width",
        "a row has more or fewer cells than the header",
        """A cell of a row that is too long mostly holds a comma and does not stand in quotation marks. One that is too
        short has lost separators, which empty cells have too, or is broken over two lines by a cell without quotation
        marks. The row is not read, since every cell after that place may stand in the wrong column.""",
        LineChange("ties.csv", 3, _ROW + "He said so, later"),
        LineChange("ties.csv", 3, _ROW + '"He said so, later"'),
    ),
    catalogue_entry(
        "empty-row",
        "a row between others is empty",
        """Empty rows at the end are what spreadsheets leave, and are passed over in silence. One between two others
        may be a row whose contents were lost, so that it is told.""",
        LineChange("ties.csv", 3, ",,,,,,,,,\n" + _ROW),
        LineChange("ties.csv", 3, _ROW),
        Level.WARNING,
    ),
    catalogue_entry(
        "formula",
        "a cell holds a formula",
        """What a formula gives depends on the program that opens the file, and a text that begins with = is read as
        one by every spreadsheet. Put the value in its place.""",
        CellChange("ties", 3, "note", "=J2"),
        CellChange("ties", 3, "note", "The same."),
    ),
    catalogue_entry(
        "error-value",
        "a cell holds an error of the spreadsheet",
        """A formula that could not be worked out leaves #REF!, #N/A, #VALUE! or the like, and a table that is saved or
        copied keeps it in place of what was there. Put the value that is meant in its place, or empty the cell.""",
        CellChange("ties", 3, "note", "#REF!"),
        CellChange("ties", 3, "note", "The same."),
    ),
    catalogue_entry(
        "merged-cells",
        "cells of a workbook are merged",
        """Merged cells show one value over several rows, but hold it in the first of them alone: the others are
        empty. Unmerge them and fill each in.""",
        TableInWorkbook("ties", "E2:E3"),
        TableInWorkbook("ties"),
    ),
    catalogue_entry(
        "json",
        "datapackage.json is not JSON",
        """The schema of the data set cannot be read, and so nothing else can. The line and the column are where the
        reader stumbled; the mistake is there or just before it.""",
        TextChange("datapackage.json", '"name": "small",', '"name": "small"'),
        TextChange("datapackage.json", '"name": "small",', '"name": "small",'),
    ),
    catalogue_entry(
        "descriptor",
        "datapackage.json lacks something, or has it in another form",
        """It must have a name, a title, the period shown, a licence and the tables with their columns. Compare it
        with the one that `liaison init` writes.""",
        TextChange("datapackage.json", '"start": "1924"', '"start": "24"'),
        TextChange("datapackage.json", '"start": "1924"', '"start": "1924"'),
    ),
    catalogue_entry(
        "schema",
        "the schema lacks what the program relies on",
        """A data set may describe further columns and tables, and be stricter. It may not lack a required column, a key, a type,
        a format, a limit or a reference that the program relies on, nor a table that another refers to; and its
        patterns are those of the schema that `liaison init` writes, since others can take forever to match.""",
        TextChange("datapackage.json", '"name": "function"', '"name": "work"'),
        TextChange("datapackage.json", '"name": "function"', '"name": "function"'),
    ),
    catalogue_entry(
        "bibtex",
        "an entry of sources.bib cannot be read",
        """A brace or a comma is missing, a key stands twice, or a key has a character that a citation cannot hold.
        The entry is left out, and the rows that cite it say so.""",
        TextChange("sources.bib", "@book{Example1930,", "@book{Example 1930,"),
        TextChange("sources.bib", "@book{Example1930,", "@book{Example1930,"),
    ),
    catalogue_entry(
        "source-kind",
        "a source has no kind, or one that does not exist",
        """The kind of a source decides on the standing of the claims that rest on it: scholarship, archive, memoir,
        encyclopedia, popular, partisan or fiction. It stands in the entry as kind = {memoir}.""",
        TextChange("sources.bib", "kind = {memoir}", "kind = {memories}"),
        TextChange("sources.bib", "kind = {memoir}", "kind = {memoir}"),
    ),
    catalogue_entry(
        "source-title",
        "a source has no title",
        """A reader finds a source by its title; an author or a year may be missing. For an untitled paper give a
        description, such as Despatch to the Foreign Office.""",
        TextChange("sources.bib", "  title = {Against Them},\n", ""),
        TextChange("sources.bib", "  title = {Against Them},\n", "  title = {Against Them},\n"),
    ),
)
