"""Writes the files that run a kiosk: the shell, and the files of a Debian machine with a script that installs them.

A template is a file ``debian/*.j2``; a new one is found by listing the folder, and ``install.sh`` must know its target.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

from liaison_atlas.maps.kiosk import chromium
from liaison_atlas.maps.kiosk.kiosk_config import KioskConfig
from liaison_atlas.maps.kiosk.shell_page import shell_page
from liaison_atlas.maps.pages.templating import text_environment

_TEMPLATES = Path(__file__).parent / "debian"
# Files that only certain settings need.
_QUIET_FILES = ("kiosk-rest.service", "kiosk-rest.timer", "kiosk-wake.service", "kiosk-wake.timer")
_USB_FILES = ("kiosk-usb@.service", "usb-publish", "liaison-kiosk-usb.rules")
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time of a zip entry, so that the bytes are always the same


def kiosk_files(config: KioskConfig, version: str) -> Iterator[tuple[str, bytes]]:
    """The files that run a kiosk, by their paths in a site: the shell and the files of a Debian machine.

    The visitor's page, ``kiosk.html``, is not among them; it reads `maps.kiosk.kiosk_config.kiosk_settings`.

    Parameters
    ----------
    config : KioskConfig
        The settings of the kiosk.
    version : str
        The version of the program, for the first line of the files that a technician reads.

    Yields
    ------
    tuple of (str, bytes)
        The path and the content of a file.
    """
    yield "kiosk/shell.html", shell_page(config).encode()
    environment = text_environment(_TEMPLATES)
    has_quiet_hours = config.hours.quiet_from is not None and config.hours.quiet == "off"
    for path in sorted(_TEMPLATES.glob("*.j2")):
        name = path.stem
        if (name in _QUIET_FILES and not has_quiet_hours) or (name in _USB_FILES and not config.machine.usb):
            continue
        template = environment.get_template(path.name)
        rendered = template.render(
            config=config,
            version=version,
            has_quiet_hours=has_quiet_hours,
            target=chromium.PUBLISH_FOLDER,
            state=chromium.STATE_FOLDER,
            run=chromium.RUNTIME_FOLDER,
            in_use=chromium.IN_USE_FILE,
            flags=[(chromium.as_switch(flag, value), why) for flag, value, why in chromium.flags(config)],
        )
        yield f"kiosk/debian/{name}", rendered.encode()
    policies = {name: value for name, value, _ in chromium.policies(config)}
    yield "kiosk/debian/policies.json", (json.dumps(policies, indent=1) + "\n").encode()
    yield "kiosk/debian/liaison-publish.pyz", publisher_zipapp()


def publisher_zipapp() -> bytes:
    """``liaison publish`` as one file that runs with Debian's own ``python3`` and nothing else."""
    kiosk = Path(__file__).parent
    files = {
        "__main__.py": (kiosk / "publish_command.py").read_bytes(),
        **{f"liaison_atlas/{package}__init__.py": b"" for package in ("", "maps/", "maps/kiosk/")},
        **{
            f"liaison_atlas/maps/kiosk/{name}": (kiosk / name).read_bytes()
            for name in ("publishing.py", "release_store.py")
        },
    }
    packed = io.BytesIO()
    packed.write(b"#!/usr/bin/env python3\n")
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_STORED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _ZIP_EPOCH)
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            archive.writestr(entry, content)
    return packed.getvalue()
