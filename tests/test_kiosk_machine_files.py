"""What a Debian machine gets: units that systemd reads, flags and policies that Chromium knows, a publisher that runs."""

from __future__ import annotations

import configparser
import hashlib
import json
import mmap
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from conftest import ROOT
from playwright.sync_api import Browser, Error, Playwright, expect

from liaison_atlas.layers.period import PeriodLayers
from liaison_atlas.maps.kiosk import chromium
from liaison_atlas.maps.kiosk.kiosk_config import HoursConfig, KioskConfig, MachineConfig, StaffConfig
from liaison_atlas.maps.kiosk.kiosk_page import kiosk_page
from liaison_atlas.maps.kiosk.machine_files import kiosk_files
from liaison_atlas.maps.kiosk.publishing import publish
from liaison_atlas.maps.kiosk.shell_page import shell_page

PLAIN = KioskConfig()
EVERYTHING = KioskConfig(
    title="<b>{{ 7*7 }}\"'$HOME`id`",
    hours=HoursConfig(quiet_from="20:00", quiet_to="08:30", quiet="off"),
    machine=MachineConfig(usb=True, memory_max_mb=1800),
    staff=StaffConfig(code="4711", counters=True),
)
BOTH = pytest.mark.parametrize("config", [PLAIN, EVERYTHING], ids=["plain", "everything"])
# The browser that these query is started in one of the processes that run the tests.
ONE_BROWSER = pytest.mark.xdist_group("browser of the machine")
UNITS = (".service", ".timer")
LONGEST_S = 60


