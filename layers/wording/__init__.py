"""Puts dates, citations and standings into words, in every language of the program."""
