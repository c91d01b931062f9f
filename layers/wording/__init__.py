"""Wording: dates, citations and standings in words, in every language that the program speaks."""