def written(config: KioskConfig, folder: Path) -> Path:
    """Write the files as they lie in a site; return the folder for the machine."""
    for name, content in kiosk_files(config, "0.1.0"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder / "kiosk" / "debian"


@BOTH
def test_the_same_settings_give_the_same_bytes_in_another_process(config: KioskConfig) -> None:
    program = (
        "import hashlib, sys\nfrom liaison_atlas.maps.kiosk.machine_files import kiosk_files\nfrom liaison_atlas.maps.kiosk.kiosk_config import *\n"
        f"for name, content in kiosk_files({config!r}, '0.1.0'): print(name, hashlib.sha256(content).hexdigest())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "77", "TZ": "Asia/Shanghai", "LC_ALL": "C"}
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=LONGEST_S,
    )
    here = [f"{name} {hashlib.sha256(content).hexdigest()}" for name, content in kiosk_files(config, "0.1.0")]
    assert done.stdout.split("\n")[:-1] == here


@BOTH
def test_the_machine_gets_the_configured_files_and_no_others(config: KioskConfig, tmp_path: Path) -> None:
    names = {path.name for path in written(config, tmp_path).iterdir()}
    assert ("kiosk-usb@.service" in names) is config.machine.usb
    assert ("kiosk-rest.timer" in names) is (config.hours.quiet == "off")
    assert {"kiosk.service", "kiosk-restart.timer", "policies.json", "install.sh", "liaison-publish.pyz"} <= names


@BOTH
def test_the_installer_puts_every_file_in_its_place(config: KioskConfig, tmp_path: Path) -> None:
    folder = written(config, tmp_path)
    script = (folder / "install.sh").read_text()
    named: set[str] = set()
    for line in script.replace("\\\n", " ").splitlines():
        words = line.split()
        if words[:1] == ["install"] and "-d" not in words:
            named |= {word for word in words[1:-1] if word not in ("-D", "-m") and not word.isdecimal()}
    assert named == {path.name for path in folder.iterdir()} - {"install.sh"}


@BOTH
@pytest.mark.parametrize("shell", ["sh", "bash"])
def test_the_scripts_are_valid_for_a_shell(config: KioskConfig, tmp_path: Path, shell: str) -> None:
    folder = written(config, tmp_path)
    for path in folder.iterdir():
        if path.read_bytes().startswith(b"#!/bin/sh"):
            subprocess.run([shell, "-n", path], check=True, timeout=LONGEST_S)


@BOTH
def test_no_text_of_the_configuration_enters_a_file_that_a_machine_runs(config: KioskConfig, tmp_path: Path) -> None:
    for path in written(config, tmp_path).iterdir():
        assert b"7*7" not in path.read_bytes()


@BOTH
def test_systemd_accepts_the_units(config: KioskConfig, tmp_path: Path) -> None:
    folder = written(config, tmp_path)
    units = [path for path in folder.iterdir() if path.suffix in UNITS]
    for unit in units:
        parser = configparser.ConfigParser(strict=False, interpolation=None)
        parser.read(unit)
        assert "Unit" in parser
        assert len({"Service", "Timer"} & set(parser)) == 1
    if shutil.which("systemd-analyze"):
        assert unit_errors(units) == []


def unit_errors(units: list[Path]) -> list[str]:
    """What systemd reports as wrong with units, except for programs that a kiosk has and this machine may not."""
    done = subprocess.run(
        ["systemd-analyze", "verify", *units], capture_output=True, text=True, check=False, timeout=LONGEST_S
    )
    return [line for line in done.stderr.splitlines() if "is not executable: No such file" not in line]


@pytest.mark.parametrize("line", ["Restrat=always", "WatchdogSec=often", "MemoryMax=much"])
def test_a_mistake_in_a_unit_would_be_found(tmp_path: Path, line: str) -> None:
    unit = written(PLAIN, tmp_path) / "kiosk.service"
    unit.write_text(unit.read_text().replace("[Service]\n", f"[Service]\n{line}\n"))
    assert shutil.which("systemd-analyze") is None or unit_errors([unit])


def test_the_browser_s_heartbeat_reaches_systemd_and_its_log_the_journal(tmp_path: Path) -> None:
    folder = written(PLAIN, tmp_path)
    stand_ins = tmp_path / "bin"
    stand_ins.mkdir()
    log_line = '[1:1:INFO:CONSOLE:1] "liaison-kiosk: alive", source: file:///x (1)'
    (stand_ins / "chromium").write_text(
        f"#!/bin/sh\necho started: \"$@\"\necho '{log_line}' >&2\necho '{log_line}' >&2\n"
    )
    (stand_ins / "systemd-notify").write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/calls\n')
    for path in stand_ins.iterdir():
        path.chmod(0o755)
    environment = {"PATH": f"{stand_ins}:/usr/bin:/bin"}
    done = subprocess.run(
        ["sh", folder / "browser"], env=environment, capture_output=True, text=True, check=True, timeout=LONGEST_S
    )
    assert done.stdout == f"started: file://{chromium.PUBLISH_FOLDER}/shell.html\n"
    assert (tmp_path / "calls").read_text() == "--ready WATCHDOG=1\n" * 2


def test_the_in_use_file_exists_while_a_visitor_is_active(tmp_path: Path) -> None:
    folder = written(PLAIN, tmp_path)
    stand_ins, in_use = tmp_path / "bin", tmp_path / "in-use"
    stand_ins.mkdir()
    log_line = "printf '[1:1:INFO:CONSOLE:1] \"liaison-kiosk: %s\", source: file:///x (1)\\n'"
    look = f"test -e {in_use} && echo there || echo gone"
    wait = "n=0; until {} || test $n = 200; do sleep 0.05; n=$((n + 1)); done"
    there, gone = wait.format(f"test -e {in_use}"), wait.format(f"test ! -e {in_use}")
    lines = [look, f"{log_line} 'in use'", there, look, f"{log_line} free", gone, look]
    (stand_ins / "chromium").write_text("\n".join(["#!/bin/sh", *lines, ""]))
    (stand_ins / "chromium").chmod(0o755)
    script = (folder / "browser").read_text()
    assert chromium.IN_USE_FILE in script
    in_use.touch()  # left by a browser that was killed
    done = subprocess.run(
        ["sh", "-c", script.replace(chromium.IN_USE_FILE, str(in_use))],
        env={"PATH": f"{stand_ins}:/usr/bin:/bin"}, capture_output=True, text=True, check=True, timeout=LONGEST_S,
    )  # fmt: skip
    assert done.stdout.split() == ["gone", "there", "gone"]


@pytest.mark.parametrize("unit", ["kiosk-rest.service", "kiosk-restart.service"])
def test_a_stop_of_the_browser_waits_until_the_visitor_has_gone_but_not_for_ever(tmp_path: Path, unit: str) -> None:
    first = next(line for line in (written(EVERYTHING, tmp_path) / unit).read_text().splitlines() if "Exec" in line)
    assert first.startswith("ExecStartPre=-")  # whatever comes of it, the browser is stopped then
    waits = shlex.split(first.removeprefix("ExecStartPre=-"))
    assert waits[:2] == ["/usr/bin/timeout", "1h"]
    in_use = tmp_path / "in-use"
    assert chromium.IN_USE_FILE in waits[-1]
    waits[-1] = waits[-1].replace(chromium.IN_USE_FILE, str(in_use)).replace("sleep 5", "sleep 0.1")
    subprocess.run(waits, check=True, timeout=LONGEST_S)
    in_use.touch()
    with subprocess.Popen(waits) as waiting:
        with pytest.raises(subprocess.TimeoutExpired):
            waiting.wait(0.5)
        in_use.unlink()
        assert waiting.wait(LONGEST_S) == 0
    in_use.touch()
    assert subprocess.run([waits[0], "0.3", *waits[2:]], check=False, timeout=LONGEST_S).returncode == 124


def test_a_usb_stick_is_mounted_read_only_and_publishes_a_release_or_is_refused(tmp_path: Path) -> None:
    stick, mounts, target = tmp_path / "stick", tmp_path / "mnt", tmp_path / "target"
    folder = written(EVERYTHING, stick / "site")
    (stick / "site" / "kiosk.html").write_text("<p>")
    list_files(stick / "site")
    mounts.mkdir()
    # The script with this test's paths in place of a machine's, and stand-ins for what only root may do.
    script = (folder / "usb-publish").read_text()
    for there, here in (("/mnt", mounts), ("/usr/local/lib/liaison-kiosk", folder), (chromium.PUBLISH_FOLDER, target)):
        assert there in script
        script = script.replace(there, str(here))
    (tmp_path / "usb-publish").write_text(script)
    stand_ins = tmp_path / "bin"
    stand_ins.mkdir()
    (stand_ins / "unshare").write_text('#!/bin/sh\nshift 3\nexec "$@"\n')
    (stand_ins / "mount").write_text(
        f'#!/bin/sh\necho "$*" >> {tmp_path}/calls\nfor to; do :; done\n'
        f'case "$*" in *tmpfs*) rm -rf "$to"/* ;; *) cp -r {stick}/. "$to" ;; esac\n'
    )
    for path in (*stand_ins.iterdir(), tmp_path / "usb-publish"):
        path.chmod(0o755)
    python = Path(shutil.which("python3") or sys.executable).parent

    def plug_in() -> subprocess.CompletedProcess[str]:
        environment = {"PATH": f"{stand_ins}:{python}:/usr/bin:/bin"}
        words = [tmp_path / "usb-publish", "/dev/sdz1"]
        return subprocess.run(words, env=environment, capture_output=True, text=True, check=False, timeout=LONGEST_S)

    done = plug_in()
    assert (done.returncode, done.stderr) == (0, "")
    shown = (target / "current").readlink()
    assert f"-o ro,nosuid,nodev,noexec /dev/sdz1 {mounts}/stick" in (tmp_path / "calls").read_text().splitlines()
    (stick / "site" / "kiosk.html").write_text("<p>damaged")
    document = json.loads((stick / "site" / "manifest.json").read_text())
    (stick / "site" / "manifest.json").write_text(json.dumps({**document, "made": "later"}))
    done = plug_in()
    assert done.returncode == 2
    assert "kiosk.html does not match the manifest" in done.stderr
    assert (target / "current").readlink() == shown


def list_files(site: Path) -> None:
    """Write the manifest of a site."""
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    entries = {name: {"sha256": hashlib.sha256(c).hexdigest(), "size": len(c)} for name, c in files.items()}
    (site / "manifest.json").write_text(json.dumps({"files": entries}))


def test_the_publisher_runs_with_the_standard_library_only(tmp_path: Path) -> None:
    site = tmp_path / "site"
    folder = written(PLAIN, site)
    (site / "kiosk.html").write_text("<p>")
    list_files(site)
    program = ["/usr/bin/env", "-i", shutil.which("python3") or "python3", "-I", "-S", folder / "liaison-publish.pyz"]

    def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*program, *words], capture_output=True, text=True, cwd=tmp_path, check=False, timeout=LONGEST_S
        )

    done = run(site, tmp_path / "target")
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "target" / "current" / "kiosk.html").exists()
    done = run("--rollback", tmp_path / "target")
    assert done.returncode == 2
    assert done.stderr.startswith("liaison-publish: ")
    assert done.stderr.count("\n") == 1


