"""One claim as it is shown: what was read of it, and how it stands."""

from dataclasses import dataclass

from caseboard.analysis.standing import Standing
from caseboard.model.claim import Claim
from caseboard.store.claim_pages import ClaimPage


@dataclass(frozen=True, slots=True)
class ClaimSheet:
    """All that is shown of one claim."""

    page: ClaimPage
    standing: Standing

    @property
    def claim(self) -> Claim:
        """The claim itself."""
        return self.page.claim

    @property
    def word(self) -> str:
        """That the status is the analyst's word, and what it would be; empty where it is not."""
        return self.standing.working.partition("\n")[0] if self.standing.is_overridden else ""

    @property
    def working(self) -> str:
        """How the status follows from the reports."""
        working = self.standing.working
        return working.partition("\n")[2] if self.standing.is_overridden else working
