"""The codes of findings: what can be read and cannot well be true. A row of disagreements.csv accepts them."""

from __future__ import annotations

from seeds.codes.code import Cell, Code, Line, code
from seeds.problems import Level

FINDINGS: tuple[Code, ...] = (
    code(
        "two-heads",
        "two heads of one station at one time",
        """Two people hold the role "head" at one station, and on some day both certainly did. Posts of the rank
        "deprecated" do not count. Where two did head it together, or the sources contradict each other, name both
        rows in a disagreement: the warning is then a note.""",
        (
            Cell("posts", 4, "role", "head"),
            Cell("posts", 4, "station", "vienna"),
            Cell("posts", 4, "when", "1927/1928"),
        ),
        (
            Cell("posts", 4, "role", "deputy"),
            Cell("posts", 4, "station", "vienna"),
            Cell("posts", 4, "when", "1927/1928"),
        ),
        Level.WARNING,
        given="Boris is head of the station vienna from 1927 to 1929 (posts.csv, line 3)",
    ),
    code(
        "outside-life",
        "a claim on a person outside the days between birth and death",
        """A tenure or a journey begins certainly before the birth or lasts certainly until after the death; an event
        or a tie lies there as a whole. What may happen to the dead is let be: that a writing of theirs appears, that
        they are written of or succeeded.""",
        Cell("posts", 3, "when", "1927/1938"),
        Cell("posts", 3, "when", "1927/1937"),
        Level.WARNING,
        given="Boris, whose post this is, was born in 1890 and died in 1937",
    ),
    code(
        "outside-station",
        "a claim on a station outside the time in which it existed",
        """Only a station whose date is an interval (1925/1929) has an end that can be passed; a single date says
        nothing of other years. A post may neither begin before nor outlast it, an event or a tie may not lie outside
        it as a whole. A founding may come before it, an end or a publication after it.""",
        Cell("events", 2, "when", "1930-03-12"),
        Cell("events", 2, "when", "1928-03-12"),
        Level.WARNING,
        given="the station vienna, which the event names, is dated 1925/1929",
    ),
    code(
        "name-outside-period",
        "a place is called by a name that it did not bear then",
        """A name or title says "Istanbul" of 1925, and names.csv knows the name from 1930 only. Whole words count, and
        a name that any place of names.csv may have borne at the time is let be. In a note the author speaks, and may
        use the names of today, but no others.""",
        (
            Cell("events", 5, "title", "Something in Constantinople"),
            Cell("events", 5, "when", "1931"),
        ),
        (
            Cell("events", 5, "title", "Something in Istanbul"),
            Cell("events", 5, "when", "1931"),
        ),
        Level.WARNING,
        given="names.csv has Constantinople for Istanbul, until 1930-03-27",
    ),
    code(
        "names-overlap",
        "two names of a place in one language at one time",
        """On some day both were certainly in use, and a map can show only one of them: it takes the younger. Let the
        one end on the day before the other begins. Where both were in use, name the place and what is at stake in a
        disagreement.""",
        Line("names.csv", 2, "istanbul,Stamboul,en,1926-05,,,"),
        Line("names.csv", 2, "istanbul,Stamboul,en,1930-03-28,,,"),
        Level.WARNING,
        given="names.csv has Constantinople for Istanbul, until 1930-03-27",
    ),
    code(
        "names-gap",
        "days without a name between two names of a place",
        """Some of the period shown lies between the end of one name and the beginning of the next. The place is then
        shown under its present-day name, which may be what is meant.""",
        Line("names.csv", 2, "istanbul,Stamboul,en,1930-06,,,"),
        Line("names.csv", 2, "istanbul,Stamboul,en,1930-03-28,,,"),
        Level.NOTE,
        given="names.csv has Constantinople for Istanbul, until 1930-03-27; the period shown is 1924 to 1930",
    ),
    code(
        "said-twice",
        "two rows say the same",
        """Two claims of one kind name the same people and places in the same words of the schema, and their dates may be
        the same. Join them and their sources; or, where they are two, say in a row what is different. Where two sources
        tell it in two ways, name both rows in a disagreement.""",
        (
            Cell("posts", 5, "role", "head"),
            Cell("posts", 5, "station", "vienna"),
            Cell("posts", 5, "when", "1928"),
        ),
        (
            Cell("posts", 5, "role", "officer"),
            Cell("posts", 5, "station", "vienna"),
            Cell("posts", 5, "when", "1928"),
        ),
        Level.WARNING,
        given="Boris is head of the station vienna from 1927 to 1929 (posts.csv, line 3)",
    ),
    code(
        "two-places",
        "a person certainly at two places at once",
        """Two tenures at one time, or two claims on one day (an end of a journey, a post dated to the day), at places
        that are farther apart than their accuracies and 50 km. A place that lies in the other, as the column "within"
        tells, is not apart from it. A tenure is not held against a journey: who held a post may have travelled.""",
        (
            Cell("posts", 5, "place", "istanbul"),
            Cell("posts", 5, "when", "1927/1929"),
        ),
        (
            Cell("posts", 5, "place", "austria"),
            Cell("posts", 5, "when", "1927/1929"),
        ),
        Level.WARNING,
        given="Boris, whose post this is, is head of the station in Vienna from 1927 to 1929",
    ),
    code(
        "too-fast",
        "a journey faster than the means of its day",
        """The shortest way that its stops allow, in the longest time that its date allows, asks for more than anybody
        travelled by these means for a day until then: on foot 11 km/h, by ship 60, by road or rail 140, by air 240 in
        the 1920s and 360 in the 1930s. Where no means is told, the limit is that of the air.""",
        Cell("journeys", 3, "when", "1928-05-12"),
        Cell("journeys", 3, "when", "1928-05-12/1928-05-31"),
        Level.WARNING,
        given="Boris sails from Vladivostok to San Francisco",
    ),
    code(
        "far-from-country",
        "a position far from the country that it claims",
        """The nearest town of the country in places.csv is farther than one of another country by 50 km and the accuracy;
        where no town is within 100 km, by far more. Mostly longitude and latitude are swapped, a sign is lost, or the
        place is another of the same name. Countries are those of today.""",
        (Cell("located", 3, "lon", "-14.4208"), Cell("located", 3, "lat", "14.4208")),
        (Cell("located", 3, "lon", "14.4208"), Cell("located", 3, "lat", "50.088")),
        Level.WARNING,
        given="the row is that of Prague, whose country is CZ",
    ),
)
