"""``report.html``: the report as a page for historians, made only from the report document, without a script."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from liaison_atlas.layers.wording.languages import language_for
from liaison_atlas.maps.pages.cjk_fonts import page_font_css
from liaison_atlas.maps.pages.content_security import content_security_policy, verify_embedded_code
from liaison_atlas.maps.pages.page_texts import PageLanguage
from liaison_atlas.maps.pages.report.picture_years import MOSTLY, PictureOfYear, mostly_possible
from liaison_atlas.maps.pages.templating import HTML_TEMPLATES, trusted_markup
from liaison_atlas.maps.viewer import bundle
from liaison_atlas.seeds.tables.strands import MAIN_STRAND

# The small chart of a year, in user units of its SVG: one bar wide, and as high as the fullest year needs.
BAR_WIDTH, CHART_HEIGHT = 24, 110
MAX_LISTED = 500
"""A longer list is cut, with a note on where to find the rest: a page with a hundred thousand links does not open."""


def report_page(document: dict[str, Any], cjk_characters: frozenset[str] | None = None) -> str:
    """The page of a report.

    Parameters
    ----------
    document : dict
        from `maps.pages.report.report_document`.
    cjk_characters : frozenset of str, optional
        from `maps.pages.cjk_fonts.cjk_characters`, so that all pages share the same fonts.

    Returns
    -------
    str
        the page as HTML.
    """
    page_language = PageLanguage(document["language"], document["main_language"])
    wording = language_for(page_language.language)
    message = page_language.html
    css = HTML_TEMPLATES.get_template("report.css.j2")
    template = partial(
        HTML_TEMPLATES.get_template("report.html.j2").render,
        report=document,
        texts=page_language,
        message=message,
        wording=wording,
        counted=message,
        cited_after=lambda cited: Markup(wording.cited_after).format(cited),  # noqa: S704  # our own text
        tables={name: message(f"report-tables-{name}") for name in document["record"]["by_table"]},
        licence_path=page_language.to_root(document["licence"]["path"]),
        max_listed=MAX_LISTED,
        strands={strand["name"]: strand for strand in document["strands"]},
        chart=year_charts(document["years"]),
        year_rows=list(zip(document["years"], document["pictures"], strict=True)),
        pictures=picture_summary(document["pictures"]),
        by_key={source["key"]: source for source in document["sources"]},
        atlas_link=lambda ref: atlas_link(document["rows"], ref, page_language),
        refs_by_strand=lambda refs: refs_by_strand(document, refs),
    )
    text = template(style="", policy="")
    style = bundle.viewer_font_css() + page_font_css(text, cjk_characters)
    style += css.render(years=len(document["years"]), **bundle.read_json("palette.json"))
    page = template(style=trusted_markup(style), policy=content_security_policy([], [style]))
    verify_embedded_code(page, [], [style])
    return str(page)


def picture_summary(pictures: list[PictureOfYear]) -> dict[str, Any]:
    """A summary of the maps of all years: the share that is only possible, and the years that stand out."""
    possible = sum(each["possible"] for each in pictures)
    drawn = possible + sum(each["seen"] for each in pictures)
    return {
        "drawn": drawn,
        "possible_percent": round(100 * possible / drawn) if drawn else 0,
        "mostly_percent": round(100 * MOSTLY),
        "mostly_possible": mostly_possible(pictures),
        "alike": [each["year"] for each in pictures if each["changed"] == 0],
    }


def atlas_link(rows: dict[str, dict[str, Any]], ref: str, page_language: PageLanguage) -> str:
    """The address of a row in the atlas, in a year in which it holds."""
    row = rows.get(ref, {})
    parts = [("year", str(row["year"]))] if row.get("year") is not None else []
    parts += [] if page_language.is_main else [("lang", page_language.language)]
    parts += [("strand", row["strand"])] if row.get("strand") not in (None, MAIN_STRAND) else []
    parts.append(("select", ref))
    return page_language.root + "atlas.html#" + "&".join(f"{name}={quote(value, safe=':')}" for name, value in parts)


def refs_by_strand(document: dict[str, Any], refs: Sequence[str]) -> dict[str, list[str]]:
    """Refs by strand, because no list may mix strands: the main one first, with all rows that have no strand."""
    by_strand: dict[str, list[str]] = {MAIN_STRAND: [], **{strand["name"]: [] for strand in document["strands"]}}
    for ref in refs:
        by_strand[document["rows"][ref]["strand"] or MAIN_STRAND].append(ref)
    return {name: of_strand for name, of_strand in by_strand.items() if of_strand or name == MAIN_STRAND}


def year_charts(years: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The bars of the small charts: attested upwards from a common line, partisan downwards, on one scale.

    Seen claims are next to the line, possible claims beyond them.

    Returns
    -------
    dict
        for the template: lengths in user units of SVG, and ``up`` and ``down``, the largest numbers of claims.
    """

    def total(year: dict[str, Any], standing: str) -> int:
        return int(sum(year[standing].values()))

    up = max((total(year, "attested") for year in years), default=0)
    down = max((total(year, "partisan") for year in years), default=0)
    unit = CHART_HEIGHT / max(up + down, 1)
    line = up * unit
    bars = []
    for year in years:
        year_bars = []
        for standing, direction in (("attested", -1), ("partisan", 1)):
            y = line
            for holds in ("seen", "possible"):
                height = year[standing][holds] * unit
                top = y - height if direction < 0 else y
                y += direction * height
                if height:
                    year_bars.append(
                        {"standing": standing, "holds": holds, "y": _svg_number(top), "height": _svg_number(height)}
                    )
        bars.append(year_bars)
    return {"width": BAR_WIDTH, "height": CHART_HEIGHT, "line": _svg_number(line), "bars": bars, "up": up, "down": down}


def _svg_number(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
