"""The base map: projection, land, seas, the user's own borders, and the code that pages and posters share to draw them."""
