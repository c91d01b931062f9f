"""Checks: the rules that a data set must keep, what is implausible in it, and the catalogue of problem codes."""
