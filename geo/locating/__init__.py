"""Propose positions for places without one, and add the proposals that are beyond doubt to the ledger."""

from liaison_atlas.geo.locating.ledger_file import LedgerError
from liaison_atlas.geo.locating.place_locator import AcceptanceResult, locate, propose_and_accept

__all__ = ["AcceptanceResult", "LedgerError", "locate", "propose_and_accept"]
