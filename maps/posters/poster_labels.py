"""The labels of the clusters of a poster: the place, what happened there this year, who was there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from layers.wording.place_wording import somewhere_in
from maps.ground.viewport import Viewport
from maps.posters.label_layout import Box, PlacedLabel
from maps.posters.poster_clusters import Cluster
from maps.posters.poster_features import Feature
from maps.posters.poster_theme import PosterTheme
from maps.posters.poster_wording import MONTHS, person_name
from maps.posters.svg_text import PlacedText, text_at
from maps.posters.typesetting import FontSet, TextLine, TextStyle

NAME_FONT_SIZE, DETAIL_FONT_SIZE = 12.5, 9.5
MAX_LABEL_WIDTH = 190.0
HALO_WIDTH = 210.0  # in `UNITS_PER_EM`

# A label in lines, each with its colour; a cluster has several variants, the fullest first.
LabelBlock = list[tuple[TextLine, str]]


def label_variants(cluster: Cluster, features: Sequence[Feature], theme: PosterTheme) -> list[LabelBlock]:
    """The variants of a cluster's label: with events and people, and the place name alone."""
    fonts, colours = theme.fonts, theme.colours
    first = cluster.features[0]
    small = TextStyle("sans", DETAIL_FONT_SIZE)
    places = list(dict.fromkeys(t.place for t in sorted(cluster.features, key=lambda t: -t.accuracy_km) if t.place))
    if not places:
        return []
    places[1:] = [place.removesuffix(f", {places[0]}") for place in places[1:]]
    if cluster.vague:
        name = (
            fonts.typeset(somewhere_in(places[0]), TextStyle("serif", NAME_FONT_SIZE - 1, italic=True)),
            colours["inkSoft"],
        )
    else:
        name = (fonts.typeset(places[0], TextStyle("serif", NAME_FONT_SIZE, 600)), colours["ink"])
    happened = [t for t in cluster.features if t.kind == "raid"]
    events = list(dict.fromkeys((_event_text(t), theme.colours[t.symbol.colour]) for t in happened))[:2]
    stations = {t.id for t in cluster.features if t.kind == "station"}
    here = {t.place_id for t in cluster.features}
    posts = [t for t in features if t.kind == "head" and (t.station_id in stations or t.place_id in here)]
    posts.sort(key=lambda t: (t.category != "head", t.possible, t.id))
    people = list(dict.fromkeys(person_name(t) for t in posts))
    lines = [name, *((fonts.typeset(text, small), colour) for text, colour in events)]
    if people:
        lines.append((_people_line(people, small, fonts), colours["inkSoft"]))
    if len(places) > 1 and first.kind == "station":
        lines.append(
            (fonts.truncated_line("with " + ", ".join(places[1:4]), small, MAX_LABEL_WIDTH), colours["inkSoft"])
        )
    blocks = [lines, [name]] if len(lines) > 1 else [lines]
    if cluster.vague:  # italics and the hatched circle still show that the position is vague
        blocks.append(
            [(fonts.typeset(places[0], TextStyle("serif", NAME_FONT_SIZE - 1, italic=True)), colours["inkSoft"])]
        )
    return blocks


def place_label(feature: Feature, theme: PosterTheme) -> tuple[TextLine, str]:
    """The place of a feature in one line."""
    return theme.fonts.typeset(
        feature.place, TextStyle("serif", NAME_FONT_SIZE - 1.5, italic=feature.vague)
    ), theme.colours["inkSoft"]


def routes_by_destination(features: Iterable[Feature]) -> dict[str, Feature]:
    """A journey for each destination, by a key of the place."""
    return {f"end/{t.place_id}": t for t in features if t.kind == "courier" and t.place and t.point}


def unlabelled_destinations(
    features: Iterable[Feature], occupied: Sequence[Box], viewport: Viewport
) -> dict[str, tuple[float, float]]:
    """Positions of destinations without a mark of their own, which would have no label."""
    ends = {}
    for key, feature in routes_by_destination(features).items():
        position = np.array([feature.point])
        x, y = (float(v) for v in viewport.to_page(position)[0])
        if viewport.contains(position)[0] and not any(Box(x, y, x, y).overlaps(box) for box in occupied):
            ends[key] = (x, y)
    return ends


def block_sizes(blocks: Sequence[LabelBlock]) -> tuple[tuple[float, float], ...]:
    """Width and height of each block."""
    return tuple(_size(block) for block in blocks)


def placed_texts(block: LabelBlock, label: PlacedLabel) -> list[PlacedText]:
    """The texts of a label, aligned to the side of its mark."""
    top, texts = label.box.top, []
    for i, (line, colour) in enumerate(block):
        height = line.style.font_size * (1.02 if i == 0 else 1.16)
        free = label.box.right - label.box.left - line.advance
        x = label.box.left + {"right": 0.0, "left": free, "middle": free / 2}[label.side]
        texts.append(text_at(line, x, top + height * 0.79, colour, HALO_WIDTH))
        top += height
    return texts


def _size(block: LabelBlock) -> tuple[float, float]:
    heights = [line.style.font_size * (1.02 if i == 0 else 1.16) for i, (line, _) in enumerate(block)]
    return max(line.advance for line, _ in block), sum(heights)


def _people_line(names: Sequence[str], style: TextStyle, fonts: FontSet) -> TextLine:
    """Up to two names, as many as fit, and the number of the others."""
    for shown in (2, 1):
        more = f" and {len(names) - shown} more" if len(names) > shown else ""
        line = fonts.typeset(", ".join(names[:shown]) + more, style)
        if line.advance <= MAX_LABEL_WIDTH:
            return line
    return fonts.truncated_line(names[0], style, MAX_LABEL_WIDTH)


def _event_text(feature: Feature) -> str:
    what = feature.category.replace("-", " ") if feature.category != "other" else "event"
    when = MONTHS[feature.month - 1] if feature.month else "perhaps" if feature.possible else ""
    return f"{what}, {when}" if when else what
