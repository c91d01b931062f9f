"""The rules of inference, one a file: ``limits_of(claim, known)`` yields the limits of a claim.

``KINDS`` are the kinds of claims to which a rule applies, and ``is_needed(known)`` tells whether a data set has
anything from which it could follow. The first line of a module's docstring is what the documentation says of the rule,
and its name is the name by which a descriptor switches it off. A new rule is a new file here.
"""
