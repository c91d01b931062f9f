"""The base map: projection, land, seas, the user's own borders, and the code shared by pages and posters."""
