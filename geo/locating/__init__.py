"""From places without a position to proposals, and from proposals that are beyond doubt to rows of the ledger."""

from liaison_atlas.geo.locating.acceptance import AcceptanceResult, propose_and_accept
from liaison_atlas.geo.locating.ledger_file import LedgerError
from liaison_atlas.geo.locating.place_locator import locate

__all__ = ["AcceptanceResult", "LedgerError", "locate", "propose_and_accept"]
