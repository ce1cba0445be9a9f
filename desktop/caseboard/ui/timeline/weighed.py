"""What a timeline takes from the claims as they are weighed: their status, and their clashes."""

from caseboard.analysis.occurrences import EventKind, Occurrence, Timeline
from caseboard.model.claim import Dispute
from caseboard.model.ledger import Ledger
from caseboard.ui.timeline.look import Names
from caseboard.ui.weighing import Weighed


def names_of(weighed: Weighed, timeline: Timeline) -> Names:
    """What the events of a timeline are called."""
    statuses = {claim_id: standing.status for claim_id, standing in weighed.standings.items()}
    return Names(statuses, timeline.source_names, timeline.place_names)


def clashes_of(ledger: Ledger, occurrence: Occurrence) -> list[tuple[Dispute, str, str]]:
    """The disputes a claim stands in, each with the id and the words of the other claim."""
    if occurrence.kind is not EventKind.CLAIM:
        return []
    statements = {str(claim.id): claim.statement for claim in ledger.claims}
    clashes = []
    for dispute in ledger.disputes:
        sides = [str(dispute.claim_a_id), str(dispute.claim_b_id)]
        if occurrence.claim_id in sides:
            other = sides[1 - sides.index(occurrence.claim_id)]
            if other in statements:
                clashes.append((dispute, other, statements[other]))
    return clashes
