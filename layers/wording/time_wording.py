"""The time of a claim in words: what its row states, and the limits that follow from other rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from liaison_atlas.layers.claims import label_in, label_of, person_name
from liaison_atlas.layers.wording.date_wording import date_in_words
from liaison_atlas.layers.wording.languages import language_for
from liaison_atlas.layers.wording.languages.language import DateParts, DatePattern
from liaison_atlas.seeds.dates.days import calendar_date
from liaison_atlas.seeds.dates.when import When
from liaison_atlas.seeds.inference.limits import InferredLimits, Side
from liaison_atlas.seeds.inference.relative_order import entries_of, parse_order
from liaison_atlas.seeds.tables.dataset import Dataset
from liaison_atlas.seeds.tables.records import Claim, Event, Journey, Person


class StatedTime(NamedTuple):
    """What the row of a claim states about its time."""

    when: When | None
    order: str | None
    """Its order relative to other rows, if its date does not follow from that."""
    not_before: When | None
    not_after: When | None
    seen: tuple[When, ...]

    @classmethod
    def of(cls, claim: Claim, data: Dataset) -> StatedTime:
        """The time that the row of a claim states."""
        order = None if isinstance(claim, (Journey, Event)) else claim.relative
        return cls(data.date_of(claim), order, claim.not_before, claim.not_after, claim.seen)


def time_in_words(time: StatedTime, titles: Mapping[str, str], language: str = "en") -> str:
    """The time that a row states; empty if it states none.

    Parameters
    ----------
    time : StatedTime
        the cells of the row.
    titles : mapping
        the titles of the rows that it may name, by their refs.
    language : str
        a BCP 47 tag.

    Returns
    -------
    str
        the parts, joined by the rules of the language.
    """
    wording = language_for(language)
    parts = [date_in_words(time.when, titles, language)] if time.when else []
    parts += [_order_in_words(entry, titles, language) for entry in entries_of(time.order)]
    if time.not_before and (day := time.not_before.start_earliest.day) is not None:
        parts.append(wording.limit(_limit_parts(day, Side.NOT_BEFORE), is_first=True))
    if time.not_after and (day := time.not_after.end_latest.day) is not None:
        parts.append(wording.limit(_limit_parts(day, Side.NOT_AFTER), is_first=False))
    if time.seen:
        parts.append(wording.seen_at([date_in_words(date, None, language) for date in time.seen]))
    return wording.semicolon.join(parts)


def row_titles(data: Dataset, language: str | None = None) -> Mapping[str, str]:
    """The titles of claims and people by ref, each looked up when it is first needed.

    Parameters
    ----------
    data : Dataset
        the data set.
    language : str, optional
        a BCP 47 tag; without one, or without a translation, the language of the tables.

    Returns
    -------
    mapping of str to str
        by ref.
    """
    return _RowTitles(data, language or data.package.language)


class _RowTitles(Mapping[str, str]):
    def __init__(self, data: Dataset, language: str) -> None:
        self._data, self._language = data, language

    def __getitem__(self, ref: str) -> str:
        row = self._data.by_ref[ref]
        if isinstance(row, Person):
            return person_name(self._data, row.id, self._language)
        if isinstance(row, Claim):
            return label_in(self._data, row, self._language) or label_of(self._data, row)
        return row.name

    def __iter__(self) -> Iterator[str]:
        return iter(self._data.by_ref)

    def __len__(self) -> int:
        return len(self._data.by_ref)


def inferred_time(limits: InferredLimits, titles: Mapping[str, str], language: str = "en") -> str:
    """The limits of a claim that follow from other rows, with the rule and the row of each; empty if there are none.

    If both limits follow from the same row by the same rule, these are named once.

    Returns
    -------
    str
        the parts, joined with semicolons.
    """
    wording = language_for(language)
    by_reason: dict[tuple[str, str], list[str]] = {}  # usually both follow from one row
    for limit in filter(None, limits):
        parts = _limit_parts(limit.day, limit.side)
        texts = by_reason.setdefault((limit.rule, limit.ref), [])
        texts.append(wording.limit(parts, is_first=limit.side is Side.NOT_BEFORE))
    return wording.semicolon.join(
        wording.inferred_limit(wording.comma.join(texts), rule, titles.get(ref, ref))
        for (rule, ref), texts in by_reason.items()
    )


def _order_in_words(entry: str, titles: Mapping[str, str], language: str) -> str:
    order, wording = parse_order(entry), language_for(language)
    relative = order.relative
    other = titles.get(relative.ref, relative.ref)
    return wording.last_before.format(other=other) if order.is_last else wording.relative_date(other, relative)


def _limit_parts(day: int, side: Side) -> DateParts:
    """The day of a limit, or only its year if the limit is the first or last day of a year."""
    date = calendar_date(day)
    bound_of_year = (1, 1) if side is Side.NOT_BEFORE else (12, 31)
    return DateParts(DatePattern.YEAR if date[1:] == bound_of_year else DatePattern.DAY, date, date)
