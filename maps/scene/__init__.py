"""The viewer's drawing code, run in Python."""
