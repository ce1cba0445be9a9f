"""What became of a row between two change-sets of the journal."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from caseboard.model.dossier import Dossier
from caseboard.model.work import Briefing


@dataclass(frozen=True, slots=True)
class NetChange:
    """A row as it was and as it is: JSON values by column, those that differ alone."""

    table: str
    row_id: str
    before: Mapping[str, Any] | None
    """None where the row is new."""
    after: Mapping[str, Any] | None
    """None where the row went."""


@dataclass(frozen=True, slots=True)
class Since:
    """A case and its briefing as they were when a version of it was exported.

    The dossier holds what is argued with, and no more: clips, sources, claims with reports and
    relays, disputes, inquiries, gaps and layers. Clips have the text they have now.
    """

    version: int
    exported: datetime
    """UTC."""
    dossier: Dossier
    briefing: Briefing
    gone: frozenset[str] = frozenset()
    """Ids of clips, claims, disputes, gaps, hypotheses and layers that were there and are not in
    the case any more; what is merely left out of a copy is not among them."""
    is_cut: bool = False
    """Whether it is what a copy for certain readers would have held then."""
