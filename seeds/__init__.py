"""Read a data set: tables of cited claims become records, and every mistake is reported.

``seeds.read(folder)`` returns a `Dataset`; ``seeds.edtf.parse(text)`` parses a date.
"""

from liaison_atlas.seeds.dates import edtf as edtf  # `seeds.edtf.parse`
from liaison_atlas.seeds.reader import read, require
from liaison_atlas.seeds.tables.dataset import Dataset, Standing
from liaison_atlas.seeds.tables.problems import DataErrors, Level, Problem

__all__ = ["DataErrors", "Dataset", "Level", "Problem", "Standing", "read", "require"]
