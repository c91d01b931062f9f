"""The network of a year as a networkx graph: people, stations and their connections."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pandas as pd

from liaison_atlas.layers.network_edges import network_edges
from liaison_atlas.seeds.dates.when import Holding
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.records import Tie


def year_graph(
    data: Dataset,
    year: int,
    frames: tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame],
    main_stations: pd.DataFrame,
    *,
    strand: str,
    undated: bool,
) -> nx.MultiGraph:
    """The network of a year: who was connected to whom, and through which station.

    Nodes are ``person:ID`` and ``station:ID`` with a ``label``; people also have their ``identifiers``. Edges are the
    posts, liaison lines and ties that hold in the year, each with ``ref``, ``relation`` and ``holds``. Each strand has
    its own network; that of another strand includes a station of the main strand if a post or line of that strand
    leads to it. Of competing claims, only those that the ranks show first count.

    Parameters
    ----------
    data : Dataset
        of the layers.
    year : int
        the year 0 is 1 BC.
    frames : tuple of DataFrame
        the stations, posts and lines of liaison that hold in the year, each row with ``holds``.
    main_stations : DataFrame
        for a strand other than the main one, the stations of the main strand that hold in the year.
    strand : str
        the strand of the frames and of the ties to add.
    undated : bool
        whether to include claims that no source dates.

    Returns
    -------
    networkx.MultiGraph
        with ``year`` as an attribute.
    """
    held = {Holding.SEEN, Holding.POSSIBLE} | ({Holding.UNDATED} if undated else set())
    stations, posts, liaison = (rows[rows["holds"].isin([each.value for each in held])] for rows in frames)
    graph = nx.MultiGraph(year=year)
    for row in stations.itertuples():
        _add_station(graph, row)
    other_ends = {row.id: row for row in main_stations.itertuples()}
    for id in posts["person"]:
        _add_person(graph, data, f"person:{id}")
    holds = {row.id: row.holds for frame in (posts, liaison) for row in frame.itertuples()}
    for edge in network_edges(data):
        [claim, *_] = edge.claims
        if isinstance(claim, Tie) and (holding := _tie_holding(data, claim, year, strand)) in held:
            holds[edge.ref] = holding.value
            _add_person(graph, data, edge.from_)
            _add_person(graph, data, edge.to)
        if edge.ref in holds and edge.from_ in graph and edge.to in other_ends and edge.to not in graph:
            _add_station(graph, other_ends[edge.to])
        if edge.ref in holds and edge.from_ in graph and edge.to in graph:
            graph.add_edge(edge.from_, edge.to, ref=edge.ref, relation=edge.relation, holds=holds[edge.ref])
    return graph


def _add_station(graph: nx.MultiGraph, row: Any) -> None:
    graph.add_node(row.id, kind="station", label=row.label, holds=row.holds)


def _add_person(graph: nx.MultiGraph, data: Dataset, node: str) -> None:
    person = data.person(node.partition(":")[2])
    graph.add_node(node, kind="person", label=person.name, identifiers="; ".join(person.identifiers))


def _tie_holding(data: Dataset, tie: Tie, year: int, strand: str) -> Holding:
    """How a tie holds in a year: not at all if it is in another strand or a competing claim is ranked before it."""
    if data.strand_of(tie) != strand or data.is_outranked(tie):
        return Holding.NOT
    return data.time_of(tie).holds_in_year(year)
