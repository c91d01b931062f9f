"""``index.html``: a description of the atlas, links to its pages, and a picture of each year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from liaison_atlas.layers.period import PeriodLayers
from liaison_atlas.layers.wording.messages import messages_for
from liaison_atlas.layers.wording.strand_wording import strand_note, strand_title
from liaison_atlas.maps.pages import cjk_fonts
from liaison_atlas.maps.pages.content_security import content_security_policy
from liaison_atlas.maps.pages.page_texts import PageTexts, own_name, page_file
from liaison_atlas.maps.pages.templating import HTML_TEMPLATES, trusted_markup
from liaison_atlas.maps.viewer import bundle
from liaison_atlas.seeds.tables.dataset import Standing
from liaison_atlas.seeds.tables.records import Claim, Disagreement, Person
from liaison_atlas.seeds.tables.strands import MAIN_STRAND


def front_page(layers: PeriodLayers, language: str | None = None, languages: Sequence[str] = ()) -> str:
    """The front page as HTML, without a script. Its pictures are the posters of the site.

    Parameters
    ----------
    layers : PeriodLayers
        of the entire period.
    language : str, optional
        one of the languages of the data set; without one, the main one.
    languages : sequence of str
        the languages in which the site has a front page; it links to the others.

    Returns
    -------
    str
        the page as HTML.
    """
    data = layers.data
    texts = PageTexts(data, language)
    record = layers.record.shown
    # Lines of liaison are not counted, and finding when both their stations existed takes the longest.
    counted_record = replace(record, liaison=record.liaison[:0])
    years = [
        {"year": year, "summary": year_summary(counted_record.at(year), texts.language)}
        for year in range(layers.first_year, layers.last_year + 1)
    ]
    citing: list[Claim | Person | Disagreement] = [*data.claims, *data.people, *data.disagreements]
    citations = {citation for row in citing for citation in row.sources}
    cited = {c.key for c in citations} | {c.through.key for c in citations if c.through}
    strands = Counter(map(data.strand_of, data.claims))
    standings = Counter(data.standing(claim).value for claim in data.claims if data.strand_of(claim) == MAIN_STRAND)
    template = HTML_TEMPLATES.get_template("front.html.j2")

    def rendered(style: str) -> str:
        return template.render(
            texts=texts,
            message=texts.html,
            package=data.package,
            title=texts.package("title"),
            subtitle=texts.package("subtitle"),
            description=texts.package("description"),
            licence_path=texts.to_root(data.package.licence_path),
            languages=[
                (tag, own_name(tag), texts.root + page_file("index.html", tag, data.package.language))
                for tag in languages
                if tag != texts.language
            ],
            years=years,
            standings={standing.value: standings[standing.value] for standing in Standing},
            strands=[
                (
                    texts.localized(strand_title(data, strand, texts.language), strand.title),
                    texts.localized(strand_note(data, strand, texts.language), strand.note),
                    strands[strand.name],
                )
                for strand in data.strands
                if strand.name != MAIN_STRAND and strands[strand.name]
            ],
            contested=sum(data.is_contested(claim) for claim in data.claims if data.strand_of(claim) == MAIN_STRAND),
            sources=len(cited),
            layers=[(name, len(frame)) for name, frame in record.items()],
            style=trusted_markup(style),
            # 'self' is not an origin on file://, so pictures need the scheme.
            policy=content_security_policy([], [style]).replace("img-src data: blob:", "img-src 'self' file:"),
        )

    fonts = bundle.viewer_font_css() + cjk_fonts.page_font_css(rendered(""), cjk_fonts.cjk_characters(data))
    return rendered(fonts + _colour_css() + HTML_TEMPLATES.get_template("front.css.j2").render())


def _colour_css() -> str:
    """The colours of the atlas as custom properties, light and dark."""

    def rules(style: str) -> str:
        return "".join(f"--{name}:{value};" for name, value in bundle.read_json("palette.json")[style].items())

    return f":root{{{rules('light')}}}@media (prefers-color-scheme:dark){{:root{{{rules('dark')}}}}}"


def year_summary(layers: PeriodLayers, language: str = "en") -> str:
    """Counts by kind; possible claims are also counted separately, and undated claims are not counted.

    Parameters
    ----------
    layers : PeriodLayers
        as ``PeriodLayers.at`` returns them, with the column ``holds``.
    language : str
        A BCP 47 tag; English if the program has no messages in the language.

    Returns
    -------
    str
        Such as "7 stations, 2 of them perhaps; 4 posts".
    """
    message = messages_for(language).text
    parts = []
    for name in ("stations", "heads", "couriers", "raids"):
        holds = [each for each in getattr(layers, name)["holds"] if each != "undated"]
        possible = holds.count("possible")
        if not holds:
            continue
        counted = message(f"front-counts-{name}", count=len(holds))
        if possible:
            phrase = "perhaps" if len(holds) == possible else "ofThemPerhaps"
            counted = message(f"front-counts-{phrase}", counted=counted, n=str(possible))
        parts.append(counted)
    return message("front-counts-separator").join(parts) if parts else message("front-counts-nothing")
