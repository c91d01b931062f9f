"""From places without a position to proposals, and from proposals that are beyond doubt to rows of the ledger."""

from liaison_atlas.geo.locating.ledger_file import LedgerError
from liaison_atlas.geo.locating.place_locator import AcceptanceResult, locate, propose_and_accept

__all__ = ["AcceptanceResult", "LedgerError", "locate", "propose_and_accept"]
