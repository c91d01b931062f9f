"""What the house may set: `KioskConfig`, each of its values with its default, its rule and what it means.

``kiosk.toml`` follows these classes: a class is a table, a field is a key. A new key is one new field; reading
(`maps.kiosk.reading`), the reference page and what the page is told (`kiosk_document`) follow by themselves.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from maps.kiosk import rules
from maps.kiosk.rules import Rule

LAYERS = ("stations", "heads", "people", "couriers", "raids", "liaison")
MM_PER_INCH = 25.4
LEAST_TARGET_MM = 15  # a finger of any age, standing
LEAST_TARGET_PX = 48


def _key(default: Any, rule: Rule, meaning: str) -> Any:
    return field(default=default, metadata={"rule": rule, "meaning": meaning})


@dataclass(frozen=True)
class Logo:
    """The house's sign: the bytes of a PNG or SVG file that was checked."""

    kind: str
    content: bytes

    @property
    def address(self) -> str:
        """A ``data:`` address. In an ``<img>`` an SVG runs no script and fetches nothing."""
        return f"data:{self.kind};base64,{base64.b64encode(self.content).decode()}"


@dataclass(frozen=True)
class Times:
    """How long things take. All are counted by a clock that never jumps."""

    idle_s: int = _key(60, rules.whole(10, 1800), "seconds without a touch until the count-down")
    countdown_s: int = _key(20, rules.whole(5, 120), "seconds of the count-down, which any touch stops")
    attract_step_s: float = _key(4.0, rules.number(1, 60), "seconds that a year stays while nobody is there")
    tour_stop_s: float = _key(20.0, rules.number(5, 300), "seconds that a stop of the tour stays when it is played")


