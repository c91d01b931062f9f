"""The codes of findings: what can be read and cannot well be true. A row of disagreements.csv accepts them."""

from __future__ import annotations

from liaison_atlas.seeds.checks.problem_catalogue.catalogue_entry import (
    CatalogueEntry,
    CellChange,
    LineChange,
    catalogue_entry,
)
from liaison_atlas.seeds.tables.problems import Level

FINDING_PROBLEMS: tuple[CatalogueEntry, ...] = (
    catalogue_entry(
        "two-heads",
        "two heads of one station at one time",
        """Two people hold the role "head" at one station, and on some day both certainly did. Posts of the rank
        "deprecated" do not count. Where two did head it together, or the sources contradict each other, name both
        rows in a disagreement: the warning is then a note.""",
        (
            CellChange("posts", 4, "role", "head"),
            CellChange("posts", 4, "station", "vienna"),
            CellChange("posts", 4, "when", "1927/1928"),
        ),
        (
            CellChange("posts", 4, "role", "deputy"),
            CellChange("posts", 4, "station", "vienna"),
            CellChange("posts", 4, "when", "1927/1928"),
        ),
        Level.WARNING,
        given="Boris is head of the station vienna from 1927 to 1929 (posts.csv, line 3)",
    ),
    catalogue_entry(
        "outside-life",
        "a claim on a person outside the days between birth and death",
        """A tenure or a journey begins certainly before the birth or lasts certainly until after the death; an event
        or a tie lies there as a whole. What may happen to the dead is let be: that a writing of theirs appears, that
        they are written of or succeeded.""",
        CellChange("posts", 3, "when", "1927/1938"),
        CellChange("posts", 3, "when", "1927/1937"),
        Level.WARNING,
        given="Boris, whose post this is, was born in 1890 and died in 1937",
    ),
    catalogue_entry(
        "outside-station",
        "a claim on a station outside the time in which it existed",
        """Only a station whose date is an interval (1925/1929) has an end that can be passed; a single date says
        nothing of other years. A post may neither begin before nor outlast it, an event or a tie may not lie outside
        it as a whole. A founding may come before it, an end or a publication after it.""",
        CellChange("events", 2, "when", "1930-03-12"),
        CellChange("events", 2, "when", "1928-03-12"),
        Level.WARNING,
        given="the station vienna, which the event names, is dated 1925/1929",
    ),
    catalogue_entry(
        "limit-conflict",
        "a limit that follows from another row contradicts what a row states",
        """A station is dated outside the days of what it was a part of, or a claim before a row that it comes after,
        after the event of a death, or outside the days of its station. What the row states stands, and the limit is not applied. A rule that does not fit a
        data set is switched off in the descriptor: `"inference": {"organisation": false}`.""",
        (CellChange("stations", 6, "when", "1935"), CellChange("stations", 6, "part_of", "vienna")),
        (CellChange("stations", 6, "when", "1928"), CellChange("stations", 6, "part_of", "vienna")),
        Level.WARNING,
        given="the station vienna is dated 1925/1929",
    ),
    catalogue_entry(
        "seen-outside-date",
        "a source sees a claim at a time that its own date or limits rule out",
        """The column `seen` names dates at which a source sees what `when` dates. The claim holds at both, but one of
        them is mistaken, or the date says less than it means, such as 1925 for 1925/.""",
        CellChange("stations", 2, "seen", "1931"),
        CellChange("stations", 2, "seen", "1927"),
        Level.WARNING,
        given="the station vienna is dated 1925/1929",
    ),
    catalogue_entry(
        "name-outside-period",
        "a place is called by a name that it did not bear then",
        """A name or title says "Istanbul" of 1925, and names.csv knows the name from 1930 only. Whole words count, and
        a name that any place of names.csv may have borne at the time is let be. In a note the author speaks, and may
        use the names of today, but no others.""",
        (
            CellChange("events", 5, "title", "Something in Constantinople"),
            CellChange("events", 5, "when", "1931"),
        ),
        (
            CellChange("events", 5, "title", "Something in Istanbul"),
            CellChange("events", 5, "when", "1931"),
        ),
        Level.WARNING,
        given="names.csv has Constantinople for Istanbul, until 1930-03-27",
    ),
    catalogue_entry(
        "names-overlap",
        "two names of a place in one language at one time",
        """On some day both were certainly in use, and a map can show only one of them: it takes the younger. Let the
        one end on the day before the other begins. Where both were in use, name the place and what is at stake in a
        disagreement.""",
        LineChange("names.csv", 2, "istanbul,Stamboul,en,1926-05,,,"),
        LineChange("names.csv", 2, "istanbul,Stamboul,en,1930-03-28,,,"),
        Level.WARNING,
        given="names.csv has Constantinople for Istanbul, until 1930-03-27",
    ),
    catalogue_entry(
        "names-gap",
        "days without a name between two names of a place",
        """Some of the period shown lies between the end of one name and the beginning of the next. The place is then
        shown under its present-day name, which may be what is meant.""",
        LineChange("names.csv", 2, "istanbul,Stamboul,en,1930-06,,,"),
        LineChange("names.csv", 2, "istanbul,Stamboul,en,1930-03-28,,,"),
        Level.NOTE,
        given="names.csv has Constantinople for Istanbul, until 1930-03-27; the period shown is 1924 to 1930",
    ),
    catalogue_entry(
        "said-twice",
        "two rows say the same",
        """Two claims of one kind name the same people and places in the same words of the schema, and their dates may be
        the same. Join them and their sources; or, where they are two, say in a row what is different. Where two sources
        tell it in two ways, name both rows in a disagreement.""",
        (
            CellChange("posts", 5, "role", "head"),
            CellChange("posts", 5, "station", "vienna"),
            CellChange("posts", 5, "when", "1928"),
        ),
        (
            CellChange("posts", 5, "role", "officer"),
            CellChange("posts", 5, "station", "vienna"),
            CellChange("posts", 5, "when", "1928"),
        ),
        Level.WARNING,
        given="Boris is head of the station vienna from 1927 to 1929 (posts.csv, line 3)",
    ),
    catalogue_entry(
        "two-places",
        "a person certainly at two places at once",
        """Two tenures at one time, or two claims on one day (an end of a journey, a post dated to the day), at places
        that are farther apart than their accuracies and 50 km. A place that lies in the other, as the column "within"
        tells, is not apart from it. A tenure is not held against a journey: who held a post may have travelled.""",
        (
            CellChange("posts", 5, "place", "istanbul"),
            CellChange("posts", 5, "when", "1927/1929"),
        ),
        (
            CellChange("posts", 5, "place", "austria"),
            CellChange("posts", 5, "when", "1927/1929"),
        ),
        Level.WARNING,
        given="Boris, whose post this is, is head of the station in Vienna from 1927 to 1929",
    ),
    catalogue_entry(
        "too-fast",
        "a journey faster than the means of its day",
        """The shortest way that its stops allow, in the longest time that its date allows, asks for more than anybody
        travelled by these means for a day until then: on foot 11 km/h, by ship 60, by road or rail 140, by air 240 in
        the 1920s and 360 in the 1930s. Where no means is told, the limit is that of the air.""",
        CellChange("journeys", 3, "when", "1928-05-12"),
        CellChange("journeys", 3, "when", "1928-05-12/1928-05-31"),
        Level.WARNING,
        given="Boris sails from Vladivostok to San Francisco",
    ),
    catalogue_entry(
        "far-from-country",
        "a position far from the country that it claims",
        """The nearest town of the country in places.csv is farther than one of another country by 50 km and the accuracy;
        where no town is within 100 km, by far more. Mostly longitude and latitude are swapped, a sign is lost, or the
        place is another of the same name. Countries are those of today.""",
        (CellChange("located", 3, "lon", "-14.4208"), CellChange("located", 3, "lat", "14.4208")),
        (CellChange("located", 3, "lon", "14.4208"), CellChange("located", 3, "lat", "50.088")),
        Level.WARNING,
        given="the row is that of Prague, whose country is CZ",
    ),
)
