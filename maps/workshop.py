"""Where files of a site are made or kept, and written at once: ``Workshop.do(number)`` does one piece of the plan.

Nobody holds more contents than those of one piece: a site may be larger than memory.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from layers.period import PeriodLayers
from maps.borders import Borders
from maps.former import KEPT, Former
from maps.kiosk.config import KioskConfig
from maps.plan import Work, plan
from maps.site import Fresh


@dataclass(frozen=True)
class Told:
    """What became of a piece of work: its files with their sha256 and size, what they follow from, and why so."""

    files: dict[str, dict[str, Any]]
    follows_from: str
    why: str

    @property
    def made(self) -> bool:
        """Whether they were made, not kept."""
        return self.why != KEPT


@dataclass(frozen=True)
class Workshop:
    """All that a piece of work needs; another process may have its own."""

    layers: PeriodLayers
    basis: dict[str, Any]
    borders: Borders | None
    kiosk: KioskConfig | None
    former: Former
    fresh: Fresh

    @cached_property
    def works(self) -> tuple[Work, ...]:
        """The plan."""
        return tuple(plan(self.layers, self.basis, self.borders, self.kiosk))

    def __getstate__(self) -> dict[str, Any]:
        # The plan is made again where it is needed: its functions cannot be sent.
        return {name: value for name, value in self.__dict__.items() if name != "works"}

    def do(self, number: int) -> Told:
        """Make or keep the files of a piece of work, and write them into the next site."""
        work = self.works[number]
        follows_from, make = work.prepare()
        kept, why = self.former.files_of(work.files, follows_from)
        told = {}
        for name, content in zip(work.files, make() if kept is None else kept, strict=True):
            told[name] = self.fresh.write(name, content)
        return Told(told, follows_from, why)

    def can_keep(self, number: int) -> bool:
        """Whether the files of a piece of work need not be made."""
        work = self.works[number]
        follows_from, _ = work.prepare()
        return self.former.files_of(work.files, follows_from)[0] is not None
