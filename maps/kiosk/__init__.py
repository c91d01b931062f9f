"""The kiosk: the atlas on a museum's wall, what the house may set (`config`), and what its machine needs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maps.kiosk.config import KioskConfig

KIOSK_FOLDER = "kiosk"


def kiosk_files(config: KioskConfig, version: str) -> Iterator[tuple[str, bytes]]:
    """The house's side of a kiosk, by the paths in a site: the shell, and what a Debian machine needs.

    The visitor's page, ``kiosk.html``, is not among them; it reads `maps.kiosk.config.kiosk_document`.

    Parameters
    ----------
    config : KioskConfig
    version : str
        of the program, for the first line of the files that a technician reads.
    """
    from maps.kiosk.machine import machine_files
    from maps.kiosk.shell import shell_page

    yield f"{KIOSK_FOLDER}/shell.html", shell_page(config).encode()
    for name, content in machine_files(config, version):
        yield f"{KIOSK_FOLDER}/debian/{name}", content
