"""The tasks of a build: `site_tasks` lists them, each with the files that it writes and what they are made from.

A task whose fingerprint is the same as in the previous site need not run again: its files would be the same, byte for
byte. A fingerprint is a sha256 of content, never a time.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from typing import Any

from liaison_atlas.layers.claim_facts import facts_json_chunks
from liaison_atlas.layers.geojson_export import geojson_chunks
from liaison_atlas.layers.layer_claims import LAYER_NAMES
from liaison_atlas.layers.period import PeriodLayers
from liaison_atlas.maps.ground.borders import Borders
from liaison_atlas.maps.kiosk.kiosk_config import KioskConfig
from liaison_atlas.maps.kiosk.kiosk_files import kiosk_files
from liaison_atlas.maps.kiosk.kiosk_page import kiosk_page_document, render_kiosk_page
from liaison_atlas.maps.pages.atlas_pages import page_document, render_page
from liaison_atlas.maps.pages.cjk_fonts import cjk_characters
from liaison_atlas.maps.pages.front_page import front_page
from liaison_atlas.maps.pages.page_texts import page_file
from liaison_atlas.maps.pages.report import report_document, report_json_parts, report_page
from liaison_atlas.maps.posters.poster_pages import PosterPages
from liaison_atlas.maps.posters.poster_render import page_svg, poster_png
from liaison_atlas.maps.site import manifest
from liaison_atlas.maps.site.output_folder import FileContent
from liaison_atlas.seeds.dates.years import year_file_stem
from liaison_atlas.seeds.tables.problems import Problem

MakeFiles = Callable[[], tuple[FileContent, ...]]


@dataclass(frozen=True)
class Task:
    """Files that are made together: ``prepare`` returns the sha256 of what they are made from, and how to make them.

    It is called where the files are made, which may be another process. An ``expensive`` task takes so long that it is
    worth starting a process for.
    """

    files: tuple[str, ...]
    prepare: Callable[[], tuple[str, MakeFiles]]
    expensive: bool = False


def site_tasks(
    layers: PeriodLayers,
    problems: tuple[Problem, ...],
    build_fingerprint: dict[str, Any],
    draw_posters: Callable[[], PosterPages],
    borders: Borders | None = None,
    kiosk_config: KioskConfig | None = None,
    *,
    languages: Sequence[str] = (),
) -> Iterator[Task]:
    """The tasks of a site, all but its manifest: the longest first, so that no process waits for the last one.

    Parameters
    ----------
    layers : PeriodLayers
    problems : tuple of Problem
        from `geo.check`, for the report.
    build_fingerprint : dict
        from `maps.site.manifest.build_fingerprint`: the inputs stand for whatever follows from all of them.
    draw_posters : callable
        returns the posters of all years in all languages that are built, as pages.
    borders : Borders, optional
    kiosk_config : KioskConfig, optional
        what the house sets for its kiosk; with it come the shell and the files of its machine.
    languages : sequence of str
        those that have pages of their own beside the main one, as `maps.site.site_languages.other_languages` returns
        them.
    """
    everything = _json_sha256(build_fingerprint["inputs"])
    stems = {year: year_file_stem(year) for year in range(layers.first_year, layers.last_year + 1)}
    main = layers.data.package.language
    built_languages = (main, *languages)
    drawn = _lazy(draw_posters)
    posters = [
        Task(
            tuple(page_file(f"posters/{stem}.{kind}", language, main) for kind in ("svg", "png")),
            partial(_prepare_poster, drawn, year, language),
            expensive=True,
        )
        for language in built_languages
        for year, stem in stems.items()
    ]
    # One poster before all: what is found for it, the pages and the picture of the land, is then there for the others.
    yield from posters[:1]
    yield Task(("kiosk.html",), partial(_prepare_kiosk_page, layers, kiosk_config, borders))
    yield Task(("atlas.html",), partial(_prepare_page, layers, None, borders))
    yield Task(("report.html", "report.json"), lambda: (everything, partial(_report_files, layers, problems)))
    for language in languages:
        make_report = partial(_translated_report_files, layers, problems, language)
        yield Task((page_file("report.html", language, main),), partial(_prepared, everything, make_report))
    for name in LAYER_NAMES:
        yield Task((f"data/{name}.geojson",), partial(_prepare_layer, layers, name, everything))
    yield Task((manifest.CLAIMS_FILE,), lambda: (everything, lambda: (_encoded(facts_json_chunks(layers.data)),)))
    for language in built_languages:
        make = partial(_front_page_files, layers, language, built_languages)
        yield Task((page_file("index.html", language, main),), partial(_prepared, everything, make))
    yield from posters[1:]
    for year, stem in stems.items():
        yield Task((f"years/{stem}.html",), partial(_prepare_page, layers, year, borders))
    if kiosk_config:
        for name, content in kiosk_files(kiosk_config, version("liaison-atlas")):
            yield Task((name,), partial(_prepare_written, content))


def _lazy(find: Callable[[], Any]) -> Callable[[], Any]:
    """What is found when it is first asked for, and kept."""
    found: list[Any] = []

    def answer() -> Any:
        if not found:
            found.append(find())
        return found[0]

    return answer


def _json_sha256(document: Any) -> str:
    return hashlib.sha256(json.dumps(document, ensure_ascii=False, sort_keys=True, default=list).encode()).hexdigest()


def _prepare_poster(drawn: Callable[[], PosterPages], year: int, language: str) -> tuple[str, MakeFiles]:
    pages = drawn()

    def make() -> tuple[bytes, bytes]:
        svg = page_svg(pages, year, language)
        return svg.encode(), poster_png(svg)

    return pages.fingerprint(year, language), make


def _prepare_page(layers: PeriodLayers, year: int | None, borders: Borders | None) -> tuple[str, MakeFiles]:
    document = page_document(layers, year, borders)
    return _json_sha256(document), lambda: (render_page(document).encode(),)


def _prepare_kiosk_page(
    layers: PeriodLayers, config: KioskConfig | None, borders: Borders | None
) -> tuple[str, MakeFiles]:
    document = kiosk_page_document(layers, config, borders)
    return _json_sha256(document), lambda: (render_kiosk_page(document).encode(),)


def _prepare_written(content: bytes) -> tuple[str, MakeFiles]:
    return hashlib.sha256(content).hexdigest(), lambda: (content,)


def _report_files(layers: PeriodLayers, problems: tuple[Problem, ...]) -> tuple[FileContent, ...]:
    evidence = report_document(layers.data, problems)
    return report_page(evidence, cjk_characters(layers.data)).encode(), _encoded(report_json_parts(evidence))


def _prepared(fingerprint: str, make: MakeFiles) -> tuple[str, MakeFiles]:
    return fingerprint, make


def _front_page_files(layers: PeriodLayers, language: str, languages: Sequence[str]) -> tuple[FileContent, ...]:
    return (front_page(layers, language, languages).encode(),)


def _translated_report_files(
    layers: PeriodLayers, problems: tuple[Problem, ...], language: str
) -> tuple[FileContent, ...]:
    evidence = report_document(layers.data, problems, language)
    return (report_page(evidence, cjk_characters(layers.data)).encode(),)


def _prepare_layer(layers: PeriodLayers, name: str, everything: str) -> tuple[str, MakeFiles]:
    return everything, lambda: (_encoded(geojson_chunks(getattr(layers.record, name))),)


def _encoded(parts: Iterable[str]) -> Iterator[bytes]:
    return (part.encode() for part in parts)
