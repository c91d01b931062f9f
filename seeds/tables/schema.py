"""The schema of a data set, from its ``datapackage.json``: Data Package v2 with Table Schema.

The schema is written once, in that file. The reader, the checks and the documentation follow it, and a test compares
the records in `seeds.tables.records` with it. Our own additions are ``references`` (the table that a list of ids
refers to), ``translatable`` (a column whose cells translations.csv may give in another language), ``labels`` of a
category (its label in other languages, by their tags), the formats ``edtf``, ``citations``, ``relative`` and ``list``,
and ``strands`` (see `seeds.tables.strands`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from liaison_atlas.seeds.tables.strands import MAIN_STRAND, Strand

DESCRIPTOR_FILE = "datapackage.json"


@dataclass(frozen=True)
class Field:
    """A column of a table."""

    name: str
    type: str
    description: str
    format: str = "default"
    required: bool = False
    unique: bool = False
    pattern: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    categories: tuple[tuple[str, str], ...] = ()
    references: str | None = None
    translatable: bool = False
    labels: Mapping[tuple[str, str], str] = field(default_factory=dict, hash=False)
    """The labels of the categories in other languages, by value and language."""
    deaths: frozenset[str] = frozenset()
    """The categories of events that are the death of the people that they name."""


@dataclass(frozen=True)
class Table:
    """A table: its columns in order, and a description of its rows."""

    name: str
    path: str
    title: str
    description: str
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...] = ()

    @cached_property
    def by_name(self) -> dict[str, Field]:
        """The columns by their names."""
        return {field.name: field for field in self.fields}


@dataclass(frozen=True)
class Package:
    """The description of a data set: titles, period, languages, licence, tables."""

    name: str
    title: str
    subtitle: str
    description: str
    version: str
    first_year: int
    last_year: int
    languages: tuple[str, ...]
    licence: str
    licence_path: str
    tables: tuple[Table, ...]
    strands: tuple[Strand, ...] = (Strand(MAIN_STRAND),)
    """The main strand, and the strands that the descriptor declares, in its order."""
    inference_off: frozenset[str] = frozenset()
    """The rules of `seeds.inference.inference_rules` that the data set switches off."""

    @cached_property
    def by_name(self) -> dict[str, Table]:
        """The tables by their names."""
        return {table.name: table for table in self.tables}

    def categories(self, table: str, field: str) -> tuple[tuple[str, str], ...]:
        """The values that a column may have, each with its label."""
        return self.by_name[table].by_name[field].categories

    @cached_property
    def death_kinds(self) -> frozenset[str]:
        """The kinds of events that are a death."""
        return frozenset(kind for table in self.tables for field in table.fields for kind in field.deaths)

    @property
    def language(self) -> str:
        """The language of the tables: the first of the languages."""
        return self.languages[0]

    def label(self, table: str, field: str, value: str, language: str) -> str | None:
        """The label of a category in a language; ``None`` if the schema has none."""
        column = self.by_name[table].by_name[field]
        if language == self.language:
            return dict(column.categories).get(value)
        return column.labels.get((value, language))
