"""The files of a kiosk in a site, beside the visitor's page: the shell, and what its machine needs."""

from __future__ import annotations

from collections.abc import Iterator

from liaison_atlas.maps.kiosk.kiosk_config import KioskConfig
from liaison_atlas.maps.kiosk.machine_files import machine_files
from liaison_atlas.maps.kiosk.shell_page import shell_page

KIOSK_FOLDER = "kiosk"


def kiosk_files(config: KioskConfig, version: str) -> Iterator[tuple[str, bytes]]:
    """The files that run a kiosk, by their paths in a site: the shell, and what a Debian machine needs.

    The visitor's page, ``kiosk.html``, is not among them; it reads `maps.kiosk.kiosk_config.kiosk_settings`.

    Parameters
    ----------
    config : KioskConfig
        the settings of the house.
    version : str
        of the program, for the first line of the files that a technician reads.

    Yields
    ------
    (str, bytes)
        the path, with slashes, and the content.
    """
    yield f"{KIOSK_FOLDER}/shell.html", shell_page(config).encode()
    for name, content in machine_files(config, version):
        yield f"{KIOSK_FOLDER}/debian/{name}", content
