"""``liaison export``: write the period layers as GeoJSON."""

from __future__ import annotations

import argparse
from pathlib import Path

from liaison_atlas.verbs import cli_output

HELP = "write the period layers as GeoJSON files for other programs"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Define the arguments of the verb."""
    cli_output.add_dataset_argument(parser)
    cli_output.add_out_argument(parser, "data")
    parser.add_argument(
        "--year",
        type=cli_output.year_number,
        metavar="YEAR",
        help="only claims that hold in this year, with the property `holds`; 47BC and -46 are the same year",
    )
    parser.add_argument(
        "--world",
        metavar="STRAND",
        default="record",
        help="the strand: record (the main one, by default), fiction, or a name from `strands` of datapackage.json",
    )


def run(output: cli_output.OutputSettings, *, dataset: Path | None, out: Path, year: int | None, world: str) -> int:
    """``liaison export``: write the period layers as GeoJSON."""
    from liaison_atlas import layers, seeds
    from liaison_atlas.layers.geojson_export import geojson
    from liaison_atlas.seeds.tables.atomic_write import write_atomically
    from liaison_atlas.seeds.tables.strands import MAIN_STRAND

    with cli_output.refusing_data_errors():
        data = seeds.require(seeds.read(cli_output.dataset_folder(dataset)))
    period = layers.period_layers(data)
    names = {"record": MAIN_STRAND, "fiction": data.fiction_strand}
    try:
        chosen = period.strand(names.get(world, world))
    except ValueError:
        known = ["record", *(strand.name for strand in data.strands if strand.name != MAIN_STRAND)]
        raise cli_output.CommandError(f"--world must be one of {', '.join(known)} (got {world!r})") from None
    if year is not None:
        chosen = chosen.at(year)
    files = {f"{name}.geojson": geojson(frame).encode() for name, frame in chosen.items()}
    try:
        write_atomically(out, files)
    except OSError as error:
        raise cli_output.CommandError(f"cannot write {out}: {error.strerror}; choose another folder with -o") from None
    paths = [str(out / name) for name in files]
    return cli_output.report_done(output, {"files": paths}, paths)
