"""The network of a year: people and stations, and what ties them, as a networkx graph."""

from __future__ import annotations

import networkx as nx
import pandas as pd

from layers.network_edges import network_edges
from seeds.dates.when import Holding
from seeds.tables.dataset import Dataset, Standing
from seeds.tables.records import Tie


def year_graph(
    data: Dataset,
    year: int,
    *,
    stations: pd.DataFrame,
    posts: pd.DataFrame,
    liaison: pd.DataFrame,
    fiction: bool = False,
    undated: bool = False,
) -> nx.MultiGraph:
    """Who was tied to whom, and through which station, in a year.

    Nodes are ``person:ID`` and ``station:ID`` with a ``label``; edges are the posts, liaison lines and
    ties that hold in the year, each with ``ref``, ``relation`` and ``holds``. Fiction is a network of its
    own, never mixed with the record. Of competing claims those count that are shown first, by their ranks.

    Parameters
    ----------
    data : Dataset
    year : int
    stations, posts, liaison : DataFrame
        what holds in the year, each row with ``holds``.
    fiction : bool
        whether they, and the ties to add, are of the fiction instead of the record.
    undated : bool
        whether to add what no source dates, too.
    """
    held = {Holding.SEEN, Holding.POSSIBLE} | ({Holding.UNDATED} if undated else set())
    stations, posts, liaison = (
        rows[rows["holds"].isin([each.value for each in held])] for rows in (stations, posts, liaison)
    )
    graph = nx.MultiGraph(year=year)
    for row in stations.itertuples():
        graph.add_node(row.id, kind="station", label=row.label, holds=row.holds)
    for id in posts["person"]:
        _add_person(graph, data, f"person:{id}")
    holds = {row.id: row.holds for frame in (posts, liaison) for row in frame.itertuples()}
    for edge in network_edges(data):
        [claim, *_] = edge.claims
        if isinstance(claim, Tie) and (holding := _tie_holding(data, claim, year, fiction)) in held:
            holds[edge.ref] = holding.value
            _add_person(graph, data, edge.from_)
            _add_person(graph, data, edge.to)
        if edge.ref in holds and edge.from_ in graph and edge.to in graph:
            graph.add_edge(edge.from_, edge.to, ref=edge.ref, relation=edge.relation, holds=holds[edge.ref])
    return graph


def _add_person(graph: nx.MultiGraph, data: Dataset, node: str) -> None:
    graph.add_node(node, kind="person", label=data.person(node.partition(":")[2]).name)


def _tie_holding(data: Dataset, tie: Tie, year: int, fiction: bool) -> Holding:
    """Whether a tie holds in a year: not in the other world, nor where a competing claim comes before it."""
    if (data.standing(tie) is Standing.FICTION) != fiction or data.is_outranked(tie):
        return Holding.NOT
    return data.time_of(tie).holds_in_year(year)
