"""German."""

from __future__ import annotations

from maps.pages.words.page_words import CountWords, FrontWords, PageWords, Plural

WORDS = PageWords(
    tag="de",
    report_title="Was die Belege über sich selbst sagen",
    counts=CountWords(
        stations=Plural(one="{n} Station", other="{n} Stationen"),
        heads=Plural(one="{n} Posten", other="{n} Posten"),
        couriers=Plural(one="{n} Reise", other="{n} Reisen"),
        raids=Plural(one="{n} Ereignis", other="{n} Ereignisse"),
        perhaps="{counted}, vielleicht",
        of_them_perhaps="{counted}, davon {n} vielleicht",
        separator="; ",
        nothing="nichts, was eine Quelle in dieses Jahr datiert",
    ),
    front=FrontWords(
        title_with_subtitle="{title}: {subtitle}",
        languages="Sprachen",
        open_atlas="Den Atlas öffnen",
        years="Jahr für Jahr",
        poster="Plakat",
        poster_of="Plakat für {year}, zum Drucken",
        evidence="Worauf er beruht",
        figures="Angaben: {attested} bezeugt, {partisan} allein auf parteilichen Quellen, {contested} umstritten. Zitierte Quellen: {sources}.",
        strands="Weitere Angaben werden nur auf Wunsch gezeichnet, unter einem Banner, und sonst nirgends mitgezählt:",
        strand="{title} ({count}).",
        marks="Ein volles Zeichen gilt im gezeigten Jahr sicher, ein hohles vielleicht. Verbindungslinien sind vermutet, wenn die Karteikarte nichts anderes sagt. Jedes Zeichen öffnet die Angabe dahinter, mit ihren Quellen.",
        report="{title}: worauf jedes Jahr beruht, wo die Quellen einander widersprechen, und was keine Quelle sagt.",
        files="Für andere Programme",
        file="{name} ({count})",
        manifest="{name}, jede Datei mit ihrem SHA-256",
        credits="Daten: {licence}. Lage der Städte nach GeoNames, CC BY 4.0. Land: Natural Earth. Erstellt mit folium.",
    ),
)
