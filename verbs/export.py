"""``liaison export``: write the period layers as GeoJSON."""

from __future__ import annotations

import argparse
from pathlib import Path

from liaison_atlas.verbs.cli_output import (
    EXIT_DONE,
    CommandError,
    OutputSettings,
    add_dataset_argument,
    dataset_folder,
    print_json,
    print_line,
    report_data_errors,
    year_number,
)

HELP = "write the period layers as GeoJSON files for other programs"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Define the arguments of the verb."""
    add_dataset_argument(parser)
    parser.add_argument(
        "-o", "--out", type=Path, default=Path("data"), metavar="DIR", help="the output folder (default: data)"
    )
    parser.add_argument(
        "--year",
        type=year_number,
        metavar="YEAR",
        help="only claims that hold in this year, with the property `holds`; 47BC and -46 are the same year",
    )
    parser.add_argument(
        "--world",
        metavar="STRAND",
        default="record",
        help="the strand: record (the main one, by default), fiction, or a name from `strands` of datapackage.json",
    )


def run(output: OutputSettings, *, dataset: Path | None, out: Path, year: int | None, world: str) -> int:
    """``liaison export``: write the period layers as GeoJSON."""
    from liaison_atlas import layers, seeds
    from liaison_atlas.layers.geojson_export import geojson
    from liaison_atlas.seeds.tables.atomic_write import write_atomically
    from liaison_atlas.seeds.tables.strands import MAIN_STRAND

    try:
        data = seeds.require(seeds.read(dataset_folder(dataset)))
    except seeds.DataErrors as error:
        return report_data_errors(output, error.problems)
    period = layers.period_layers(data)
    names = {"record": MAIN_STRAND, "fiction": data.fiction_strand}
    try:
        chosen = period.strand(names.get(world, world))
    except ValueError:
        known = ["record", *(strand.name for strand in data.strands if strand.name != MAIN_STRAND)]
        raise CommandError(f"--world must be one of {', '.join(known)} (got {world!r})") from None
    if year is not None:
        chosen = chosen.at(year)
    files = {f"{name}.geojson": geojson(frame).encode() for name, frame in chosen.items()}
    try:
        write_atomically(out, files)
    except OSError as error:
        raise CommandError(f"cannot write {out}: {error.strerror}; choose another folder with -o") from None
    paths = [str(out / name) for name in files]
    if output.json:
        print_json({"ok": True, "exit": EXIT_DONE, "files": paths, "problems": []})
    else:
        for name in paths:
            print_line(name)
    return EXIT_DONE
