"""What a build makes: ``plan(layers)`` lists every piece of work with the files it writes and what they follow from.

A piece whose ``follows_from`` is the same as in the former site need not be done again: the files would be the same,
byte for byte. It is a sha256 over content, never a time.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from typing import Any

import geo
from layers.export import geojson_parts
from layers.period import LAYERS, PeriodLayers
from layers.told import facts_json_parts
from maps import manifest
from maps.atlas import document_of, page_of
from maps.borders import Borders
from maps.front import front_page
from maps.kiosk import outputs
from maps.kiosk.config import KioskConfig
from maps.kiosk.page import kiosk_page_document, kiosk_page_of
from maps.poster.sheet import poster_png, svg_of
from maps.poster.subject import Subject, fingerprint, subjects
from maps.report import report, report_json_parts, report_page
from maps.site import Content

Make = Callable[[], tuple[Content, ...]]


@dataclass(frozen=True)
class Work:
    """Files that are made together: ``prepare`` answers the sha256 of all that they follow from, and how they are made.

    It is called where the files are made, which may be another process: a year is found and told there too. What is
    ``drawn`` takes so long that it may be worth a process which is started anew.
    """

    files: tuple[str, ...]
    prepare: Callable[[], tuple[str, Make]]
    drawn: bool = False


def plan(
    layers: PeriodLayers, basis: dict[str, Any], borders: Borders | None = None, config: KioskConfig | None = None
) -> Iterator[Work]:
    """Every piece of work of a site but its manifest, the longest first, so that no process waits for the last one.

    Parameters
    ----------
    layers : PeriodLayers
    basis : dict
        from `maps.manifest.basis`: the inputs stand for whatever follows from all of them.
    borders : Borders, optional
    config : KioskConfig, optional
        what the house sets for its kiosk; with it come the shell and the files of its machine.
    """
    everything = _hash(basis["inputs"])
    years = range(layers.first_year, layers.last_year + 1)
    subject_of = _once(lambda: subjects(layers, borders))
    posters = [
        Work((f"posters/{year}.svg", f"posters/{year}.png"), partial(_poster, subject_of, year), drawn=True)
        for year in years
    ]
    # One poster before all: what is found for it, the land and the letters, is then there for the others.
    yield from posters[:1]
    yield Work(("kiosk.html",), partial(_kiosk, layers, config, borders))
    yield Work(("atlas.html",), partial(_page, layers, None, borders))
    yield Work(("report.html", "report.json"), lambda: (everything, partial(_report, layers)))
    for name in LAYERS:
        yield Work((f"data/{name}.geojson",), partial(_layer, layers, name, everything))
    yield Work((manifest.CLAIMS,), lambda: (everything, lambda: (_encoded(facts_json_parts(layers.data)),)))
    yield Work(("index.html",), lambda: (everything, lambda: (front_page(layers).encode(),)))
    yield from posters[1:]
    for year in years:
        yield Work((f"years/{year}.html",), partial(_page, layers, year, borders))
    if config:
        for name, content in outputs(config, version("liaison-atlas")):
            yield Work((name,), partial(_written, content))


def _once(find: Callable[[], Any]) -> Callable[[], Any]:
    """What is found when it is first asked for, and kept."""
    found: list[Any] = []

    def answer() -> Any:
        if not found:
            found.append(find())
        return found[0]

    return answer


def _hash(document: Any) -> str:
    return hashlib.sha256(json.dumps(document, ensure_ascii=False, sort_keys=True, default=list).encode()).hexdigest()


def _poster(subject_of: Callable[[], Callable[[int], Subject]], year: int) -> tuple[str, Make]:
    subject = subject_of()(year)

    def make() -> tuple[bytes, bytes]:
        svg = svg_of(subject)
        return svg.encode(), poster_png(svg)

    return fingerprint(subject), make


def _page(layers: PeriodLayers, year: int | None, borders: Borders | None) -> tuple[str, Make]:
    document = document_of(layers, year, borders)
    return _hash(document), lambda: (page_of(document).encode(),)


def _kiosk(layers: PeriodLayers, config: KioskConfig | None, borders: Borders | None) -> tuple[str, Make]:
    document = kiosk_page_document(layers, config, borders)
    return _hash(document), lambda: (kiosk_page_of(document).encode(),)


def _written(content: bytes) -> tuple[str, Make]:
    return hashlib.sha256(content).hexdigest(), lambda: (content,)


def _report(layers: PeriodLayers) -> tuple[Content, ...]:
    evidence = report(layers.data, geo.check(layers.data))
    return report_page(evidence).encode(), _encoded(report_json_parts(evidence))


def _layer(layers: PeriodLayers, name: str, everything: str) -> tuple[str, Make]:
    return everything, lambda: (_encoded(geojson_parts(getattr(layers.record, name))),)


def _encoded(parts: Iterable[str]) -> Iterator[bytes]:
    return (part.encode() for part in parts)
