"""``liaison build``: build the site of a data set, where anything has changed."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from liaison_atlas.verbs.cli_output import (
    EXIT_DATA_ERRORS,
    EXIT_DONE,
    EXIT_LOCKED,
    EXIT_WOULD_CHANGE,
    CommandError,
    OutputSettings,
    add_dataset_argument,
    dataset_folder,
    is_terminal,
    log_event,
    print_json,
    print_line,
    report_command_error,
    report_data_errors,
    terminal,
    whole_number,
)
from liaison_atlas.verbs.diff import claims_document_of

if TYPE_CHECKING:
    from liaison_atlas.maps.kiosk.kiosk_config import KioskConfig

HELP = "build the site of a data set: atlas, years, posters and data"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Define the arguments of the verb."""
    add_dataset_argument(parser)
    parser.add_argument(
        "-o", "--out", type=Path, default=Path("site"), metavar="DIR", help="the output folder (default: site)"
    )
    parser.add_argument(
        "-j",
        "--jobs",
        type=whole_number,
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
        type=whole_number,
        const=600,
        default=0,
        metavar="SECONDS",
        help="wait if another build is writing the folder (600 seconds if no number is given)",
    )
    parser.add_argument("--watch", action="store_true", help="keep running and rebuild after each change to the tables")
    parser.add_argument(
        "--serve",
        nargs="?",
        type=whole_number,
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
    """The arguments of a call; `add_arguments` says what they mean."""

    output: OutputSettings
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


def run(output: OutputSettings, *, dataset: Path | None, **arguments: Any) -> int:
    """Build the site of a data set, where anything has changed."""
    call = _Call(output=output, dataset=dataset_folder(dataset), **arguments)
    if call.serve is not None and not call.watch:
        raise CommandError("--serve needs --watch; give both")
    if call.watch and (call.check or output.json):
        raise CommandError("--watch runs until it is stopped, so it cannot be combined with --check or --json")
    if call.watch:
        return _build_and_watch(call)
    try:
        return _build_if_changed(call, _read_kiosk_config(call), _other_languages(call))
    except _ReportedError as reported:
        return reported.exit_code


class _ReportedError(Exception):
    """A failure that has been reported already; ``exit_code`` is that of the command."""

    def __init__(self, exit_code: int) -> None:
        super().__init__(exit_code)
        self.exit_code = exit_code


def _read_kiosk_config(call: _Call) -> KioskConfig | None:
    """The settings of ``--kiosk``, or ``None`` without it. Reports what is wrong with them, then raises."""
    if call.kiosk is None:
        return None
    from liaison_atlas.maps.kiosk.kiosk_toml import KioskErrors, read_config
    from liaison_atlas.seeds.tables.descriptor import read_package

    package, _ = read_package(call.dataset)  # the build itself reports what is wrong there
    try:
        return read_config(
            call.kiosk,
            languages=package.languages if package else None,
            period=(package.first_year, package.last_year) if package else None,
            strands=package.strands if package else None,
        )
    except OSError as error:
        raise CommandError(
            f"{call.kiosk} cannot be read: {error.strerror}; name a readable file such as kiosk.toml"
        ) from None
    except KioskErrors as error:
        problem_dicts = [
            {"file": p.file, "line": p.line, "key": p.key, "level": "error", "message": p.message}
            for p in error.problems
        ]
        if call.output.json:
            print_json({"ok": False, "exit": EXIT_DATA_ERRORS, "problems": problem_dicts})
        else:
            for problem, problem_dict in zip(error.problems, problem_dicts, strict=True):
                log_event(call.output, "problem", str(problem), **problem_dict)
            log_event(call.output, "stopped", "nothing was written", exit=EXIT_DATA_ERRORS)
        raise _ReportedError(EXIT_DATA_ERRORS) from None


def _other_languages(call: _Call) -> tuple[str, ...]:
    """The languages of ``--languages`` beside the main one."""
    if not call.languages:
        return ()
    from liaison_atlas.maps.site.site_languages import LanguageError, other_languages
    from liaison_atlas.seeds.tables.descriptor import read_package

    package, _ = read_package(call.dataset)  # the build itself reports what is wrong there
    try:
        return other_languages(package.languages, call.languages) if package else ()
    except LanguageError as error:
        raise CommandError(f"--languages: {error}") from None


def _build_and_watch(call: _Call) -> int:
    """Build now and after each change, until somebody ends it; errors are reported, and the last good site stays."""
    from contextlib import ExitStack

    from liaison_atlas.maps.site.serving import served
    from liaison_atlas.maps.site.watching import watch

    with ExitStack() as exit_stack:
        if call.serve is not None:
            try:
                address = exit_stack.enter_context(served(call.out, call.serve))
            except OSError as error:
                raise CommandError(f"port {call.serve} cannot be used: {error.strerror}; choose another port") from None
            log_event(call.output, "serving", f"Open {address}", address=address)
        extra_paths = tuple(path for path in (call.borders, call.kiosk) if path)

        def build() -> None:
            try:
                _build_if_changed(call, _read_kiosk_config(call), _other_languages(call))
            except _ReportedError:
                return
            except CommandError as error:
                report_command_error(call.output, str(error))

        watch(call.dataset, build, extra_inputs=extra_paths)
    return EXIT_DONE


def _build_if_changed(call: _Call, kiosk_config: KioskConfig | None, languages: tuple[str, ...]) -> int:
    """One build, or one look whether there is anything to build."""
    from liaison_atlas.maps.site import manifest

    # A check reads each file; a build of a site that exists need not wait for that.
    current = not call.force and manifest.is_current(
        call.out, call.dataset, call.borders, kiosk_config, languages, check_contents=call.check
    )
    if call.check:
        from liaison_atlas import geo, seeds
        from liaison_atlas.seeds.tables.problems import errors_among

        try:
            errors = errors_among(geo.check(seeds.read(call.dataset)))
        except seeds.DataErrors as error:
            errors = error.problems
        if errors:
            return report_data_errors(call.output, errors)
        return _report_check(call, kiosk_config, languages, current=current)
    if current:
        file_reasons: dict[str, str] = dict.fromkeys(
            (manifest.read_manifest(call.out) or {"files": ()})["files"], "kept: nothing has changed"
        )
    else:
        file_reasons = _build(call, kiosk_config, languages)
    if call.output.json:
        document = {"files": file_reasons} if call.explain and file_reasons else {}
        print_json(
            {"ok": True, "exit": EXIT_DONE, "site": str(call.out), "built": not current, "problems": [], **document}
        )
    else:
        if call.explain:
            for name, why in sorted(file_reasons.items()):
                print_line(f"{name}: {why}")
        print(f"{'Nothing has changed. ' if current else ''}Open {(call.out / 'index.html').resolve().as_uri()}")
    return EXIT_DONE


def _report_check(call: _Call, kiosk_config: KioskConfig | None, languages: tuple[str, ...], *, current: bool) -> int:
    """Report whether a build would change the site and, with ``--diff``, which claims are behind it."""
    from liaison_atlas.maps.site import manifest

    code = EXIT_DONE if current else EXIT_WOULD_CHANGE
    claims_difference = None
    if call.diff and not current and manifest.read_claims(call.out) is not None:
        from liaison_atlas.layers.dataset_difference import difference

        claims_difference = difference(claims_document_of(call.out), claims_document_of(call.dataset))
    inputs = call.out, call.dataset, call.borders, kiosk_config, languages
    changed = [] if current else manifest.stale_reasons(*inputs)
    if call.output.json:
        document = {"changed": changed, **({"behind": claims_difference.to_dict()} if claims_difference else {})}
        print_json({"ok": current, "exit": code, "site": str(call.out), "problems": [], **document})
        return code
    print_line(f"{call.out} is up to date" if current else f"{call.out} is out of date")
    for line in (*changed, *(claims_difference.lines() if claims_difference else ())):
        print_line(f"  {line}")
    return code


def _build(call: _Call, kiosk_config: KioskConfig | None, languages: tuple[str, ...]) -> dict[str, str]:
    """Build; return by file why it was made or kept. Reports a build that is not possible, then raises."""
    from liaison_atlas import maps, seeds
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
        except seeds.DataErrors as error:
            raise _ReportedError(report_data_errors(call.output, error.problems)) from None
        except LockedError as error:
            raise _ReportedError(report_command_error(call.output, str(error), EXIT_LOCKED)) from None
        except (BordersError, SiteError, ViewerNotBuiltError) as error:
            raise _ReportedError(report_command_error(call.output, str(error))) from None
        except SceneError as error:
            reason = next(iter(str(error).splitlines()), "")  # the other lines are where in the script it was
            message = f"the posters cannot be drawn: {reason}; nothing was changed; please report this as a bug"
            raise _ReportedError(report_command_error(call.output, message)) from None
    return file_reasons


@contextmanager
def _progress_bar(output: OutputSettings) -> Iterator[Callable[[str, str, float], None]]:
    """What shows the files as they are ready: a line of JSON each, a bar on a terminal, else nothing."""
    if output.json_log:
        yield lambda name, why, _done: log_event(output, "file", "", name=name, why=why)
    elif is_terminal(sys.stderr):
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

        columns = (
            BarColumn(),
            TaskProgressColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.description}", markup=False),
        )
        with Progress(*columns, console=terminal(sys.stderr), transient=True) as bar:
            task = bar.add_task("reading the tables", total=1)
            yield lambda name, _why, done: bar.update(task, description=name, completed=done)
    else:
        yield lambda _name, _why, _done: None
