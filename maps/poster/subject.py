"""All that a poster is drawn from, and nothing else: where two subjects are equal, so are their posters.

A build asks for `fingerprint` before it draws, and keeps the poster of the former site where it is the same.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable
from dataclasses import dataclass

import shapely

from layers.period import PeriodLayers
from maps.borders import Borders
from maps.poster.meta import PosterMeta, meta_of
from maps.poster.things import Thing, network_km, signs_of, things_of
from maps.poster.window import Window, inset_window, main_window
from maps.words import counted
from seeds.days import day_of

MAP = (41.0, 41.0, 1124.0, 796.0)
"""The frame of the map on the page: x, y, width, height."""


@dataclass(frozen=True)
class Subject:
    """A year: what holds in it, the words around it; and of the whole period its extent and the marks of its legend.

    Parameters
    ----------
    now : tuple of Thing
        what the map and the column show.
    signs : tuple of Thing
        of the period, one of each kind and category: the legend is the same on every poster.
    window, inset : Window
        what of the plane the map shows, and the map of its densest part; of the whole period likewise.
    told : str
        what the year holds, counted.
    """

    year: int
    meta: PosterMeta
    now: tuple[Thing, ...]
    signs: tuple[Thing, ...]
    window: Window
    inset: Window | None
    told: str


def subject_of(
    layers: PeriodLayers, year: int, meta: PosterMeta | None = None, borders: Borders | None = None
) -> Subject:
    """The subject of a poster."""
    return subjects(layers, borders)(year, meta)


def subjects(layers: PeriodLayers, borders: Borders | None = None) -> Callable[..., Subject]:
    """A function from the year to the subject; what follows from the whole period is found once."""
    shown = layers.record.shown
    period = shown.within(day_of(layers.first_year), day_of(layers.last_year, 12, 31))
    signs = signs_of(period)
    window = main_window(network_km(period.stations, period.heads, period.raids, period.couriers), *MAP)
    inset = inset_window(network_km(period.stations, period.heads, period.raids), window)

    def of(year: int, meta: PosterMeta | None = None) -> Subject:
        meta = meta or meta_of(layers, year, borders=borders)
        held = shown.at(year)
        return Subject(
            year=year,
            meta=meta,
            now=tuple(things_of(held, meta.place_names)),
            signs=tuple(signs),
            window=window,
            inset=inset,
            told=counted(held),
        )

    return of


def fingerprint(subject: Subject) -> str:
    """A sha256 over the subject: of the signs of the legend their kind and category alone."""
    total = hashlib.sha256()
    for field in dataclasses.fields(PosterMeta):
        value = getattr(subject.meta, field.name)
        total.update(shapely.to_wkb(value) if isinstance(value, shapely.Geometry) else repr(value).encode() + b"\0")
    for thing in subject.now:
        told = [getattr(thing, field.name) for field in dataclasses.fields(thing) if field.name != "shape"]
        total.update(repr(told).encode() + b"\0" + (shapely.to_wkb(thing.shape) if thing.shape is not None else b""))
    signs = [(sign.kind, sign.category) for sign in subject.signs]
    total.update(repr((subject.year, subject.told, signs, subject.window, subject.inset)).encode())
    return total.hexdigest()
