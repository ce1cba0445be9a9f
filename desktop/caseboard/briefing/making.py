"""What every section is made from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from caseboard.analysis.standing import Standing
from caseboard.briefing.citations import Citations
from caseboard.briefing.index import Index
from caseboard.model.case import Case
from caseboard.model.dossier import Dossier
from caseboard.model.ids import ClaimId
from caseboard.model.work import Briefing

Pictures = Callable[[str], bytes | Path]
"""A file's bytes, or where they are, by SHA-256; raises `CaseError` or `OSError`."""


@dataclass(frozen=True, slots=True)
class Making:
    """One briefing being composed: all sections share its numbering of sources."""

    dossier: Dossier
    briefing: Briefing
    index: Index
    citations: Citations
    pictures: Pictures
    standings: Mapping[ClaimId, Standing]
    exported: datetime
    program: str
    version: int | None

    @property
    def case(self) -> Case:
        """The case it is about."""
        return self.dossier.case
