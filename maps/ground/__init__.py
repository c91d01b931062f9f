"""The base map: projection, land, seas, the user's own borders, and what pages and posters share to draw them."""
