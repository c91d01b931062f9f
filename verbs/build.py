"""``liaison build``: build the site of a data set if anything has changed."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from liaison_atlas.verbs import cli_output
from liaison_atlas.verbs.diff import claims_document_of

if TYPE_CHECKING:
    from liaison_atlas.maps.kiosk.kiosk_config import KioskConfig

HELP = "build the site of a data set: atlas, years, posters and data"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Define the arguments of the verb."""
    cli_output.add_dataset_argument(parser)
    cli_output.add_out_argument(parser, "site")
    parser.add_argument(
        "-j",
        "--jobs",
        type=cli_output.whole_number,
        default=os.cpu_count() or 1,
        metavar="N",
        help="number of worker processes (default: one per core)",
    )
    parser.add_argument("--force", action="store_true", help="build even if nothing has changed")
    parser.add_argument(
        "--check", action="store_true", help="build nothing; exit with code 4 if a build would change anything"
    )
    parser.add_argument(
        "--wait",
        nargs="?",
        type=cli_output.whole_number,
        const=600,
        default=0,
        metavar="SECONDS",
        help="wait if another build is writing the folder (600 seconds if no number is given)",
    )
    parser.add_argument("--watch", action="store_true", help="keep running and rebuild after each change to the tables")
    parser.add_argument(
        "--serve",
        nargs="?",
        type=cli_output.whole_number,
        const=0,
        metavar="PORT",
        help="with --watch: serve the site on this machine, in a page that reloads after each build",
    )
    parser.add_argument(
        "--log",
        choices=("text", "json"),
        default="text",
        help="format of messages on standard error: text or JSON lines",
    )
    parser.add_argument("--diff", action="store_true", help="with --check: list the claims that cause the change")
    parser.add_argument("--explain", action="store_true", help="explain for each file why it was written or kept")
    parser.add_argument(
        "--borders",
        type=Path,
        metavar="FILE",
        help="draw your own dated borders, from a GeoJSON file that names its licence",
    )
    parser.add_argument(
        "--kiosk",
        type=Path,
        metavar="FILE",
        help="build for a kiosk with the settings in this file, such as kiosk.toml: its page, shell and machine files",
    )

    parser.add_argument(
        "--languages",
        type=_comma_separated,
        default=(),
        metavar="TAGS",
        help="more languages for front page, report and posters, such as de,ru, or all",
    )


def _comma_separated(text: str) -> tuple[str, ...]:
    """The values of an option that takes several."""
    return tuple(filter(None, (value.strip() for value in text.split(","))))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Call:
    """The arguments of a call; `add_arguments` describes them."""

    output: cli_output.OutputSettings
    dataset: Path
    out: Path
    jobs: int
    force: bool
    check: bool
    wait: int
    watch: bool
    serve: int | None
    diff: bool
    explain: bool
    borders: Path | None
    kiosk: Path | None
    languages: tuple[str, ...]


def run(output: cli_output.OutputSettings, *, dataset: Path | None, **arguments: Any) -> int:
    """Build the site of a data set if anything has changed."""
    call = _Call(output=output, dataset=cli_output.dataset_folder(dataset), **arguments)
    if call.serve is not None and not call.watch:
        raise cli_output.CommandError("--serve needs --watch; give both")
    if call.watch and (call.check or output.json):
        reason = "--watch runs until it is stopped, so it cannot be combined with --check or --json"
        raise cli_output.CommandError(reason)
    return _build_and_watch(call) if call.watch else _build_if_changed(call)


def _settings(call: _Call) -> tuple[KioskConfig | None, tuple[str, ...]]:
    """The settings of ``--kiosk``, or ``None`` without it, and the languages of ``--languages`` except the main one."""
    if call.kiosk is None and not call.languages:
        return None, ()
    from liaison_atlas.maps.kiosk.kiosk_toml import KioskErrors, read_config
    from liaison_atlas.maps.site.site_languages import LanguageError, other_languages
    from liaison_atlas.seeds.tables.descriptor import read_package

    package, _ = read_package(call.dataset)  # the build itself reports its problems
    known: dict[str, Any] = {}
    if package:
        period = package.first_year, package.last_year
        known = {"languages": package.languages, "period": period, "strands": package.strands}
    try:
        config = read_config(call.kiosk, **known) if call.kiosk else None
        return config, other_languages(package.languages, call.languages) if package else ()
    except OSError as error:
        reason = f"{call.kiosk} cannot be read: {error.strerror}"
        raise cli_output.CommandError(f"{reason}; name a readable file such as kiosk.toml") from None
    except KioskErrors as error:
        raise cli_output.CommandError("nothing was written", cli_output.EXIT_DATA_ERRORS, error.problems) from None
    except LanguageError as error:
        raise cli_output.CommandError(f"--languages: {error}") from None


def _build_and_watch(call: _Call) -> int:
    """Build now and after each change, until interrupted; errors are reported, and the last good site stays."""
    from liaison_atlas.maps.site.serving import served
    from liaison_atlas.maps.site.watching import watch

    with ExitStack() as exit_stack:
        if call.serve is not None:
            try:
                address = exit_stack.enter_context(served(call.out, call.serve))
            except OSError as error:
                reason = f"port {call.serve} cannot be used: {error.strerror}"
                raise cli_output.CommandError(f"{reason}; choose another port") from None
            cli_output.log_event(call.output, "serving", f"Open {address}", address=address)
        extra_paths = tuple(path for path in (call.borders, call.kiosk) if path)

        def build() -> None:
            try:
                _build_if_changed(call)
            except cli_output.CommandError as error:
                cli_output.report_error(call.output, error)

        watch(call.dataset, build, extra_inputs=extra_paths)
    return cli_output.EXIT_DONE


