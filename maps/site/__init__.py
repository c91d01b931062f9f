"""The site: decide what must be made, make it, write the folder in one step, watch and serve it."""
