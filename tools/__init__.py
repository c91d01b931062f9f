"""Tools for the project's developers; the installed program does not use them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from liaison_atlas import layers, seeds

if TYPE_CHECKING:
    from liaison_atlas.layers.period import PeriodLayers

ROOT = Path(__file__).parent.parent
OMS = ROOT / "seeds" / "oms"


def layers_of(dataset: Path) -> PeriodLayers:
    """The period layers of a folder of tables."""
    return layers.period_layers(seeds.require(seeds.read(dataset)))
