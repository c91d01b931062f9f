"""What is written: tables of cited claims, read into records, with every mistake named.

``seeds.read(folder)`` gives a `Dataset`; ``seeds.edtf.parse(text)`` reads a date.
"""

from seeds.dates import edtf as edtf  # `seeds.edtf.parse`
from seeds.reader import read, require
from seeds.tables.dataset import Dataset, Standing
from seeds.tables.problems import DataErrors, Level, Problem

__all__ = ["DataErrors", "Dataset", "Level", "Problem", "Standing", "read", "require"]
