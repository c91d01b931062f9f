"""Tables of a data set: the schema, the files they are read from, their cells, and the records made of them."""
