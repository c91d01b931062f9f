"""Sources: the bibliography, citations, and references in a citation style."""
