"""Tools of the project's developers; the installed program does not use them."""
