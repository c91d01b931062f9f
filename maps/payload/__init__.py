"""The payload: the one document of data that the pages hand to the viewer."""
