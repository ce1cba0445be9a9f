"""Going from a gap to what it would change."""

from caseboard.store import gaps
from caseboard.store.gaps import Target
from caseboard.ui.desk import CaseDesk
from caseboard.ui.navigation import Navigator


async def open_target(desk: CaseDesk, navigator: Navigator, target: Target) -> None:
    """Show the claim, a claim that stands in the dispute, or where hypotheses are weighed."""
    if target.table == "dispute":
        claim_id = await desk.read(gaps.claim_beside, target.row_id)
        if claim_id is not None:
            navigator.open_entity("claim", claim_id)
    else:
        navigator.open_entity(target.table, target.row_id)
