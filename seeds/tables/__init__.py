"""Tables of a data set: the schema, the files that contain them, their cells, and their records."""
