"""The rules that need only the tables, one subject per file.

To add a rule, write a function with ``@rule`` or ``@finding_rule`` above it in a file of this folder. Nothing else
needs to name it. Rules that need the positions of places are in `geo.plausibility`. See
``docs/decisions/07-findings.md`` for what is reported as implausible and what is not.
"""
