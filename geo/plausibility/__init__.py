"""The rules that need positions: what cannot well be true of where things are said to have been.

A new rule is a function with ``@finding_rule`` above it (`seeds.checks.check_registry`), in a file of this folder:
nothing else need name it.
"""
