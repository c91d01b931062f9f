"""What a language must be able to say in the report: the phrases of `PageWords.report`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from liaison_atlas.maps.pages.words.plural import Plural

Term = tuple[str, str]
"""A word of the report and what it means."""


@dataclass(frozen=True, kw_only=True)
class TableWords:
    """The tables of claims, as headings."""

    stations: str
    posts: str
    journeys: str
    events: str
    ties: str


@dataclass(frozen=True, kw_only=True)
class RowKindWords:
    """What a row is."""

    station: str
    post: str
    journey: str
    event: str
    tie: str
    person: str
    place: str


@dataclass(frozen=True, kw_only=True)
class SourceKindWords:
    """The kinds of sources, each a `seeds.tables.records.SourceKind`."""

    scholarship: str
    archive: str
    memoir: str
    encyclopedia: str
    popular: str
    partisan: str
    fiction: str


@dataclass(frozen=True, kw_only=True)
class StandingWords:
    """What a claim rests on, each a `seeds.tables.dataset.Standing`."""

    attested: str
    partisan: str
    fiction: str


@dataclass(frozen=True, kw_only=True)
class RowWords:
    """The phrases of a single row: its date, its place, what else it says."""

    when: str
    no_date: str
    where: str
    who: str
    how_sure: str
    standing: str
    preferred: str
    set_aside_by_rank: str
    set_aside_for_rival: str
    identifiers: str
    touched: str
    reported_to: str
    with_sureness: str
    way: str
    leg_from: str
    leg_via: str
    leg_to: str
    purpose: str
    station: str
    today: str
    """The name of a place ``then``, and ``today``."""
    somewhere: Callable[[str], str]
    """For a place of which only the country or region is known, whose name it takes."""


@dataclass(frozen=True, kw_only=True)
class ReportWords:
    """The words of the report, in the order of the page."""

    tables: TableWords
    row_kinds: RowKindWords
    source_kinds: SourceKindWords
    standings: StandingWords
    row: RowWords

    description: str
    lead: str
    contents: str
    claims_title: str
    years_title: str
    disagreements_title: str
    sources_title: str
    coverage_title: str
    unsaid_title: str
    problems_title: str

    none: str
    """Instead of the number 0 within a sentence, and at its beginning."""
    none_first: str
    claims: Plural
    sources: Plural
    citations: Plural
    sentences: Plural
    opening: str
    attested: Plural
    partisan: Plural
    contested: Plural
    cites: str
    without_page: Plural
    on_one_source: Plural
    undated: Plural
    without_place: Plural
    set_aside: Plural
    reading: str
    read_citations: Plural
    through_citations: Plural
    at_first_hand: Plural
    through_alone: Plural

    by_table: str
    by_certainty: str
    by_source_kind: str
    kind_column: str
    certainty_column: str
    attested_column: str
    partisan_column: str
    all_column: str
    contested_column: str
    all_claims: str
    source_kind_column: str
    sources_column: str
    citing_column: str
    alone_column: str

    fiction_banner: str
    strand_claims: Plural
    further_claims: Plural
    terms_title: str
    terms: tuple[Term, Term, Term, Term, Term, Term]

    years: str
    most_partisan: Plural
    attested_seen: str
    attested_possible: str
    partisan_seen: str
    partisan_possible: str
    no_dates: str
    possible_share: str
    mostly_possible: str
    alike: str
    all_differ: str
    years_caption: str
    year_column: str
    claims_column: str
    drawn_column: str
    changed_column: str
    seen_column: str
    possible_column: str

    questions: Plural
    no_disagreements: str
    on_question: str

    bibliography: Plural
    uncited: Plural
    no_sources: str
    read_at_first_hand: Plural
    read_through: Plural
    cited_by: Plural
    not_cited: str
    people_cite: Plural
    names_cite: Plural
    disagreements_cite: Plural
    cite_after: Plural
    with_strand: str
    more_claims: Plural
    more_findings: Plural

    coverage: str
    document: str
    document_source: str
    unanswered: str
    why_left_out: Plural
    left_out_caption: str
    reason_column: str
    count_column: str
    sentences_column: str
    remarks: str
    remarks_caption: str
    remark_column: str
    no_documents: str

    unlocated_title: str
    unlocated: str
    no_claim_there: str
    all_located: str
    placeless_title: str
    none_placeless: str
    undated_title: str
    undated_claims: str
    none_undated: str

    problems: str
    findings: Plural
    where_column: str
    level_column: str
    code_column: str
    what_column: str
    no_problems: str
    footer: str
