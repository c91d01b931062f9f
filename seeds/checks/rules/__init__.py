"""The rules that the tables alone can be held to, one subject a file.

A new rule is a function with ``@rule`` or ``@finding_rule`` above it, in a file of this folder: nothing else need name
it. A rule that must know where places lie stands in `geo.plausibility`. ``docs/decisions/07-findings.md`` says what is
found implausible, and what is left alone.
"""