def _build_if_changed(call: _Call) -> int:
    """Build once, or check whether there is anything to build."""
    from liaison_atlas.maps.site import manifest

    kiosk_config, languages = _settings(call)
    inputs = call.out, call.dataset, call.borders, kiosk_config, languages
    # Only a check reads every file: a build with nothing to do should not wait for that.
    current = not call.force and manifest.is_current(*inputs, check_contents=call.check)
    if call.check:
        from liaison_atlas import geo, seeds
        from liaison_atlas.seeds.tables.problems import errors_among

        with cli_output.refusing_data_errors():
            errors = errors_among(geo.check(seeds.read(call.dataset)))
        if errors:
            raise cli_output.data_errors(errors)
        return _report_check(call, [] if current else manifest.stale_reasons(*inputs), current=current)
    if current:
        files = (manifest.read_manifest(call.out) or {"files": ()})["files"]
        file_reasons = dict.fromkeys(files, "kept: nothing has changed")
    else:
        file_reasons = _build(call, kiosk_config, languages)
    if not call.explain:
        file_reasons = {}
    document = {"files": file_reasons} if file_reasons else {}
    opening = f"{'Nothing has changed. ' if current else ''}Open {(call.out / 'index.html').resolve().as_uri()}"
    lines = [*(f"{name}: {why}" for name, why in sorted(file_reasons.items())), opening]
    return cli_output.report_done(call.output, {"site": str(call.out), "built": not current, **document}, lines)


def _report_check(call: _Call, changed: list[str], *, current: bool) -> int:
    """Report whether a build would change the site and, with ``--diff``, which claims cause it."""
    from liaison_atlas.maps.site import manifest

    code = cli_output.EXIT_DONE if current else cli_output.EXIT_WOULD_CHANGE
    claims_difference = None
    if call.diff and not current and manifest.read_claims(call.out) is not None:
        from liaison_atlas.layers.dataset_difference import difference

        claims_difference = difference(claims_document_of(call.out), claims_document_of(call.dataset))
    if call.output.json:
        document = {"changed": changed, **({"behind": claims_difference.to_dict()} if claims_difference else {})}
        cli_output.print_json({"ok": current, "exit": code, "site": str(call.out), "problems": [], **document})
        return code
    cli_output.print_line(f"{call.out} is up to date" if current else f"{call.out} is out of date")
    for line in (*changed, *(claims_difference.lines() if claims_difference else ())):
        cli_output.print_line(f"  {line}")
    return code


def _build(call: _Call, kiosk_config: KioskConfig | None, languages: tuple[str, ...]) -> dict[str, str]:
    """Build, and return for each file why it was made or kept."""
    from liaison_atlas import maps
    from liaison_atlas.maps.ground.borders import BordersError
    from liaison_atlas.maps.scene.scene_engine import SceneError
    from liaison_atlas.maps.site.output_folder import LockedError, SiteError
    from liaison_atlas.maps.viewer.bundle import ViewerNotBuiltError

    file_reasons: dict[str, str] = {}
    with _progress_bar(call.output) as show_progress:

        def progress(name: str, why: str, done: float) -> None:
            file_reasons[name] = why
            show_progress(name, why, done)

        try:
            with cli_output.refusing_data_errors():
                maps.build(
                    call.dataset,
                    call.out,
                    borders=call.borders,
                    kiosk=kiosk_config,
                    languages=languages,
                    jobs=call.jobs,
                    force=call.force,
                    wait_s=call.wait,
                    progress=progress,
                )
        except LockedError as error:
            raise cli_output.CommandError(str(error), cli_output.EXIT_LOCKED) from None
        except (BordersError, SiteError, ViewerNotBuiltError) as error:
            raise cli_output.CommandError(str(error)) from None
        except SceneError as error:
            reason = next(iter(str(error).splitlines()), "")  # the other lines are the position in the script
            failure = f"the posters cannot be drawn: {reason}; nothing was changed"
            raise cli_output.CommandError(f"{failure}; please report this as a bug") from None
    return file_reasons


@contextmanager
def _progress_bar(output: cli_output.OutputSettings) -> Iterator[Callable[[str, str, float], None]]:
    """Show each file when it is ready: a line of JSON, a progress bar on a terminal, else nothing."""
    if output.json_log:
        yield lambda name, why, _done: cli_output.log_event(output, "file", "", name=name, why=why)
    elif cli_output.is_terminal(sys.stderr):
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

        name_column = TextColumn("{task.description}", markup=False)
        columns = BarColumn(), TaskProgressColumn(), TimeElapsedColumn(), name_column
        with Progress(*columns, console=cli_output.terminal(sys.stderr), transient=True) as bar:
            task = bar.add_task("reading the tables", total=1)
            yield lambda name, _why, done: bar.update(task, description=name, completed=done)
    else:
        yield lambda _name, _why, _done: None
