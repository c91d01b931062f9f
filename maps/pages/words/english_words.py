"""English."""

from __future__ import annotations

from maps.pages.words.page_words import CountWords, FrontWords, PageWords, Plural

WORDS = PageWords(
    tag="en",
    report_title="What the evidence says about itself",
    counts=CountWords(
        stations=Plural(one="{n} station", other="{n} stations"),
        heads=Plural(one="{n} post", other="{n} posts"),
        couriers=Plural(one="{n} journey", other="{n} journeys"),
        raids=Plural(one="{n} event", other="{n} events"),
        perhaps="{counted}, perhaps",
        of_them_perhaps="{counted}, {n} of them perhaps",
        separator="; ",
        nothing="nothing that a source dates to this year",
    ),
    front=FrontWords(
        title_with_subtitle="{title}: {subtitle}",
        languages="Languages",
        open_atlas="Open the atlas",
        years="Year by year",
        poster="poster",
        poster_of="Poster of {year}, for print",
        evidence="What it rests on",
        figures="{attested} claims are attested, {partisan} rest on partisan sources alone, {contested} are contested, and {sources} sources are cited.",
        strands="Further claims are drawn only when asked for, under a banner, and counted nowhere else:",
        strand="{title} ({count}).",
        marks="A solid mark holds certainly in the year shown, a hollow one perhaps. Lines of liaison are conjectured unless the card says otherwise. Every mark opens the claim behind it, with its sources.",
        report="{title}: what each year rests on, where the sources disagree, and what no source says.",
        files="For other programs",
        file="{name} ({count})",
        manifest="{name}, every file with its sha256",
        credits="Data: {licence}. Positions of towns after GeoNames, CC BY 4.0. Land: Natural Earth. Made with folium.",
    ),
)
