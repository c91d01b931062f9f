"""``locate.html``: the places without a position, with candidates, reasons and a small map each. It has no script."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from itertools import zip_longest

from liaison_atlas.geo.locating.candidates import Proposal
from liaison_atlas.geo.locating.ledger_file import number_text
from liaison_atlas.maps.pages.content_security import content_security_policy, verify_embedded_code
from liaison_atlas.maps.pages.place_review.review_map import HEIGHT, WIDTH, candidate_map
from liaison_atlas.maps.pages.templating import HTML_TEMPLATES, trusted_markup
from liaison_atlas.maps.viewer import bundle
from liaison_atlas.seeds.tables.dataset import Dataset

MAX_MAPS = 200
"""With more maps a page is too large to open; the remaining places have only tables."""


def review_page(data: Dataset, proposals: Sequence[Proposal]) -> str:
    """The page of the proposals.

    Parameters
    ----------
    data : Dataset
        with the current ledger; its places are drawn for orientation.
    proposals : sequence of Proposal
        from `geo.locate`.

    Returns
    -------
    str
        the page as HTML.
    """
    areas = {place.id for place in data.places if place.kind in {"country", "region"}}
    known = [(row.lon, row.lat) for row in data.located if row.place not in areas]
    maps = [
        candidate_map([(c.position, c.accuracy_m) for c in each.candidates], known) for each in proposals[:MAX_MAPS]
    ]
    style = bundle.viewer_font_css() + HTML_TEMPLATES.get_template("locate.css.j2").render(
        **bundle.read_json("palette.json")
    )
    page = HTML_TEMPLATES.get_template("locate.html.j2").render(
        title=data.package.title,
        entries=list(zip_longest(proposals, maps)),
        kinds=dict(data.package.categories("places", "kind")),
        number_text=number_text,
        radius_text=radius_text,
        certain=sum(proposal.certain for proposal in proposals),
        width=int(WIDTH),
        height=int(HEIGHT),
        generator=f"liaison-atlas {version('liaison-atlas')}",
        style=trusted_markup(style),
        policy=content_security_policy([], [style]),
    )
    verify_embedded_code(page, [], [style])
    return str(page)


def radius_text(radius_m: float) -> str:
    """A radius as text.

    Returns
    -------
    str
        in metres below a kilometre, else in kilometres.

    Examples
    --------
    >>> radius_text(30), radius_text(2500), radius_text(450000)
    ('30 m', '2.5 km', '450 km')
    """
    return f"{radius_m:.0f} m" if radius_m < 1000 else f"{radius_m / 1000:.1f}".removesuffix(".0") + " km"
