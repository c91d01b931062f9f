"""The verbs of the command line, one per file: each has ``HELP``, ``add_arguments(parser)`` and ``run(output, ...)``.

``run`` receives the parsed arguments as keyword arguments: no verb sees the parser's own object.
A new verb is a new file, listed in ``liaison.VERBS``. Libraries are imported when a verb runs, so that ``--help``
and a build with nothing to do start at once.
"""
