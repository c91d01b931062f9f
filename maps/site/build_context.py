"""The context of a build: ``BuildContext.run_task(number)`` makes or keeps the files of one task and writes them.

Only the files of one task are in memory, because a site may be larger than the memory.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from liaison_atlas.layers.period import PeriodLayers
from liaison_atlas.maps.ground.borders import Borders
from liaison_atlas.maps.kiosk.kiosk_config import KioskConfig
from liaison_atlas.maps.posters.poster_pages import PosterPages, draw_posters
from liaison_atlas.maps.site.build_cache import PreviousSite
from liaison_atlas.maps.site.output_folder import StagingFolder
from liaison_atlas.maps.site.site_tasks import Task, site_tasks
from liaison_atlas.seeds.tables.problems import Problem


@dataclass(frozen=True)
class Outcome:
    """The outcome of a task: its files with their sha256 and size, their fingerprint, and why they were made or kept."""

    files: dict[str, dict[str, Any]]
    fingerprint: str
    reason: str


@dataclass(frozen=True)
class BuildContext:
    """Everything that a task needs; each process has its own context."""

    layers: PeriodLayers
    problems: tuple[Problem, ...]
    """All problems of the data set, for the report."""
    build_fingerprint: dict[str, Any]
    borders: Borders | None
    kiosk: KioskConfig | None
    languages: tuple[str, ...]
    """The languages of the front page, the report and the posters, except the main one."""
    previous: PreviousSite
    staging: StagingFolder

    @cached_property
    def tasks(self) -> tuple[Task, ...]:
        """The tasks of the site."""
        return tuple(
            site_tasks(
                self.layers,
                self.problems,
                self.build_fingerprint,
                self.borders,
                self.kiosk,
                languages=self.languages,
            )
        )

    def draw_posters(self) -> PosterPages:
        """The posters of all years, in all languages that are built."""
        languages = (self.layers.data.package.language, *self.languages)
        return draw_posters(self.layers, languages=languages, borders=self.borders)

    def __getstate__(self) -> dict[str, Any]:
        # Another process creates the tasks again, because their functions cannot be pickled.
        return {name: value for name, value in self.__dict__.items() if name != "tasks"}

    def run_task(self, number: int, posters: PosterPages) -> Outcome:
        """Make or keep the files of a task, and write them into the next site.

        Parameters
        ----------
        number : int
            the index of the task in `tasks`.
        posters : PosterPages
            with the poster that the task needs, if any.

        Returns
        -------
        Outcome
            the files, and why they were made or kept.
        """
        task = self.tasks[number]
        fingerprint, make = task.prepare(posters)
        reusable, reason = self.previous.reusable_files(task.files, fingerprint)
        entries = {}
        for name, content in zip(task.files, make() if reusable is None else reusable, strict=True):
            entries[name] = self.staging.write(name, content)
        return Outcome(entries, fingerprint, reason)
