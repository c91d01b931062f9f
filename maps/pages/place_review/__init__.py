"""Review of places without a position: `locate_places` proposes positions and writes them as a table and a page."""

from liaison_atlas.maps.pages.place_review.review_files import LocateOutcome, locate_places

__all__ = ["LocateOutcome", "locate_places"]
