"""The codes of rows: what must hold between them."""

from __future__ import annotations

from liaison_atlas.seeds.checks.problem_catalogue.catalogue_entry import (
    CatalogueEntry,
    CellChange,
    FileReplacement,
    LineChange,
    TextChange,
    catalogue_entry,
)
from liaison_atlas.seeds.tables.problems import Level

_TIES_WITH_STRAND = """id,person,relation,other,station,when,certainty,rank,sources,strand
anna-boris,anna,knew,boris,,1927,certain,,Pamphlet1931[5],{}
"""
ROW_PROBLEMS: tuple[CatalogueEntry, ...] = (
    catalogue_entry(
        "unknown-id",
        "a row refers to one that is not there",
        """The cell must hold the id of a row of the table that its column refers to. The message asks whether a
        similar one was meant.""",
        CellChange("posts", 2, "station", "viena"),
        CellChange("posts", 2, "station", "vienna"),
    ),
    catalogue_entry(
        "unknown-row",
        "a row is named that is not there",
        """Disagreements and coverage name rows of any table, as table:id with the table in the singular:
        event:founding, person:anna. The message asks whether a similar one was meant.""",
        CellChange("disagreements", 2, "rows", "event:founding; event:foundation"),
        CellChange("disagreements", 2, "rows", "event:founding; event:founding-pamphlet"),
    ),
    catalogue_entry(
        "unknown-source",
        "a source is cited that sources.bib does not have",
        """The key before the bracket must be that of an entry, in the same capitals. The message asks whether a
        similar one was meant.""",
        CellChange("posts", 2, "sources", "Exampel1930[12]"),
        CellChange("posts", 2, "sources", "Example1930[12]"),
    ),
    catalogue_entry(
        "ends-before-it-begins",
        "a name, a state or a life ends before it begins",
        """Even by the widest reading of both dates the end lies before the beginning. One of them is wrong, or they
        stand in each other's columns.""",
        CellChange("people", 3, "death", "1887"),
        CellChange("people", 3, "death", "1937"),
        given="Boris was born in 1890",
    ),
    catalogue_entry(
        "no-day-left",
        "the limits of a row leave no day of its date",
        """What begins not before one day cannot end by an earlier one, nor can a date lie outside the limits of its row. One
        of the cells is mistaken.""",
        CellChange("stations", 3, "not_after", "1925"),
        CellChange("stations", 3, "not_after", "1930"),
        given="the station prague is dated 1926/",
    ),
    catalogue_entry(
        "unknown-strand",
        "a claim names a strand that the data set does not have",
        """The strands of a data set are those in "strands" of datapackage.json, "main", and "fiction" where rows rest on
        fiction and no strand is declared for them. The message asks whether a similar one was meant.""",
        FileReplacement("ties.csv", _TIES_WITH_STRAND.format("mian")),
        FileReplacement("ties.csv", _TIES_WITH_STRAND.format("main")),
    ),
    catalogue_entry(
        "mixed-strands",
        "strands are mixed",
        """A claim refers to rows of its own strand or of the main one, and the main strand refers to no other. What
        rests on fiction alone is in a strand of fiction, with nothing else in it: no source, person, station or date of
        a row, and no row of a disagreement, is of fiction where the others are not. Make a row of its own. The names of
        places are of the main strand.""",
        CellChange("events", 2, "stations", "camp"),
        CellChange("events", 2, "stations", "vienna"),
        given="the station camp rests on a novel, the event does not",
    ),
    catalogue_entry(
        "one-sided",
        "a disagreement names one row alone",
        """A disagreement holds two rows at least against each other. Only where one side alone asserts something, and
        its kind is partisan, may it name a single one.""",
        CellChange("disagreements", 2, "rows", "event:founding"),
        CellChange("disagreements", 2, "rows", "event:founding; event:founding-pamphlet"),
    ),
    catalogue_entry(
        "nested-in-itself",
        "a place lies in itself",
        """By way of the column "within" the place lies in another, which lies in it again. Break the circle.""",
        CellChange("places", 2, "within", "vienna-office"),
        CellChange("places", 2, "within", "austria"),
        given="the place vienna-office lies within vienna",
    ),
    catalogue_entry(
        "unlocated",
        "a place has no position",
        """A claim names the place, and located.csv has no row for it. Nothing is drawn that the ledger does not know:
        its claims are listed beside the map.""",
        "places.csv has the place nowhere, at which a station stands, and located.csv has no row for it",
        LineChange(
            "located.csv",
            8,
            "vienna-office,16.3646,48.2153,50,hand,,The tests,2026-01-01,\n"
            "nowhere,20.5,47.5,300000,hand,,The tests,2026-01-01,Somewhere in the region.",
        ),
        Level.WARNING,
    ),
    catalogue_entry(
        "outside-period",
        "a claim that no year of the period shows",
        """Its date holds in no year of "temporal" in datapackage.json. What came before the network, or after it, may be
        told on purpose: then it is a note, one a table. A warning is a day that a spreadsheet made of a year of the
        period: whoever types 1926 into a cell formatted as a date gets the day of that number, counted from
        1899-12-30. A claim without a date is let be.""",
        CellChange("posts", 3, "when", "1905-04-09"),
        CellChange("posts", 3, "when", "1926"),
        Level.WARNING,
        given="the period is 1924 to 1930",
    ),
    catalogue_entry(
        "empty-period",
        "the period shows no claim that has a date",
        """The years of "temporal" in datapackage.json are those that maps and posters are drawn for, and the date of
        every claim holds in none of them. The message names the years of the claims. Claims without a date do not
        count, and a data set without any date has no such problem.""",
        (
            CellChange("posts", 5, "when", "1926"),
            TextChange("datapackage.json", '"start": "1924"', '"start": "1850"'),
            TextChange("datapackage.json", '"end": "1930"', '"end": "1861"'),
        ),
        CellChange("posts", 5, "when", "1926"),
        given="no other claim may have been before 1920, and the period is 1924 to 1930",
    ),
    catalogue_entry(
        "not-translatable",
        "a translation is of a cell that is not translated",
        """The table or the column cannot be translated. What can is marked as "translatable" in datapackage.json:
        names, titles and notes; besides, title, subtitle and description of the datapackage itself, and the note of a
        source. The names of places stand in names.csv.""",
        CellChange("translations", 2, "column", "kind"),
        CellChange("translations", 2, "column", "title"),
    ),
    catalogue_entry(
        "undeclared-language",
        "a translation is into a language that the data set does not declare",
        """The languages of a data set stand in datapackage.json. The first is the one that the tables are written in,
        and needs no translation; the others are those that the page offers.""",
        CellChange("translations", 2, "language", "fr"),
        CellChange("translations", 2, "language", "de"),
    ),
    catalogue_entry(
        "uncovered",
        "a sentence of a document has no answer",
        """A document that was read sentence by sentence has a row in coverage.csv for each: the rows that carry it, or
        the reason why none does. The table may not go beyond the number of sentences in documents.csv either.""",
        CellChange("coverage", 2, "rows", ""),
        CellChange("coverage", 2, "rows", "event:founding-pamphlet"),
    ),
)
