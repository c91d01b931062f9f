"""``report.html``: the report as a page for a historian, without a script, from the document of data alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from maps import bundle
from maps.page import content_security_policy, refuse_strangers
from maps.templating import TEMPLATES

# The small chart of a year, in units of its own: as wide as a bar, and as high as the fullest year needs.
BAR, TALLEST = 24, 110
MOST_LISTED = 500
"""Of a longer list the page has the beginning, and says where the rest is: with a hundred thousand links none opens."""


def report_page(document: dict[str, Any]) -> str:
    """The page of a report.

    Parameters
    ----------
    document : dict
        as `maps.report.report` makes it.
    """
    rules = TEMPLATES.get_template("report.css.j2")
    style = bundle.font_faces() + rules.render(years=len(document["years"]), **bundle.document("palette.json"))
    page = TEMPLATES.get_template("report.html.j2").render(
        report=document,
        most_listed=MOST_LISTED,
        chart=charts(document["years"]),
        by_key={source["key"]: source for source in document["sources"]},
        atlas_link=lambda ref: atlas_link(document["rows"], ref),
        worlds=lambda refs: worlds(document["rows"], refs),
        style=Markup(style),  # noqa: S704  # built from files of the package alone
        policy=content_security_policy([], [style]),
    )
    refuse_strangers(page, [], [style])
    return str(page)


def atlas_link(rows: dict[str, dict[str, Any]], ref: str) -> str:
    """The address of a row in the atlas, in a year in which it holds."""
    row = rows.get(ref, {})
    parts = [("year", str(row["year"]))] if row.get("year") is not None else []
    parts += [("world", "fiction")] if row.get("standing") == "fiction" else []
    parts.append(("select", ref))
    return "atlas.html#" + "&".join(f"{name}={quote(value, safe=':')}" for name, value in parts)


def worlds(rows: dict[str, dict[str, Any]], refs: Sequence[str]) -> tuple[list[str], list[str]]:
    """Refs of the record and refs of fiction, which no list may mix."""
    fiction = [ref for ref in refs if rows[ref]["standing"] == "fiction"]
    return [ref for ref in refs if rows[ref]["standing"] != "fiction"], fiction


def charts(years: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The bars of the small charts: attested upwards from a common line, disputed downwards, on one scale.

    Next to the line stands what holds certainly; beyond it what holds possibly.
    """

    def total(year: dict[str, Any], standing: str) -> int:
        return int(sum(year[standing].values()))

    up = max((total(year, "attested") for year in years), default=0)
    down = max((total(year, "disputed") for year in years), default=0)
    unit = TALLEST / max(up + down, 1)
    line = up * unit
    bars = []
    for year in years:
        here = []
        for standing, direction in (("attested", -1), ("disputed", 1)):
            at = line
            for holds in ("certainly", "possibly"):
                height = year[standing][holds] * unit
                top = at - height if direction < 0 else at
                at += direction * height
                if height:
                    here.append({"standing": standing, "holds": holds, "y": _figure(top), "height": _figure(height)})
        bars.append(here)
    return {"width": BAR, "height": TALLEST, "line": _figure(line), "bars": bars, "up": up, "down": down}


def _figure(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