# The tests below query the browser.


@pytest.fixture(scope="module")
def program(full_browser: Browser) -> Path:
    """The browser's own program, as the browser tells it; `chromium` on Debian is a script around it."""
    page = full_browser.new_page()
    page.goto("chrome://version")
    path = Path(page.locator("#executable_path").inner_text())
    page.close()
    return path


def knows_switch(program: Path, name: str) -> bool:
    """Whether the name stands in the program as a text of its own, as the names of all its switches do."""
    with program.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return content.find(b"\0" + name.encode() + b"\0") >= 0


def every_switch() -> list[str]:
    return sorted({name for config in (PLAIN, EVERYTHING) for name, _, _ in chromium.flags(config)})


@ONE_BROWSER
def test_chromium_knows_every_flag_and_no_removed_or_invented_one(program: Path) -> None:
    assert [name for name in every_switch() if not knows_switch(program, name)] == []
    removed = ["disable-session-crashed-bubble", "disable-translate", "kiosk-of-the-museum"]
    assert [name for name in removed if knows_switch(program, name)] == []


@BOTH
def test_no_file_of_the_machine_passes_a_flag_that_is_not_configured(config: KioskConfig, tmp_path: Path) -> None:
    configured = {chromium.as_switch(name, value) for name, value, _ in chromium.flags(config)}
    folder = written(config, tmp_path)
    given = re.findall(r'"\$CHROMIUM_FLAGS (--\S+)"', (folder / "chromium-flags").read_text())
    assert set(given) == configured
    # Nothing else starts the browser, and its only argument is the address.
    starts = [
        line.strip()
        for path in folder.iterdir()
        if path.suffix != ".pyz"
        for line in path.read_text().splitlines()
        if re.match(r"\s*(exec\s+)?(/usr/bin/)?chromium\b", line)
    ]
    assert [line.split()[:2] for line in starts] == [["chromium", f"file://{chromium.PUBLISH_FOLDER}/shell.html"]]
    assert "--" not in starts[0]


