"""English."""

from __future__ import annotations

from liaison_atlas.layers.wording.languages.language import DatePattern, Distance, Language

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class English(Language):
    """English needs only its phrases: no word changes with its position in a phrase."""


LANGUAGE = English(
    tag="en",
    and_=" and ",
    or_=" or ",
    months=MONTHS,
    seasons={
        **{21: "spring", 22: "summer", 23: "autumn", 24: "winter"},
        **{33: "the first quarter of", 34: "the second quarter of"},
        **{35: "the third quarter of", 36: "the fourth quarter of"},
        **{37: "the first third of", 38: "the second third of", 39: "the last third of"},
        **{40: "the first half of", 41: "the second half of"},
    },
    hemispheres=("northern {}", "southern {}"),
    year_bc="{} BC",
    dates={
        DatePattern.DAY: "{day} {month} {year}",
        DatePattern.MONTH: "{month} {year}",
        DatePattern.SEASON: "{season} {year}",
        DatePattern.YEAR: "{year}",
        DatePattern.DECADE: "the {year}s",
        DatePattern.CENTURY: "the years {year} to {last_year}",
        DatePattern.DAYS: "between {first} and {last}",
    },
    about="about {}",
    doubtful="{}, perhaps",
    old_style="{written} (old style), {new}",
    from_to="from {start} to {end}",
    from_on="from {} on",
    from_to_unknown="from {}, end not known",
    before_and_until="before and until {}",
    from_unknown_until="until {}, beginning not known",
    between="between {start} and {end}",
    or_later="{} or later",
    or_earlier="{} or earlier",
    no_time="at a time that no source gives",
    units=(("{} year", "{} years"), ("{} month", "{} months"), ("{} day", "{} days")),
    unit_separator=" and ",
    before=Distance('before "{other}"', 'at once before "{other}"', '{distance} before "{other}"'),
    after=Distance('after "{other}"', 'at once after "{other}"', '{distance} after "{other}"'),
    last_before='the last before "{other}"',
    seen="seen {}",
    not_before="not before {}",
    not_after="not after {}",
    inferred="{limit} (inferred from {rule}: {subject})",
    inference_rules={
        "life": "the life",
        "death": "the death",
        "station": "the station",
        "organisation": "the organisation",
        "succession": "the order",
    },
    born="born {born}",
    died="died {died}",
    page="p. {}",
    pages="pp. {}",
    sentence="sentence {}",
    purpose_is="Purpose: {}",
    rests_on="It rests on {}.",
    no_source="It rests on no source.",
    read_after="It is cited after {}.",
    partly_read_after="It is cited in part after {}.",
    read_after_kinds={"scholarship": "scholarly literature"},
    kinds={
        "scholarship": "scholarship",
        "archive": "archival papers",
        "memoir": "a memoir",
        "encyclopedia": "an encyclopedia",
        "popular": "a popular account",
        "partisan": "a partisan source",
    },
    fiction_reason="It rests on fiction alone.",
    partisan_reason="It rests on partisan sources alone.",
    cited_after="cited after {}",
    main_strand="The record",
    fiction_strand="Fiction",
    fiction_note="None of this happened.",
)
