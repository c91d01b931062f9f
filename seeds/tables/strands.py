"""The strands of a data set: its main network, and others that are shown, counted and exported apart from it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from liaison_atlas.seeds.tables.descriptor_values import DescriptorError, require_unique, texts_by_language, typed_value
from liaison_atlas.seeds.tables.problems import quoted

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


# These name the main strand elsewhere: in `liaison export --world record`, in addresses and in `kiosk.toml`.
_RESERVED_STRAND_NAMES = ("record", "disputed")


def read_strands(descriptor: Any) -> tuple[Strand, ...]:
    """The main strand, declared or not, and then the others."""
    declared = [_strand(strand) for strand in typed_value(descriptor, "strands", list, "the descriptor", [])]
    require_unique((strand.name for strand in declared), 'two of "strands" have one name')
    if sum(strand.shown for strand in declared) > 1:
        raise DescriptorError('"shown" must be true for one strand at most, with which pages open')
    main = next((strand for strand in declared if strand.name == MAIN_STRAND), Strand(MAIN_STRAND))
    return (main, *(strand for strand in declared if strand.name != MAIN_STRAND))


def _strand(strand: Any) -> Strand:
    name = typed_value(strand, "name", str, 'one of "strands"')
    where = f"strand {quoted(name)}"
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
        raise DescriptorError(f'"name" of {where} must be lower-case letters, digits and single hyphens')
    if name in _RESERVED_STRAND_NAMES:
        raise DescriptorError(f'"name" of {where} has a meaning of its own in addresses; choose another name')
    fiction = typed_value(strand, "fiction", bool, where, name == FICTION_STRAND)
    if fiction and name == MAIN_STRAND:
        raise DescriptorError(f'"fiction" of {where} must be false; give the fiction a strand of its own')
    if not fiction and name == FICTION_STRAND:
        raise DescriptorError(f'"fiction" of {where} must be true; choose another name for what is no fiction')
    has_default_words = name in (MAIN_STRAND, FICTION_STRAND)
    for key in ("title", "note"):
        if not has_default_words and not typed_value(strand, key, str, where).strip():
            raise DescriptorError(f'"{key}" of {where} is empty; write what readers are to be told there')
    return Strand(
        name=name,
        title=typed_value(strand, "title", str, where, "" if has_default_words else None),
        labels=texts_by_language(strand, "labels", where),
        note=typed_value(strand, "note", str, where, "" if has_default_words else None),
        notes=texts_by_language(strand, "notes", where),
        shown=typed_value(strand, "shown", bool, where, False),
        fiction=fiction,
    )
