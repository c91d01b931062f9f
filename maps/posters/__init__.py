"""Posters: a picture of a year for print, as SVG and PNG, drawn without a browser."""

from liaison_atlas.maps.posters.poster_pages import draw_posters
from liaison_atlas.maps.posters.poster_render import poster_png, poster_svg

__all__ = ["draw_posters", "poster_png", "poster_svg"]
