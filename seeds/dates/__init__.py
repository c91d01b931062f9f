"""Dates: EDTF, bounds in whole days, relative dates, and what overlaps."""