@dataclass(frozen=True)
class Screen:
    """The screen, so that a finger's width is known in pixels."""

    width_px: int = _key(1920, rules.whole(640, 16384), "pixels across, as the screen hangs")
    height_px: int = _key(1080, rules.whole(640, 16384), "pixels down, as the screen hangs")
    dpi: float | None = _key(None, rules.number(20, 600), "pixels an inch; give this or `diagonal_in`")
    diagonal_in: float | None = _key(None, rules.number(7, 120), "the diagonal in inches, as screens are sold")
    rotation: int = _key(0, rules.quarter_turns, "degrees that the page is turned")
    table: bool = _key(False, rules.yes_or_no, "a table seen from two sides: a button turns the page")

    @property
    def pixels_an_inch(self) -> float:
        """How many pixels an inch has; 96 where the house does not say."""
        if self.dpi is not None:
            return self.dpi
        if self.diagonal_in is not None:
            return float((self.width_px**2 + self.height_px**2) ** 0.5 / self.diagonal_in)
        return 96.0

    @property
    def target_px(self) -> int:
        """The side of the smallest thing to touch."""
        return max(LEAST_TARGET_PX, -int(-LEAST_TARGET_MM * self.pixels_an_inch // MM_PER_INCH))


@dataclass(frozen=True)
class Start:
    """What is on the screen when a visitor comes."""

    year: int | None = _key(None, rules.whole(-9999, 9999), "the year; the first of the period where it is not told")
    map: tuple[float, float, float] | None = _key(None, rules.view, "the view, as in the atlas's address")
    layers: tuple[str, ...] = _key(
        ("stations", "heads", "couriers", "raids"), rules.among(LAYERS), "the layers that are shown"
    )
    world: str = _key("record", rules.one_of(("record", "disputed", "fiction")), "the world that is shown first")


@dataclass(frozen=True)
class Content:
    """What visitors may see. The record is always there."""

    disputed: bool = _key(True, rules.yes_or_no, "whether disputed claims are shown, marked as such")
    fiction: bool = _key(False, rules.yes_or_no, "whether fiction may be asked for, under its banner")


@dataclass(frozen=True)
class Hours:
    """The house's clock. These alone are times of day; a machine without a network must have its clock set."""

    quiet_from: str | None = _key(None, rules.clock, "when the screen goes to rest; needs `quiet_to`")
    quiet_to: str | None = _key(None, rules.clock, "when it wakes")
    quiet: str = _key("dark", rules.one_of(("dark", "off")), "rest with a dark page, or with the screen switched off")
    restart_at: str = _key("04:30", rules.clock, "when the browser is started anew each night")


@dataclass(frozen=True)
class Access:
    """How the page looks before a visitor has chosen. Both have a button of their own in any case."""

    high_contrast: bool = _key(False, rules.yes_or_no, "begin with high contrast, for a bright room")
    large_type: bool = _key(False, rules.yes_or_no, "begin with large type")


@dataclass(frozen=True)
class Staff:
    """What the house's own people may see on the machine."""

    code: str | None = _key(
        None, rules.code, "opens the staff page behind the hidden corner; without it there is none. It is no secret"
    )
    counters: bool = _key(False, rules.yes_or_no, "count sessions, years, stations and languages by the hour, locally")


@dataclass(frozen=True)
class Machine:
    """Values for the templates of a Debian machine."""

    memory_max_mb: int = _key(2500, rules.whole(600, 65536), "memory that the browser may take")
    usb: bool = _key(False, rules.yes_or_no, "whether a USB stick with the label `ATLAS` brings a new release")


@dataclass(frozen=True)
class KioskConfig:
    """All of ``kiosk.toml``."""

    title: str | None = _key(None, rules.words(120), "the title; the data set's own where it is not told")
    languages: tuple[str, ...] = _key(
        ("en",), rules.languages, "the languages in the order of their buttons; the first is the house's own"
    )
    logo: Logo | None = _key(  # noqa: RUF009  # it gives a field, as the others do
        None, rules.words(1000), "a PNG or SVG file, 512 kB at most, beside `kiosk.toml`"
    )
    times: Times = field(default_factory=Times)
    screen: Screen = field(default_factory=Screen)
    start: Start = field(default_factory=Start)
    content: Content = field(default_factory=Content)
    hours: Hours = field(default_factory=Hours)
    access: Access = field(default_factory=Access)
    staff: Staff = field(default_factory=Staff)
    machine: Machine = field(default_factory=Machine)


TABLES: dict[str, type] = {
    "times": Times,
    "screen": Screen,
    "start": Start,
    "content": Content,
    "hours": Hours,
    "access": Access,
    "staff": Staff,
    "machine": Machine,
}


@dataclass(frozen=True)
class Key:
    """A key of ``kiosk.toml`` by its dotted name, as the reference tells it."""

    name: str
    default: Any
    rule: Rule
    meaning: str


def keys() -> dict[str, Key]:
    """Every key of ``kiosk.toml`` by its dotted name, in the order of the classes.

    >>> keys()["times.idle_s"].default
    60
    """
    found = {}
    for table, cls in {"": KioskConfig, **TABLES}.items():
        for told in fields(cls):
            if "rule" in told.metadata:
                name = f"{table}.{told.name}" if table else told.name
                found[name] = Key(name, told.default, told.metadata["rule"], told.metadata["meaning"])
    return found


def kiosk_document(config: KioskConfig, version: str) -> dict[str, Any]:
    """What the kiosk page reads from an inert block: the settings that concern it, and what follows from them.

    Parameters
    ----------
    config : KioskConfig
    version : str
        of what is shown; the page tells it to the shell and on its staff page.
    """
    screen, start, hours = config.screen, config.start, config.hours
    worlds = [
        "record",
        *(["disputed"] if config.content.disputed else []),
        *(["fiction"] if config.content.fiction else []),
    ]
    return {
        "format": 1,
        "version": version,
        "title": config.title,
        "logo": config.logo.address if config.logo else None,
        "languages": list(config.languages),
        "times": {told.name: getattr(config.times, told.name) for told in fields(Times)},
        "screen": {
            "width_px": screen.width_px,
            "height_px": screen.height_px,
            "target_px": screen.target_px,
            "rotation": screen.rotation,
            "table": screen.table,
        },
        "start": {
            "year": start.year,
            "map": list(start.map) if start.map else None,
            "layers": list(start.layers),
            "world": start.world,
        },
        "worlds": worlds,
        "quiet": {"from": hours.quiet_from, "to": hours.quiet_to} if hours.quiet_from else None,
        "access": {"high_contrast": config.access.high_contrast, "large_type": config.access.large_type},
        "staff": {"code": config.staff.code, "counters": config.staff.counters},
    }


def example() -> Path:
    """Where a ``kiosk.toml`` with every table lies, to begin with."""
    return Path(__file__).parent / "kiosk.toml"
