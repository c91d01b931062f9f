"""Compares two data sets or sites: claims added, removed and changed, in words, and the years affected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from liaison_atlas.geo.geodesy import distance_km
from liaison_atlas.layers.wording.date_wording import year_in_words

_COLUMN_LABELS = {"reports_to": "reports to", "from": "origin", "to": "destination", "via": "way"}
_NOTHING = "nothing"


@dataclass(frozen=True)
class Change:
    """A claim or a place, its label, and what changed in it, each in a few words."""

    ref: str
    label: str
    years: tuple[int, ...]
    details: tuple[str, ...]


@dataclass(frozen=True)
class Difference:
    """All changes from one document of `layers.claim_facts.facts` to another."""

    added: tuple[Change, ...]
    removed: tuple[Change, ...]
    changed: tuple[Change, ...]
    moved: tuple[Change, ...]

    def _sections(self) -> tuple[tuple[str, str, tuple[Change, ...]], ...]:
        return (
            ("added", "Added", self.added),
            ("gone", "Gone", self.removed),
            ("changed", "Changed", self.changed),
            ("moved", "Places that moved", self.moved),
        )

    def __bool__(self) -> bool:
        return any(changes for *_, changes in self._sections())

    @property
    def years(self) -> tuple[int, ...]:
        """The years in which something changed."""
        return tuple(sorted({year for *_, changes in self._sections() for change in changes for year in change.years}))

    def lines(self) -> Iterator[str]:
        """The difference for a reader: headings, a line for each claim, and the years affected.

        Yields
        ------
        str
            without a line break.

        Examples
        --------
        >>> list(Difference((), (), (), ()).lines())
        ['Nothing changed.']
        """
        for _, title, changes in self._sections():
            if changes:
                yield f"{title} ({len(changes)}):"
            for change in changes:
                years = f"{year_ranges(change.years)}: " if change.years else ""
                what = f" {'; '.join(change.details)}" if change.details else ""
                yield f"  {years}{change.label} [{change.ref}]{what}"
        yield f"Years touched: {year_ranges(self.years) or 'none'}" if self else "Nothing changed."

    def to_dict(self) -> dict[str, Any]:
        """The difference for a program.

        Returns
        -------
        dict
            a JSON object: ``added``, ``removed``, ``changed`` and ``moved``, each a list of changes with ``ref``,
            ``label``, ``years`` and ``what``; and ``years``, all that are affected.
        """
        sections = {
            key: [{"ref": c.ref, "label": c.label, "years": list(c.years), "what": list(c.details)} for c in changes]
            for key, _, changes in self._sections()
        }
        return {**sections, "years": list(self.years)}


def difference(before: dict[str, Any], after: dict[str, Any]) -> Difference:
    """What changed between two documents of `layers.claim_facts.facts`.

    Claims are matched by their references. If a place has moved, the years of the claims that name it are affected.

    Parameters
    ----------
    before, after : dict
        the documents, as `facts` returns them.

    Returns
    -------
    Difference
        false if nothing changed.

    Examples
    --------
    >>> nothing = {"claims": {}, "places": {}}
    >>> bool(difference(nothing, nothing))
    False
    """
    old, new = before["claims"], after["claims"]
    return Difference(
        added=tuple(_whole_claim(ref, new[ref]) for ref in new if ref not in old),
        removed=tuple(_whole_claim(ref, old[ref]) for ref in old if ref not in new),
        changed=tuple(
            Change(ref, new[ref]["label"], tuple(sorted({*_years(old[ref]), *_years(new[ref])})), what)
            for ref in new
            if ref in old and (what := tuple(_change_texts(old[ref], new[ref])))
        ),
        moved=tuple(_moved_places(before, after)),
    )


def _whole_claim(ref: str, claim: dict[str, Any]) -> Change:
    return Change(ref, claim["label"], _years(claim), (claim["when"],))


def year_ranges(years: Iterable[int]) -> str:
    """Years as ranges in words.

    Returns
    -------
    str
        in English.

    Examples
    --------
    >>> year_ranges([1919, 1921, 1922, 1923])
    '1919, 1921–1923'
    >>> year_ranges([-46, -45, 0, 1])
    '47 BC–46 BC, 1 BC–1'
    >>> year_ranges([])
    ''
    """
    runs = [list(run) for _, run in groupby(enumerate(years), lambda numbered: numbered[1] - numbered[0])]
    ends = [(year_in_words(run[0][1]), year_in_words(run[-1][1])) for run in runs]
    return ", ".join(first if first == last else f"{first}–{last}" for first, last in ends)


def _years(claim: dict[str, Any]) -> tuple[int, ...]:
    return tuple(range(claim["years"][0], claim["years"][1] + 1)) if claim["years"] else ()


def _change_texts(old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    """The differences between two states of a claim."""
    if old["label"] != new["label"]:
        yield f"is now called so, was {old['label']}"
    if old["when"] != new["when"]:
        yield f"moved from {old['when'] or 'no date'} to {new['when'] or 'no date'}"
    if old.get("inferred", "") != new["inferred"]:
        yield f"inferred is now {new['inferred'] or _NOTHING}, was {old.get('inferred') or _NOTHING}"
    for name in ("certainty", "standing", "strand", "rank"):
        was, is_ = old.get(name, new[name]), new[name]  # sites of the first edition have no strands
        if was != is_:
            yield f"{name} {_spaced(is_)}, was {_spaced(was)}"
    if old.get("contested", new["contested"]) != new["contested"]:  # sites of version 0.1 do not have it
        yield "is now contested" if new["contested"] else "is no longer contested"
    for name in sorted({*old["values"], *new["values"]}):
        was, is_ = old["values"].get(name, ""), new["values"].get(name, "")
        # The title of a post is part of its label, which is reported above.
        if was != is_ and not (name in {"name", "title"} and old["label"] != new["label"]):
            yield f"{_COLUMN_LABELS.get(name, name)} {is_ or _NOTHING}, was {was or _NOTHING}"
    added = [cite for cite in new["cites"] if cite not in old["cites"]]
    gone = [cite for cite in old["cites"] if cite not in new["cites"]]
    if added:
        yield f"now cites {', '.join(added)}"
    if gone:
        yield f"no longer cites {', '.join(gone)}"
    if not added and not gone and old["cites"] != new["cites"]:
        yield "cites the same sources in another order"
    if old["note"] != new["note"]:
        yield "note changed" if old["note"] and new["note"] else "note added" if new["note"] else "note gone"


def _spaced(word: str) -> str:
    return word.replace("-", " ")


def _moved_places(before: dict[str, Any], after: dict[str, Any]) -> Iterator[Change]:
    """Places whose position or accuracy has changed."""
    for ref, new in after["places"].items():
        old = before["places"].get(ref)
        if old is None or old["position"] == new["position"]:
            continue
        named = (year for claim in after["claims"].values() if ref in claim["places"] for year in _years(claim))
        yield Change(ref, new["name"], tuple(sorted(set(named))), (_movement_text(old["position"], new["position"]),))


def _movement_text(old: list[float] | None, new: list[float] | None) -> str:
    if old is None:
        return "now has a position"
    if new is None:
        return "no longer has a position"
    km = distance_km((old[0], old[1]), (new[0], new[1]))
    moved = f"moved by {km:.1f} km" if km >= 0.05 else f"moved by {km * 1000:.0f} m"
    wider = f"within {new[2] / 1000:g} km, was {old[2] / 1000:g} km"
    return moved if old[2] == new[2] else wider if km == 0 else f"{moved}; {wider}"
