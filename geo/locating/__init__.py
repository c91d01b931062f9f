"""From places without a position to proposals, and from proposals that are beyond doubt to rows of the ledger."""

from geo.locating.ledger_file import LedgerError
from geo.locating.locate import locate
from geo.locating.settle import AcceptanceResult, propose_and_accept

__all__ = ["AcceptanceResult", "LedgerError", "locate", "propose_and_accept"]
