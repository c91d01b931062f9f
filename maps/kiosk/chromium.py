"""Chromium on a kiosk: its flags and its policies, each with its reason.

``tests/test_kiosk_machine_files.py`` checks that the browser knows all of them. The frames of the releases have a
process of their own by Chromium's default (`IsolateSandboxedIframes`); no flag here may switch that off.
"""

from __future__ import annotations

from typing import Any

from liaison_atlas.maps.kiosk.kiosk_config import KioskConfig

PUBLISH_FOLDER = "/srv/liaison-kiosk"  # what `liaison publish` writes and the browser shows
STATE_FOLDER = "/var/lib/liaison-kiosk"  # the home of the kiosk's user
RUNTIME_FOLDER = "/run/liaison-kiosk"  # on a tmpfs: removed whenever the browser stops
IN_USE_FILE = f"{RUNTIME_FOLDER}/in-use"  # exists while a visitor is present

# Name, value (None: none), why. `profile` is set by `flags`.
_FLAGS: tuple[tuple[str, str | None, str], ...] = (
    ("kiosk", None, "the page fills the screen, without a frame or a way out"),
    ("ozone-platform", "wayland", "draw in cage, without an X server"),
    ("force-device-scale-factor", "1", "a pixel of kiosk.toml is a pixel of the screen"),
    ("no-first-run", None, "no greeting"),
    ("noerrdialogs", None, "no message boxes"),
    ("hide-crash-restore-bubble", None, "no question after a power cut"),
    ("deny-permission-prompts", None, "no questions at all"),
    ("disable-pinch", None, "two fingers zoom the map, not the page"),
    ("overscroll-history-navigation", "0", "a swipe is not a way back"),
    ("disable-component-update", None, "nothing is fetched"),
    ("password-store", "basic", "no key ring asks for a password"),
    ("enable-logging", "stderr", "the shell's sign of life reaches the watchdog"),
)

_POLICIES: tuple[tuple[str, Any, str], ...] = (
    ("URLBlocklist", ["*"], "no address can be opened"),
    ("URLAllowlist", [f"file://{PUBLISH_FOLDER}/"], "but the kiosk's own folder"),
    ("DeveloperToolsAvailability", 2, "no developer tools, by whatever keyboard is plugged in"),
    ("PrintingEnabled", False, "no print dialogue"),
    ("AllowFileSelectionDialogs", False, "no file dialogue"),
    ("TranslateEnabled", False, "no offer to translate"),
    ("PasswordManagerEnabled", False, "no offer to keep a password"),
    ("BackgroundModeEnabled", False, "the browser ends with its window"),
    ("BrowserSignin", 0, "no account"),
    ("SyncDisabled", True, "no account"),
    ("BrowserAddPersonEnabled", False, "no second profile"),
    ("BrowserGuestModeEnabled", False, "no second profile"),
    ("BookmarkBarEnabled", False, "nothing but the page"),
    ("EditBookmarksEnabled", False, "nothing but the page"),
    ("DefaultBrowserSettingEnabled", False, "no question"),
    ("ExtensionInstallBlocklist", ["*"], "no extension"),
    ("MetricsReportingEnabled", False, "nothing is reported"),
    ("SearchSuggestEnabled", False, "nothing is asked of a search engine"),
    ("NetworkPredictionOptions", 2, "nothing is fetched ahead"),
    ("ComponentUpdatesEnabled", False, "nothing is fetched"),
    ("DefaultNotificationsSetting", 2, "no question"),
    ("DefaultGeolocationSetting", 2, "no question"),
    ("DefaultPopupsSetting", 2, "no second window"),
    ("DefaultWebBluetoothGuardSetting", 2, "no devices"),
    ("DefaultWebUsbGuardSetting", 2, "no devices"),
    ("AudioCaptureAllowed", False, "no microphone"),
    ("VideoCaptureAllowed", False, "no camera"),
    ("ScreenCaptureAllowed", False, "no picture of the screen"),
)


def flags(config: KioskConfig) -> list[tuple[str, str | None, str]]:
    """The flags: name, value or ``None``, and why."""
    if config.staff.counters:
        profile = ("user-data-dir", f"{STATE_FOLDER}/profile", "a profile on the disk: the counters outlive the night")
        return [*_FLAGS, profile]
    temporary_profile = ("user-data-dir", f"{RUNTIME_FOLDER}/profile", "a profile in memory: clean at every start")
    return [*_FLAGS, ("incognito", None, "nothing is kept"), temporary_profile]


def policies(config: KioskConfig) -> list[tuple[str, Any, str]]:
    """The policies: name, value, and why."""
    if not config.staff.counters:
        return [*_POLICIES, ("DownloadRestrictions", 3, "no file is saved")]
    return [
        *_POLICIES,
        ("DownloadDirectory", f"{STATE_FOLDER}/counters", "where the staff page's export goes"),
        ("PromptForDownloadLocation", False, "without a dialogue"),
    ]


def as_switch(name: str, value: str | None) -> str:
    """A flag as a command-line switch.

    Returns
    -------
    str
        with two hyphens in front.

    Examples
    --------
    >>> as_switch("kiosk", None), as_switch("password-store", "basic")
    ('--kiosk', '--password-store=basic')
    """
    return f"--{name}" if value is None else f"--{name}={value}"
