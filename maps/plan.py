"""What a build makes: ``plan(layers)`` lists every piece of work with the files it writes and what they follow from.

A piece whose ``follows_from`` is the same as in the former site need not be done again: the files would be the same,
byte for byte. It is a sha256 over content, never a time.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from typing import Any

import geo
from layers.export import geojson
from layers.period import PeriodLayers
from layers.told import facts_json
from maps import manifest
from maps.atlas import document_of, page_of
from maps.borders import Borders
from maps.front import front_page
from maps.kiosk import outputs
from maps.kiosk.config import KioskConfig
from maps.kiosk.page import kiosk_page_document, kiosk_page_of
from maps.poster.sheet import poster_png, svg_of
from maps.poster.subject import Subject, fingerprint, subjects
from maps.report import report, report_json, report_page


@dataclass(frozen=True)
class Work:
    """Files that are made together, the sha256 of all that they follow from, and how they are made.

    What is ``apart`` may be made in another process: then ``make`` can be pickled.
    """

    files: tuple[str, ...]
    follows_from: str
    make: Callable[[], tuple[bytes, ...]]
    apart: bool = False


def plan(
    layers: PeriodLayers, basis: dict[str, Any], borders: Borders | None = None, config: KioskConfig | None = None
) -> Iterator[Work]:
    """Every piece of work of a site but its manifest.

    Parameters
    ----------
    layers : PeriodLayers
    basis : dict
        from `maps.manifest.basis`: the inputs stand for whatever follows from all of them.
    borders : Borders, optional
    config : KioskConfig, optional
        what the house sets for its kiosk; with it come the shell and the files of its machine.
    """
    data = layers.data
    years = range(layers.first_year, layers.last_year + 1)
    # The slowest first, so that no process waits for the last one.
    subject_of = subjects(layers, borders)
    for year in years:
        subject = subject_of(year)
        names = (f"posters/{year}.svg", f"posters/{year}.png")
        yield Work(names, fingerprint(subject), partial(_poster, subject), apart=True)
    pages: list[tuple[str, int | None]] = [("atlas.html", None), *((f"years/{year}.html", year) for year in years)]
    for name, only in pages:
        document = document_of(layers, only, borders)
        yield Work((name,), _hash(document), partial(_page, document))
    kiosk = kiosk_page_document(layers, config, borders)
    yield Work(("kiosk.html",), _hash(kiosk), lambda: (kiosk_page_of(kiosk).encode(),))
    if config:
        for name, content in outputs(config, version("liaison-atlas")):
            yield Work((name,), hashlib.sha256(content).hexdigest(), partial(_written, content))
    everything = _hash(basis["inputs"])
    yield Work(("index.html",), everything, lambda: (front_page(layers).encode(),))
    yield Work(("report.html", "report.json"), everything, partial(_report, layers))
    yield Work((manifest.CLAIMS,), everything, lambda: (facts_json(data).encode(),))
    for name, frame in layers.record.items():
        yield Work((f"data/{name}.geojson",), everything, partial(_layer, frame))


def _hash(document: Any) -> str:
    return hashlib.sha256(json.dumps(document, ensure_ascii=False, sort_keys=True, default=list).encode()).hexdigest()


def _poster(subject: Subject) -> tuple[bytes, bytes]:
    svg = svg_of(subject)
    return svg.encode(), poster_png(svg)


def _written(content: bytes) -> tuple[bytes]:
    return (content,)


def _page(document: dict[str, Any]) -> tuple[bytes]:
    return (page_of(document).encode(),)


def _report(layers: PeriodLayers) -> tuple[bytes, bytes]:
    evidence = report(layers.data, geo.check(layers.data))
    return report_page(evidence).encode(), report_json(evidence).encode()


def _layer(frame: Any) -> tuple[bytes]:
    return (geojson(frame).encode(),)
