"""The settings of a kiosk: `KioskConfig`, each value with its default, its rule and its description.

``kiosk.toml`` follows these classes: a class is a table, a field is a key. A new key is one new field; reading
(`maps.kiosk.kiosk_toml`), the reference page and the settings for the page (`kiosk_settings`) use the fields.
"""

from __future__ import annotations

from dataclasses import MISSING, Field, asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, cast

from liaison_atlas.maps.kiosk import value_rules as rule
from liaison_atlas.maps.payload import page_documents as documents
from liaison_atlas.maps.payload.page_documents import ONLY, PAGE_LAYERS, MapView, Only, PageLayer, Rotation
from liaison_atlas.seeds.tables.strands import FICTION_STRAND, MAIN_STRAND

WORLDS = ("record", "disputed", "fiction")
MM_PER_INCH = 25.4
MIN_TOUCH_TARGET_MM = 15  # for the finger of a standing person of any age
MIN_TOUCH_TARGET_PX = 48


def _key(default: Any, value_rule: rule.ValueRule, meaning: str) -> Any:
    return field(default=default, metadata={"rule": value_rule, "meaning": meaning})


@dataclass(frozen=True)
class TimesConfig:
    """Durations. All are measured by a monotonic clock."""

    idle_s: int = _key(60, rule.integer(10, 1800), "seconds without a touch until the countdown starts")
    countdown_s: int = _key(20, rule.integer(5, 120), "seconds that the countdown lasts; any touch stops it")
    attract_step_s: float = _key(4.0, rule.number(1, 60), "seconds that each year is shown while nobody uses the kiosk")
    tour_stop_s: float = _key(20.0, rule.number(5, 300), "seconds that each stop of a playing tour is shown")