@pytest.fixture(scope="module")
def known_policies(full_browser: Browser) -> set[str]:
    """Every policy that the browser lists, also those without a value."""
    page = full_browser.new_page()
    page.goto("chrome://policy")
    page.locator("#show-unset").click()
    page.locator("policy-row .name").nth(300).wait_for(state="attached")
    names = {name.strip() for name in page.locator("policy-row .name").all_inner_texts()}
    page.close()
    return names


@ONE_BROWSER
@BOTH
def test_chromium_knows_every_policy(known_policies: set[str], config: KioskConfig, tmp_path: Path) -> None:
    given = json.loads((written(config, tmp_path) / "policies.json").read_text())
    assert set(given) <= known_policies
    assert len(given) == len(chromium.policies(config))


@ONE_BROWSER
def test_a_removed_or_invented_policy_is_not_known(known_policies: set[str]) -> None:
    assert not {"MadeUpPolicy", "SafeBrowsingForTrustedSourcesEnabledAnew", "JavascriptEnabled2"} & known_policies


@BOTH
def test_no_flag_disables_site_isolation(config: KioskConfig) -> None:
    switches = {name for name, _, _ in chromium.flags(config)}
    assert not switches & {"disable-features", "single-process", "disable-site-isolation-trials", "process-per-site"}


@ONE_BROWSER
def test_the_shell_logs_its_heartbeat_in_the_browser(program: Path, tmp_path: Path) -> None:
    (tmp_path / "shell.html").write_text(shell_page(PLAIN), encoding="utf-8")
    words = [program, "--headless", "--no-sandbox", "--enable-logging=stderr", "--incognito",
             f"--user-data-dir={tmp_path / 'profile'}", (tmp_path / "shell.html").as_uri()]  # fmt: skip
    # Its processes end all together and at once: one that gets a signal to end may take for ever, and keeps the log open.
    with subprocess.Popen(
        words, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, start_new_session=True
    ) as process:
        assert process.stderr is not None

        def end() -> None:
            os.killpg(process.pid, signal.SIGKILL)

        limit = threading.Timer(LONGEST_S, end)
        limit.start()
        try:
            found = next((line for line in process.stderr if re.search(r'"liaison-kiosk: alive"', line)), None)
        finally:
            limit.cancel()
            end()
    assert found


# The tests below open a browser that obeys the policies: they lie where it looks, in its own mount namespace.

CHROMIUM_SCRIPT = """#!/bin/sh
exec unshare --mount --propagation private sh -c '
    mount -t tmpfs tmpfs /etc/chromium && mkdir -p /etc/chromium/policies/managed
    cp {policies} /etc/chromium/policies/managed/
    mount -t tmpfs tmpfs /srv && mkdir -p {target} && mount --bind {site} {target}
    exec {chromium} "$@"' chromium "$@"
"""


