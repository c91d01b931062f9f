"""The payload: the document of data that a page passes to the viewer."""
