"""Where files of a site are made or kept, and written at once: ``Workshop.do(number)`` does one piece of the plan.

Nobody holds more contents than those of one piece: a site may be larger than memory.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from layers.period import PeriodLayers
from maps.ground.borders import Borders
from maps.kiosk.kiosk_config import KioskConfig
from maps.site.build_cache import KEPT, PreviousSite
from maps.site.output_folder import StagingFolder
from maps.site.site_tasks import Task, site_tasks


@dataclass(frozen=True)
class Outcome:
    """What became of a piece of work: its files with their sha256 and size, what they follow from, and why so."""

    files: dict[str, dict[str, Any]]
    fingerprint: str
    reason: str

    @property
    def rebuilt(self) -> bool:
        """Whether they were made, not kept."""
        return self.reason != KEPT


@dataclass(frozen=True)
class BuildContext:
    """All that a piece of work needs; another process may have its own."""

    layers: PeriodLayers
    build_fingerprint: dict[str, Any]
    borders: Borders | None
    kiosk: KioskConfig | None
    previous: PreviousSite
    staging: StagingFolder

    @cached_property
    def tasks(self) -> tuple[Task, ...]:
        """The plan."""
        return tuple(site_tasks(self.layers, self.build_fingerprint, self.borders, self.kiosk))

    def __getstate__(self) -> dict[str, Any]:
        # The plan is made again where it is needed: its functions cannot be sent.
        return {name: value for name, value in self.__dict__.items() if name != "tasks"}

    def run_task(self, number: int) -> Outcome:
        """Make or keep the files of a piece of work, and write them into the next site."""
        task = self.tasks[number]
        fingerprint, make = task.prepare()
        reusable, reason = self.previous.reusable_files(task.files, fingerprint)
        entries = {}
        for name, content in zip(task.files, make() if reusable is None else reusable, strict=True):
            entries[name] = self.staging.write(name, content)
        return Outcome(entries, fingerprint, reason)

    def is_reusable(self, number: int) -> bool:
        """Whether the files of a piece of work need not be made."""
        task = self.tasks[number]
        fingerprint, _ = task.prepare()
        return self.previous.reusable_files(task.files, fingerprint)[0] is not None
