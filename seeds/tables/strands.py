"""The strands of a data set: its main network, and others that are shown, counted and exported separately."""

from __future__ import annotations

from dataclasses import dataclass

MAIN_STRAND = "main"
"""The strand of every claim that names none and does not rest on fiction."""
FICTION_STRAND = "fiction"
"""The strand of claims that rest only on fiction, if the descriptor declares no other strand for them."""


@dataclass(frozen=True)
class Strand:
    """A separate network within a data set, such as one that a polemic alleges.

    Parameters
    ----------
    name : str
        the name of the strand in cells, addresses and on the command line.
    title : str
        the title in the language of the tables; if empty, the program's own text is shown.
    labels : tuple of (str, str)
        pairs of a language and the title in it.
    note : str
        one sentence that describes the strand; it is shown while the strand is shown.
    notes : tuple of (str, str)
        pairs of a language and the sentence in it.
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
