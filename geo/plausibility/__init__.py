"""The rules that need positions: implausible claims about where people and places were.

To add a rule, write a function with ``@finding_rule`` above it (`seeds.checks.check_registry`) in a file of this
folder. Nothing else needs to name it.
"""
