"""A build that never ends, as V8 runs a script without an end: ``python tests/endless_drawing.py BUILD_ARGUMENT...``.

It prints the id of the process in which V8 runs just before it calls that script.
"""

from __future__ import annotations

import os
import sys

from liaison_atlas.maps.scene.scene_engine import Json, SceneEngine
from liaison_atlas.maps.viewer import bundle
from liaison_atlas.verbs import cli as liaison

SCRIPT = "var liaisonScene = { load() { for (;;); } };"


def main(arguments: list[str]) -> int:
    """Build with that script, by the command line."""
    read_text, call = bundle.read_text, SceneEngine.call

    def call_without_arguments(engine: SceneEngine, name: str, *_: Json) -> Json:
        os.write(1, f"{os.getpid()}\n".encode())
        return call(engine, name)  # whatever takes time from here on is the script

    SceneEngine.call = call_without_arguments  # type: ignore[method-assign]
    bundle.read_text = lambda name: SCRIPT if name == "scene.js" else read_text(name)
    return liaison.main(["build", *arguments])


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