@contextmanager
def chromium_with_policies(playwright: Playwright, folder: Path, policies: dict[str, object]) -> Iterator[Browser]:
    """Debian's Chromium on a machine with these policies, and with ``folder / "target"`` where a kiosk has it."""
    debian = shutil.which("chromium")
    own_view = ["unshare", "--mount", "true"]
    if debian is None or not Path("/etc/chromium").is_dir() or not Path("/srv").is_dir():
        pytest.skip("this is no Debian with its own Chromium")
    if subprocess.run(own_view, capture_output=True, check=False, timeout=LONGEST_S).returncode != 0:
        pytest.skip("a mount namespace of its own needs rights that this machine does not give")
    (folder / "target").mkdir(exist_ok=True)
    (folder / "policies.json").write_text(json.dumps(policies))
    program = folder / "chromium-with-policies"
    places = {"policies": folder / "policies.json", "site": folder / "target", "target": chromium.PUBLISH_FOLDER}
    program.write_text(CHROMIUM_SCRIPT.format(chromium=debian, **places))
    program.chmod(0o755)
    browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
    try:
        yield browser
    finally:
        browser.close()


def policies_of(config: KioskConfig, folder: Path) -> dict[str, object]:
    """The policies of a kiosk, without the one that blocks developer tools and so the test itself."""
    given: dict[str, object] = json.loads((written(config, folder) / "policies.json").read_text())
    assert given.pop("DeveloperToolsAvailability") == 2
    return given


def policy_errors(browser: Browser) -> dict[str, str]:
    """What the browser reports as wrong with its policies."""
    page = browser.new_page()
    page.goto("chrome://policy")
    rows = page.locator("policy-row", has_text=re.compile(r"Machine\s+Mandatory"))
    rows.first.wait_for(state="attached")
    texts = rows.evaluate_all("rows => rows.map((row) => row.shadowRoot.textContent.trim().split(/\\s+/))")
    page.close()
    return {words[0]: " ".join(words[1:]) for words in texts if "OK" not in words}


def test_chromium_accepts_every_value_of_the_plain_policies_and_reports_wrong_ones(
    playwright: Playwright, tmp_path: Path
) -> None:
    """Only the wrong values are reported; the right ones in their place are those of the test of all settings below."""
    wrong = {"BrowserSignin": "no", "PrintingEnabled": 7, "MadeUpPolicy": 1, "AutofillAddressEnabled": False}
    plain, everything = (policies_of(config, tmp_path) for config in (PLAIN, EVERYTHING))
    assert all(plain.get(name) == everything.get(name) for name in wrong)
    with chromium_with_policies(playwright, tmp_path, {**plain, **wrong}) as browser:
        assert set(policy_errors(browser)) == set(wrong)


def test_the_policy_against_developer_tools_blocks_automation(playwright: Playwright, tmp_path: Path) -> None:
    with (
        chromium_with_policies(playwright, tmp_path, {"DeveloperToolsAvailability": 2}) as browser,
        pytest.raises(Error),
    ):
        browser.new_page()


def test_a_browser_accepts_the_policies_shows_only_the_kiosk_and_saves_the_counters(
    playwright: Playwright, small_layers: PeriodLayers, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    written(EVERYTHING, site)
    (site / "kiosk.html").write_text(kiosk_page(small_layers, EVERYTHING), encoding="utf-8")
    list_files(site)
    release = publish(site, tmp_path / "target")
    with chromium_with_policies(playwright, tmp_path, policies_of(EVERYTHING, tmp_path)) as browser:
        assert policy_errors(browser) == {}
        page = browser.new_page(viewport={"width": 1920, "height": 1080}, has_touch=True)
        page.goto(f"file://{chromium.PUBLISH_FOLDER}/shell.html")
        expect(page.locator("html")).to_have_attribute("data-release", release.name, timeout=30_000)
        inside = page.frame_locator("iframe.shown")
        expect(inside.locator("html")).to_have_attribute("data-ready", "true", timeout=30_000)
        page.touchscreen.tap(960, 400)
        expect(inside.locator("html")).to_have_attribute("data-state", "active")
        for _ in range(5):
            page.touchscreen.tap(20, 20)
        for digit in "4711":
            inside.locator(".staff").get_by_role("button", name=digit, exact=True).tap()
        inside.get_by_role("button", name="Open").tap()
        with page.expect_download() as saved:
            inside.get_by_role("button", name="Save the counters as a file").tap()
        assert Path(saved.value.path()).read_text().startswith("hour,counted,what,number\n")
        for elsewhere in ("file:///etc/hostname", "file:///srv/", "https://example.org/"):
            with pytest.raises(Error, match="ERR_BLOCKED_BY_ADMINISTRATOR"):
                page.goto(elsewhere)
