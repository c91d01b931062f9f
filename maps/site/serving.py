"""A local server for authors, not for the public: it shows a site and reloads it after each build.

The pages of a site must not use the network. A page around them, which exists only on this server, reloads them from
outside.
"""

from __future__ import annotations

import functools
import http.server
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from liaison_atlas.maps.pages.templating import HTML_TEMPLATES
from liaison_atlas.maps.site import manifest

HOST = "127.0.0.1"
_SITE_PREFIX = "/site/"


@contextmanager
def served(site: Path, port: int = 0) -> Iterator[str]:
    """Serve a site only to this machine while the block runs.

    Parameters
    ----------
    site : Path
        the folder of the site; it need not exist yet.
    port : int
        0 for any free port.

    Yields
    ------
    str
        the address of the page around the site.

    Raises
    ------
    OSError
        if the port is in use.
    """
    server = http.server.ThreadingHTTPServer((HOST, port), functools.partial(_Handler, directory=str(site)))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    thread.start()
    try:
        yield f"http://{HOST}:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the page around the site at /, the state that it polls at /state, and the files of the site under /site/."""

    def do_GET(self) -> None:
        if self._has_foreign_host():
            self.send_error(421, "Ask for localhost")
            return
        path = urlsplit(self.path).path
        if path == "/":
            self._send(
                HTML_TEMPLATES.get_template("serve.html.j2").render(site=_SITE_PREFIX).encode(),
                "text/html; charset=utf-8",
            )
        elif path == "/state":
            manifest_document = manifest.read_manifest(Path(self.directory)) or {}
            self._send(json.dumps({"state": _site_state(manifest_document)}).encode(), "application/json")
        elif path.startswith(_SITE_PREFIX):
            self.path = "/" + path.removeprefix(_SITE_PREFIX)
            super().do_GET()
        else:
            self.send_error(404)

    do_HEAD = do_GET  # noqa: N815  # the name that http.server requires

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Log nothing: the terminal is for the builds."""

    def _has_foreign_host(self) -> bool:
        """Whether the request has another host name, as when a web page resolves its own name to this machine."""
        host = (self.headers.get("Host") or "").rsplit(":", 1)[0]
        return host not in {"127.0.0.1", "localhost"}

    def _send(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def _site_state(manifest_document: dict[str, object]) -> str:
    return (
        str(manifest.file_entry(json.dumps(manifest_document, sort_keys=True).encode())["sha256"])
        if manifest_document
        else ""
    )
