"""The network of a year: people and stations, and what ties them, as a networkx graph."""

from __future__ import annotations

import networkx as nx
import pandas as pd

from seeds.dates.when import Holding
from seeds.tables.dataset import Dataset, Standing


def year_graph(
    data: Dataset,
    year: int,
    *,
    stations: pd.DataFrame,
    posts: pd.DataFrame,
    liaison: pd.DataFrame,
    fiction: bool = False,
) -> nx.MultiGraph:
    """Who was tied to whom, and through which station, in a year.

    Nodes are ``person:ID`` and ``station:ID`` with a ``label``; edges are the posts, liaison lines and
    ties that hold in the year, each with ``ref``, ``relation`` and ``holds``. A tie without a date is
    known to have been at some time only: it holds possibly in every year. Fiction is a network of its
    own, never mixed with the record. Of competing claims those count that are shown first, by their ranks.

    Parameters
    ----------
    data : Dataset
    year : int
    stations, posts, liaison : DataFrame
        what holds in the year, each row with ``holds``.
    fiction : bool
        whether they, and the ties to add, are of the fiction instead of the record.
    """
    graph = nx.MultiGraph(year=year)

    def person(id: str) -> str:
        node = f"person:{id}"
        graph.add_node(node, kind="person", label=data.person(id).name)
        return node

    for row in stations.itertuples():
        graph.add_node(row.id, kind="station", label=row.label, holds=row.holds)
    for row in posts.itertuples():
        person_node = person(str(row.person))
        if row.station_id is not None and row.station_id in graph:
            graph.add_edge(person_node, row.station_id, ref=row.id, relation=row.category, holds=row.holds)
    for row in liaison.itertuples():
        if row.from_id in graph and row.to_id in graph:
            graph.add_edge(row.from_id, row.to_id, ref=row.id, relation="liaison", holds=row.holds)
    for tie in data.ties:
        if (data.standing(tie) is Standing.FICTION) != fiction or data.is_outranked(tie):
            continue
        when = data.dates.get(tie.ref)
        holds = when.holds_in_year(year) if when else Holding.POSSIBLY
        if holds is not Holding.NOT:
            graph.add_edge(person(tie.person), person(tie.other), ref=tie.ref, relation=tie.relation, holds=holds.value)
    return graph
