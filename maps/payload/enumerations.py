"""The values that are numbers or names in the payload, for Python; those for the viewer are generated from here."""

from __future__ import annotations

from liaison_atlas.maps.payload.page_documents import ONLY, PAGE_LAYERS
from liaison_atlas.maps.payload.symbology import CERTAINTY_STYLES, certainty_style
from liaison_atlas.seeds.dates.days import UNBOUNDED
from liaison_atlas.seeds.dates.when import Holding
from liaison_atlas.seeds.tables.dataset import Standing
from liaison_atlas.seeds.tables.records import CLAIMS, Certainty, LinkCertainty, Rank, SourceKind
from liaison_atlas.seeds.tables.strands import MAIN_STRAND

FORMAT = 4
"""The number of this format; a viewer rejects any other."""

KINDS = CLAIMS
CATEGORIES = {
    "function": ("stations", "function"),
    "role": ("posts", "role"),
    "means": ("journeys", "means"),
    "event": ("events", "kind"),
    "relation": ("ties", "relation"),
    "placeKind": ("places", "kind"),
    "liaison": ("stations", "liaison"),
    "certainty": ("stations", "certainty"),
    "disagreement": ("disagreements", "kind"),
}
"""The lists of categories, each with its table and column; the lists of the kinds of claims come first."""
STANDINGS = tuple(Standing)
CERTAINTIES = tuple(Certainty)
LINK_CERTAINTIES = tuple(LinkCertainty)
RANKS = (Rank.PREFERRED, Rank.NORMAL, Rank.DEPRECATED)
SOURCE_KINDS = tuple(SourceKind)
HOLDINGS = (Holding.NOT, Holding.UNDATED, Holding.POSSIBLE, Holding.SEEN)
"""From not holding to certainly holding."""

CONSTANTS = {
    "FORMAT": FORMAT,
    "UNBOUNDED": UNBOUNDED,
    "KIND_NAMES": [kind.singular for kind in KINDS],
    "Kind": {kind.singular: number for number, kind in enumerate(KINDS)},
    "CATEGORIES_OF_KINDS": list(CATEGORIES)[: len(KINDS)],
    "Standing": {standing.value: number for number, standing in enumerate(STANDINGS)},
    "PAGE_LAYERS": PAGE_LAYERS,
    "ONLY": ONLY,
    "MAIN_STRAND": MAIN_STRAND,
    "SOURCE_KINDS": [kind.value for kind in SOURCE_KINDS],
    "Hold": {holding.value: number for number, holding in enumerate(HOLDINGS)},
    "CertaintyStyle": {style: number for number, style in enumerate(CERTAINTY_STYLES)},
    "CERTAINTY_STYLE_OF": [
        [CERTAINTY_STYLES.index(certainty_style(holding, certainty)) for certainty in CERTAINTIES]
        for holding in HOLDINGS
    ],
}
"""The values that the viewer needs, by name. ``CERTAINTY_STYLE_OF`` has a certainty style for a holding and
a certainty."""
