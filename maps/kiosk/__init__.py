"""The kiosk: the atlas on a museum's wall, what the house may set (`config`), and what its machine needs."""
