from .pages.atlas_pages import atlas_page, year_page
from .pages.period_network import PeriodNetwork
from .site.building import build

__all__ = ["PeriodNetwork", "atlas_page", "build", "year_page"]
