"""``shell.html``: the page that the kiosk's browser opens and keeps open; it shows the releases, one after another.

It is written once and changes rarely. It contains nothing of the atlas: each release is a page in a sandboxed frame.
The protocol between the two is in ``maps/viewer/src/shell/kiosk-messages.ts``.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from liaison_atlas.maps.kiosk.kiosk_config import KioskConfig
from liaison_atlas.maps.pages.content_security import content_security_policy, verify_embedded_code
from liaison_atlas.maps.pages.templating import HTML_TEMPLATES, trusted_markup
from liaison_atlas.maps.viewer import bundle

# Texts shown while there is no release, in the languages of the program; English if a kiosk uses none of them.
_PLACEHOLDER_TEXTS = {
    "en": "The atlas will be back in a moment.",
    "de": "Der Atlas ist gleich wieder da.",
    "ru": "Атлас вернётся через минуту.",
    "zh": "地图集马上回来。",
}


@dataclass(frozen=True)
class ShellTimings:
    """How often the shell polls, and how long it waits. Tests use shorter times."""

    tick_ms: int = 500  # between two checks of the frames
    poll_ms: int = 10_000  # between two reads of current/version.js
    ready_ms: int = 30_000  # until a release is abandoned that does not report that it is ready
    ping_ms: int = 5_000
    missed: int = 4  # pings without a response before a frame is replaced
    fade_ms: int = 400


def shell_page(config: KioskConfig, timings: ShellTimings | None = None) -> str:
    """The shell as HTML: its policy allows its own script by hash, and nothing from a network."""
    script = bundle.read_text("shell.js")
    colours = bundle.read_json("palette.json")["light"]
    style = HTML_TEMPLATES.get_template("shell.css.j2").render(colours=colours, rotation=config.screen.rotation)
    # The script with a release's name and the page of a release change with each release, so no hash can allow
    # them; 'self' is not an origin on file://.
    policy = content_security_policy([script], [style]).replace("script-src ", "script-src 'self' file: ")
    page = HTML_TEMPLATES.get_template("shell.html.j2").render(
        title=config.title or "Liaison Atlas",
        language=config.languages[0],
        policy=f"{policy}; frame-src 'self' file:",
        style=trusted_markup(style),
        script=trusted_markup(script),
        timings=trusted_markup(json.dumps(asdict(timings or ShellTimings()))),
        placeholder_texts=[(tag, _PLACEHOLDER_TEXTS[tag]) for tag in config.languages if tag in _PLACEHOLDER_TEXTS]
        or [("en", _PLACEHOLDER_TEXTS["en"])],
    )
    verify_embedded_code(page, [script], [style])
    return str(page)
