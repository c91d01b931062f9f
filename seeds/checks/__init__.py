"""Checks: the rules for a data set, implausible claims, and the catalogue of problem codes."""
