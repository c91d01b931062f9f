"""Posters: a still of a year for print, as SVG and PNG, drawn without a browser."""

from maps.posters.poster_meta import meta_of
from maps.posters.poster_render import poster_png, poster_svg

__all__ = ["meta_of", "poster_png", "poster_svg"]
