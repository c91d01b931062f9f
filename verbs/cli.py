"""The command line: `liaison VERB`. Each verb is a module of this folder, which calls one function of the library."""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import signal
import sys
import threading
from importlib import import_module
from typing import Any

from liaison_atlas.verbs import cli_output

VERBS = ("check", "locate", "build", "export", "diff", "deps", "publish", "init")

_EPILOG = """\
exit codes:
  0   done
  1   the data has errors; each is printed as file:line:column: code: message
  2   invalid arguments, a folder that cannot be read or written, or posters that cannot be drawn
  4   build --check: the site is out of date
  75  another build or publication is writing the same folder; try again later, or use build --wait
  130 interrupted from the keyboard, 143 ended by SIGTERM; the existing site is unchanged

examples:
  liaison check                      check the data set in seeds/oms
  liaison check --explain two-heads  explain a problem code
  liaison locate                     propose positions for places that have none
  liaison build -o site              build its atlas in the folder site
  liaison build --watch --serve      rebuild after each change, and serve the site
  liaison diff before after          describe what changed between two data sets or two sites
  liaison init my-network            create a data set of your own
  liaison build my-network -o out    build its atlas
  liaison publish site /srv/kiosk    publish a site on a kiosk
"""


def main(arguments: list[str] | None = None) -> int:
    """Run a verb and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # characters that an old locale cannot encode are escaped
            stream.reconfigure(errors="backslashreplace")
    options = vars(_parser(sys.argv[1:] if arguments is None else arguments).parse_args(arguments))
    run, json_log = options.pop("run"), options.pop("log", "text") == "json"
    output = cli_output.OutputSettings(options.pop("json"), json_log)
    try:
        with contextlib.ExitStack() as afterwards:
            if threading.current_thread() is threading.main_thread():  # only the main thread can set a handler
                former_handler = signal.signal(signal.SIGTERM, _terminate) or signal.SIG_DFL
                afterwards.callback(signal.signal, signal.SIGTERM, former_handler)
            code: int = run(output, **options)
        if sys.stdout is not None:
            sys.stdout.flush()
    except cli_output.CommandError as error:
        code = cli_output.report_error(output, error)
    except BrokenPipeError:  # the reader of the pipe has closed it: not an error
        _discard_output()
        code = cli_output.EXIT_DONE
    except OSError as error:
        if error.filename is not None:
            code = cli_output.report_error(
                output, cli_output.CommandError(f"{error.filename}: {error.strerror}; choose another file or folder")
            )
        else:  # the output itself cannot be written, as on a full disk
            _discard_output()
            print(f"liaison: the output cannot be written: {error.strerror}", file=sys.stderr)
            code = cli_output.EXIT_USAGE
    except KeyboardInterrupt:
        print("interrupted; nothing was changed", file=sys.stderr)
        code = cli_output.EXIT_INTERRUPTED
    except _Terminated:
        print("terminated; nothing was changed", file=sys.stderr)
        code = cli_output.EXIT_TERMINATED
    return code


class _Terminated(BaseException):
    """SIGTERM was received: exit through every ``finally``, so that no half-written file stays."""


def _terminate(_number: int, _frame: object) -> None:
    raise _Terminated


def _discard_output() -> None:
    """Discard further output, so that the exit of the program does not fail on it either."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser(arguments: list[str]) -> argparse.ArgumentParser:
    """The parser of a call: the named verb with all its options, the other verbs by name only, to save time."""
    parser = argparse.ArgumentParser(
        prog="liaison",
        description="Turn tables of cited claims about a historical network into period layers and maps.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--version", action=_Version, nargs=0, default=argparse.SUPPRESS, help="print the version and exit"
    )
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", required=True)
    for name in VERBS:
        verb: Any = import_module(f"liaison_atlas.verbs.{name}")
        sub = verbs.add_parser(name, help=verb.HELP, description=verb.HELP[0].upper() + verb.HELP[1:] + ".")
        if name in arguments:
            sub.set_defaults(run=verb.run)
            verb.add_arguments(sub)
            sub.add_argument("--json", action="store_true", help="print the result as one JSON document")
    return parser


class _Version(argparse.Action):
    """Looks up the version only for ``--version``, to save time in all other calls."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        parser.exit(message=f"liaison-atlas {version('liaison-atlas')}\n")
