"""The site: decides which files to make, makes them, replaces the folder in one step, watches and serves it."""
