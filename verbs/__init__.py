"""The verbs of the command line, one a file: each has ``HELP``, ``add_arguments(parser)`` and ``run(output, ...)``.

``run`` takes what its parser has read as keyword arguments: no verb sees the parser's own object.
A new verb is a new file, named in ``liaison.VERBS``. Libraries are imported where a verb runs, so that ``--help``
and a build with nothing to do start at once.
"""
