"""Report a journey faster than the means of transport of its day.

A journey is compared with the records of its day, not with a timetable. The rule takes the shortest route that the
stops allow, in the longest time that the date allows. Dates are whole days, so this time is never less than a day. The
limits are just above averages that record breakers reached over some hours:

======  ========  ======  =================================================================================
means   km/h      until   reached
======  ========  ======  =================================================================================
foot    11        1939    A. Newton, 152 miles 540 yards in 24 hours, Hamilton (Ontario), April 1931: 10.2
road    140       1939    J.-P. Wimille and P. Veyron, 3,346 km in 24 hours, Le Mans, June 1939: 139
rail    140       1939    Union Pacific M-10001, 508 miles from Cheyenne to Omaha, October 1934: 135
ship    60        1939    Queen Mary, 2,938 sea miles at 31.69 knots, August 1938: 58.7
air     240       1929    F. Hawks, Los Angeles to New York in 17 h 38 min, June 1929: 229
air     360       1939    H. Hughes, New York to Paris in 16 h 35 min, July 1938: 353
======  ========  ======  =================================================================================

For comparison, from timetables: the Flying Hamburger of 1933 averaged 124 km/h over 287 km. Earlier years were slower,
so a limit holds for all of them. There is no limit after 1939. See ``docs/decisions/07-findings.md`` for the sources.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from liaison_atlas.geo.geodesy import distance_km
from liaison_atlas.geo.ledger import KnownPosition, known_positions
from liaison_atlas.seeds.checks.check_registry import Finding, date_column, finding_rule
from liaison_atlas.seeds.dates.day_ranges import possible_days
from liaison_atlas.seeds.dates.days import calendar_date
from liaison_atlas.seeds.dates.when import When
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.interning import map_distinct

# For each means of transport: the last year of a limit, and the limit in km/h.
SPEED_LIMITS_KMH: dict[str, tuple[tuple[int, float], ...]] = {
    "foot": ((1939, 11.0),),
    "road": ((1939, 140.0),),
    "rail": ((1939, 140.0),),
    "ship": ((1939, 60.0),),
    "air": ((1929, 240.0), (1939, 360.0)),
}
# If no means is given: the fastest.
FASTEST_MEANS = "air"


@finding_rule
def too_fast(data: Dataset) -> Iterator[Finding]:
    """Journeys that no means of transport of their day could have made in the time that their dates allow."""
    positions = known_positions(data)
    dates = [data.date_of(journey) for journey in data.journeys]
    longest = map_distinct(dates, lambda when: max_hours(when) if when is not None else None)
    for journey, when, hours in zip(data.journeys, dates, longest, strict=True):
        if when is None or hours is None:
            continue
        stops = [positions[id] for id in (journey.from_, *journey.via, journey.to) if id and id in positions]
        if len(stops) < 2:
            continue
        # For a traveller to the west, a local day is an hour longer for every 15 degrees. Add two for odd time zones.
        hours += max(0.0, (stops[0].position[0] - stops[-1].position[0]) / 15) + 2
        limit = speed_limit_kmh(journey.means, calendar_date(possible_days(when)[1])[0])
        shortest = min_distance_km(stops)
        if limit is None or shortest <= limit * hours:
            continue
        means = f"no {journey.means} journey" if journey.means else "no means"
        speed = "was faster than" if journey.means else "of the time was faster than"
        route = " to ".join(stop.place.name for stop in (stops[0], stops[-1]))
        yield Finding(
            "too-fast",
            journey,
            date_column(journey),
            (journey.ref,),
            f"{route} is at least {shortest:.0f} km, which means {shortest / hours:.0f} km/h in {when}; {means} {speed} {limit:.0f} km/h",
            "correct the date, the means or a stop",
        )


def speed_limit_kmh(means: str | None, year: int) -> float | None:
    """Return the speed that no journey by this means sustained for a day in this year; ``None`` if none is known.

    Returns
    -------
    float or None
        the speed in km/h.

    Examples
    --------
    >>> speed_limit_kmh("ship", 1927), speed_limit_kmh(None, 1929), speed_limit_kmh("air", 1955), speed_limit_kmh("camel", 1927)
    (60.0, 240.0, None, None)
    """
    limits = SPEED_LIMITS_KMH.get(means or FASTEST_MEANS, ())
    return next((limit for last, limit in limits if year <= last), None)


def max_hours(when: When) -> float | None:
    """Return the time from the first to the last hour of a date; ``None`` if it has no limit or is in doubt.

    Returns
    -------
    float or None
        the time in hours; for several dates, the longest.

    Examples
    --------
    >>> from liaison_atlas.seeds.dates.edtf import parse
    >>> max_hours(parse("1927-05-12")), max_hours(parse("1927-05-12/1927-05-13")), max_hours(parse("1927/.."))
    (24.0, 48.0, None)
    """
    hours = [
        24.0 * (last - first + 1)
        for span in when.spans
        if (first := span.start_earliest.day) is not None and (last := span.end_latest.day) is not None
    ]
    return max(hours) if len(hours) == len(when.spans) and not when.doubtful else None


def min_distance_km(stops: list[KnownPosition]) -> float:
    """The length of the shortest route through the stops, if each lies anywhere within its accuracy."""
    return sum(
        max(0.0, distance_km(a.position, b.position) - (a.accuracy_m + b.accuracy_m) / 1000) for a, b in pairwise(stops)
    )
