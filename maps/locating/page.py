"""``locate.html``: the places without a position, each with its candidates, their reasons and a small map. No script."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version

from markupsafe import Markup

from geo.candidate import Proposal
from geo.locating.ledger_file import number
from maps import bundle
from maps.locating.map import HEIGHT, WIDTH, small_map
from maps.page import content_security_policy, refuse_strangers
from maps.templating import TEMPLATES
from seeds.dataset import Dataset

MOST_MAPS = 200
"""Beyond so many places a page with a map for each is too large to be opened; the rest have their tables."""


def locate_page(data: Dataset, proposals: Sequence[Proposal]) -> str:
    """The page of the proposals.

    Parameters
    ----------
    data : Dataset
        with the ledger as it is; its places are drawn for orientation.
    proposals : sequence of Proposal
    """
    areas = {place.id for place in data.places if place.kind in {"country", "region"}}
    known = [(row.lon, row.lat) for row in data.located if row.place not in areas]
    kinds = dict(data.package.categories("places", "kind"))
    entries = [
        {
            "place": proposal.place,
            "kind": kinds.get(proposal.place.kind, proposal.place.kind),
            "certain": proposal.certain,
            "doubt": proposal.doubt,
            "problems": proposal.problems,
            "candidates": [
                {
                    "name": c.name,
                    "country": c.country,
                    "lon": number(c.lon),
                    "lat": number(c.lat),
                    "accuracy": in_words(c.accuracy_m),
                    "why": c.accuracy_why,
                    "identifier": c.identifier,
                    "method": c.method,
                    "score": f"{c.score:.2f}",
                    "reasons": c.reasons,
                }
                for c in proposal.candidates
            ],
            "map": small_map([(c.position, c.accuracy_m) for c in proposal.candidates], known)
            if count < MOST_MAPS
            else None,
        }
        for count, proposal in enumerate(proposals)
    ]
    style = bundle.font_faces() + TEMPLATES.get_template("locate.css.j2").render(**bundle.document("palette.json"))
    page = TEMPLATES.get_template("locate.html.j2").render(
        title=data.package.title,
        entries=entries,
        certain=sum(proposal.certain for proposal in proposals),
        width=int(WIDTH),
        height=int(HEIGHT),
        generator=f"liaison-atlas {version('liaison-atlas')}",
        style=Markup(style),  # noqa: S704  # built from files of the package alone
        policy=content_security_policy([], [style]),
    )
    refuse_strangers(page, [], [style])
    return str(page)


def in_words(metres: float) -> str:
    """A radius as one reads it.

    >>> in_words(30), in_words(2500), in_words(450000)
    ('30 m', '2.5 km', '450 km')
    """
    return f"{metres:.0f} m" if metres < 1000 else f"{metres / 1000:.1f}".removesuffix(".0") + " km"
