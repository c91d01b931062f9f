"""The ground: projection, land, seas, and borders of the user's own."""
