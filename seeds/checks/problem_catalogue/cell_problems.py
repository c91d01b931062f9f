"""The codes of cells: what one cell must look like, whatever stands in the others."""

from __future__ import annotations

from liaison_atlas.seeds.checks.problem_catalogue.catalogue_entry import CatalogueEntry, CellChange, catalogue_entry

CELL_PROBLEMS: tuple[CatalogueEntry, ...] = (
    catalogue_entry(
        "missing-value",
        "a required cell is empty",
        """The schema says which columns every row fills in. A date is not among them: where no source says when, its
        cell stays empty.""",
        CellChange("posts", 2, "person", ""),
        CellChange("posts", 2, "person", "anna"),
    ),
    catalogue_entry(
        "uncited",
        "a claim or a person without a source",
        """Nothing is drawn that nobody vouches for: every claim and every person cites at least one source, with the
        place in it. A source of the kind partisan or fiction counts too: the standing says so.""",
        CellChange("posts", 2, "sources", ""),
        CellChange("posts", 2, "sources", "Example1930[12]"),
    ),
    catalogue_entry(
        "unknown-value",
        "a word that the column does not allow",
        """Columns such as the role of a post or the kind of an event hold one of the words that the schema lists as
        categories. A word of your own is added there, in datapackage.json, with its label.""",
        CellChange("posts", 2, "role", "heda"),
        CellChange("posts", 2, "role", "head"),
    ),
    catalogue_entry(
        "pattern",
        "a cell does not look as its column asks",
        """An id is of lower-case letters, digits and hyphens, since it becomes a part of addresses and file names;
        other columns have patterns of their own. The message shows the pattern.""",
        CellChange("posts", 5, "id", "Boris, free"),
        CellChange("posts", 5, "id", "boris-free"),
    ),
    catalogue_entry(
        "duplicate-id",
        "two rows have one id",
        """An id names one row of its table, and other rows refer to it. Give the second an id of its own. In
        coverage.csv it says that one sentence has two rows; join them.""",
        CellChange("posts", 3, "id", "anna-vienna"),
        CellChange("posts", 3, "id", "boris-vienna"),
    ),
    catalogue_entry(
        "number",
        "a cell must be a number",
        """Digits, with a point before the decimals and no separator between thousands. Spreadsheets set to some
        languages write a comma.""",
        CellChange("located", 2, "lon", "16,3721"),
        CellChange("located", 2, "lon", "16.3721"),
    ),
    catalogue_entry(
        "range",
        "a number is outside what is possible",
        """A latitude runs from -90 to 90, a longitude from -180 to 180. A latitude beyond 90 is often a longitude in
        the wrong column.""",
        CellChange("located", 4, "lat", "131.9"),
        CellChange("located", 4, "lat", "43.12"),
    ),
    catalogue_entry(
        "date",
        "a date that cannot be read",
        """Dates are written in EDTF: 1927, 1927-05, 1927~ (about), 1926/1928 (from, to), [1924..1926] (one of).
        The message names the first character that does not fit, and docs/reference/dates.md has every form.""",
        CellChange("posts", 3, "when", "about 1927"),
        CellChange("posts", 3, "when", "1927~"),
    ),
    catalogue_entry(
        "citation",
        "a citation that cannot be read",
        """A citation is the key of an entry of sources.bib with the place in square brackets; several are separated
        by semicolons.""",
        CellChange("posts", 2, "sources", "Example1930[12"),
        CellChange("posts", 2, "sources", "Example1930[12]"),
    ),
    catalogue_entry(
        "relative-date",
        "a date told by another row that cannot be read or resolved",
        """It reads "P6M after event:ID", "after event:ID" or "before journey:ID". The other row must exist and have a
        date, and two rows may not wait for each other. Where the row has a date in "when" too, the two must have a
        day in common. A post, a station or a tie may have several, separated by `;`, and "last before event:ID".""",
        CellChange("journeys", 4, "relative", "P6M after journey:arrival"),
        CellChange("journeys", 4, "relative", "P6M after event:vienna-search"),
    ),
)
