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
