"""The strands of a data set: its main network, and others that are shown, counted and exported apart from it."""

from __future__ import annotations

from dataclasses import dataclass

MAIN_STRAND = "main"
"""The strand of every claim that names none and does not rest on fiction."""
FICTION_STRAND = "fiction"
"""The strand of the claims that rest on fiction alone, where the descriptor declares no other one for them."""


@dataclass(frozen=True)
class Strand:
    """A network of its own within a data set, such as what a polemic alleges.

    Parameters
    ----------
    name : str
        by which a cell, an address and the command line call it.
    title : str
        in the language of the tables; empty where the program's own words are shown.
    labels : tuple of (str, str)
        language and title in it.
    note : str
        one sentence that says what the strand is; it is shown for as long as the strand is.
    notes : tuple of (str, str)
        language and sentence in it.
    shown : bool
        whether pages open with this strand instead of the main one.
    fiction : bool
        whether all of its claims rest on fiction.
    """

    name: str
    title: str = ""
    labels: tuple[tuple[str, str], ...] = ()
    note: str = ""
    notes: tuple[tuple[str, str], ...] = ()
    shown: bool = False
    fiction: bool = False