@dataclass(frozen=True)
class ScreenConfig:
    """The screen, so that a finger's width is known in pixels."""

    width_px: int = _key(1920, rule.integer(640, 16384), "width of the screen in pixels, as mounted")
    height_px: int = _key(1080, rule.integer(640, 16384), "height of the screen in pixels, as mounted")
    dpi: float | None = _key(None, rule.number(20, 600), "pixels per inch; set either this or `diagonal_in`")
    diagonal_in: float | None = _key(None, rule.number(7, 120), "diagonal of the screen in inches")
    rotation: Rotation = _key(0, rule.quarter_turns, "degrees by which the page is rotated")
    table: bool = _key(
        False, rule.boolean, "whether the screen is a table used from two sides; adds a button that turns the page"
    )

    @property
    def pixels_per_inch(self) -> float:
        """Pixels per inch; 96 if the museum does not set it."""
        if self.dpi is not None:
            return self.dpi
        if self.diagonal_in is not None:
            return float((self.width_px**2 + self.height_px**2) ** 0.5 / self.diagonal_in)
        return 96.0

    @property
    def touch_target_px(self) -> int:
        """The side of the smallest touch target."""
        return max(MIN_TOUCH_TARGET_PX, -int(-MIN_TOUCH_TARGET_MM * self.pixels_per_inch // MM_PER_INCH))


@dataclass(frozen=True)
class StartConfig:
    """The state of the screen at the start of a visit."""

    year: int | None = _key(
        None, rule.integer(-9999, 9999), "the year at the start; by default the first of the period"
    )
    map: MapView | None = _key(None, rule.map_view, "the map view, as in the address of the atlas")
    layers: tuple[PageLayer, ...] = _key(
        ("stations", "heads", "couriers", "raids"), rule.subset_of(PAGE_LAYERS), "the visible layers"
    )
    strand: str | None = _key(None, rule.strand, "the strand shown at the start; by default the main strand")
    world: str = _key(
        "record",
        rule.one_of(WORLDS),
        "setting of the first edition: the main strand, only its contested and partisan claims (`disputed`), or fiction",
    )

    only: tuple[Only, ...] = _key((), rule.subset_of(ONLY), "kinds of claims shown at the start; by default all claims")

    @property
    def only_kinds(self) -> tuple[Only, ...]:
        """The kinds of claims that are shown at the start; empty for all."""
        return ONLY if self.world == "disputed" else self.only

    def strand_of(self, fiction_strand: str) -> str:
        """The name of the strand that is shown at the start."""
        return self.strand or (fiction_strand if self.world == "fiction" else MAIN_STRAND)


@dataclass(frozen=True)
class ContentConfig:
    """What visitors may see. The main strand is always included."""

    contested: bool = _key(
        True, rule.boolean, "whether to show contested claims (named by a disagreement), marked as such"
    )
    partisan: bool = _key(
        True, rule.boolean, "whether to show claims that rest on partisan sources alone, marked as such"
    )
    disputed: bool = _key(
        True, rule.boolean, "setting of the first edition: `false` hides both contested and partisan claims"
    )
    fiction: bool = _key(False, rule.boolean, "whether visitors can select fiction, which is shown under a banner")
    strands: tuple[str, ...] = _key(
        (), rule.strands, "other strands that visitors can select, each shown under its banner"
    )

    @property
    def only_kinds(self) -> tuple[Only, ...]:
        """The kinds of claims that visitors can filter for: contested and partisan, if they are shown."""
        return tuple(kind for kind in ONLY if self.disputed and getattr(self, kind))


@dataclass(frozen=True)
class HoursConfig:
    """Times of day at the museum; a machine without a network must have its clock set."""

    quiet_from: str | None = _key(None, rule.time_of_day, "time at which the quiet hours begin; needs `quiet_to`")
    quiet_to: str | None = _key(None, rule.time_of_day, "time at which the quiet hours end")
    quiet: str = _key(
        "dark",
        rule.one_of(("dark", "off")),
        "show a dark page (`dark`) or switch the screen off (`off`) during the quiet hours",
    )
    restart_at: str = _key("04:30", rule.time_of_day, "time of the daily restart of the browser")


@dataclass(frozen=True)
class AccessConfig:
    """The defaults of the aids before a visitor chooses. Each aid has its own button in any case."""

    high_contrast: bool = _key(False, rule.boolean, "start with high contrast, for a bright room")
    large_type: bool = _key(False, rule.boolean, "start with large type")


@dataclass(frozen=True)
class StaffConfig:
    """What the museum's staff may see on the machine."""

    code: str | None = _key(
        None,
        rule.staff_code,
        "code that opens the staff page from the hidden corner; without a code there is no staff page. The code is not secret",
    )
    counters: bool = _key(
        False, rule.boolean, "count sessions, years, stations and languages per hour, on this machine only"
    )


@dataclass(frozen=True)
class MachineConfig:
    """Values for the templates of a Debian machine."""

    memory_max_mb: int = _key(2500, rule.integer(600, 65536), "maximum memory of the browser, in MB")
    usb: bool = _key(False, rule.boolean, "whether a USB stick with the label `ATLAS` installs a new release")


@dataclass(frozen=True)
class KioskConfig:
    """All of ``kiosk.toml``."""

    title: str | None = _key(None, rule.text_line(120), "the title; by default that of the data set")
    languages: tuple[str, ...] = _key(
        ("en",), rule.languages, "the languages, in the order of their buttons; the first is the default"
    )
    # After reading, the `data:` address from `maps.kiosk.logo`.
    logo: str | None = _key(
        None, rule.text_line(1000), "a PNG or SVG file of at most 512 kB, in the folder of `kiosk.toml`"
    )
    times: TimesConfig = field(default_factory=TimesConfig)
    screen: ScreenConfig = field(default_factory=ScreenConfig)
    start: StartConfig = field(default_factory=StartConfig)
    content: ContentConfig = field(default_factory=ContentConfig)
    hours: HoursConfig = field(default_factory=HoursConfig)
    access: AccessConfig = field(default_factory=AccessConfig)
    staff: StaffConfig = field(default_factory=StaffConfig)
    machine: MachineConfig = field(default_factory=MachineConfig)


TABLES: dict[str, Any] = {
    table.name: table.default_factory for table in fields(KioskConfig) if table.default_factory is not MISSING
}


def config_keys() -> dict[str, Field[Any]]:
    """The field of every key of ``kiosk.toml`` by its dotted name, in the order of the classes.

    Returns
    -------
    dict of str to Field
        without the tables themselves.

    Examples
    --------
    >>> config_keys()["times.idle_s"].default
    60
    """
    return {
        f"{table}.{key.name}".lstrip("."): key
        for table, cls in {"": KioskConfig, **TABLES}.items()
        for key in fields(cls)
        if "rule" in key.metadata
    }


def kiosk_settings(config: KioskConfig, version: str, fiction_strand: str = FICTION_STRAND) -> documents.KioskSettings:
    """The document that the kiosk page reads from an inert block: its settings and values derived from them.

    Parameters
    ----------
    config : KioskConfig
        the settings of the museum.
    version : str
        the version of the content; the page sends it to the shell and shows it on its staff page.
    fiction_strand : str
        the name of the strand that the setting ``world = "fiction"`` means.

    Returns
    -------
    KioskSettings
        a JSON object.
    """
    screen, start, hours = config.screen, config.start, config.hours
    return {
        "format": 1,
        "version": version,
        "title": config.title,
        "logo": config.logo,
        "languages": list(config.languages),
        "times": cast("documents.KioskTimes", asdict(config.times)),
        "screen": {
            "width_px": screen.width_px,
            "height_px": screen.height_px,
            "target_px": screen.touch_target_px,
            "rotation": screen.rotation,
            "table": screen.table,
        },
        "start": {
            "year": start.year,
            "map": start.map,
            "layers": list(start.layers),
            "strand": start.strand_of(fiction_strand),
            "only": list(start.only_kinds),
        },
        "only": list(config.content.only_kinds),
        "quiet": {"from": hours.quiet_from, "to": hours.quiet_to} if hours.quiet_from and hours.quiet_to else None,
        "access": cast("documents.KioskAccess", asdict(config.access)),
        "staff": cast("documents.KioskStaff", asdict(config.staff)),
    }


def example_file() -> Path:
    """The path of an example ``kiosk.toml`` with every table."""
    return Path(__file__).parent / "kiosk.toml"
