"""Liaison Atlas: year-by-year maps of a historical network, drawn from cited evidence.

In a checkout the packages are at the top level of the repository, and this folder links to them; when installed, they
are inside it. Either way every module has one name, such as ``liaison_atlas.layers.period``.
"""
