"""The kiosk: its settings, its page and shell, the files of its machine, and the publishing of releases.

This file imports nothing: ``liaison-publish.pyz`` brings it to a machine that has only Python.
"""
