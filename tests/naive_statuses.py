"""The statuses of claims worked out anew, as simply as can be: what the real way must equal.

Nothing here is shared with `analysis`: rows are read as they stand, texts are compared word by
word, and a claim's claimants are put into sets that are united while anything says so.
"""

from itertools import combinations

from sqlmodel import col, select

from caseboard.model.claim import Claim, Dispute, Relay, Report
from caseboard.model.clip import Anchor, Clip
from caseboard.model.collection import Syndication
from caseboard.model.terms import ClaimStatus, DisputeStatus, Stance


def statuses(session, case_id):
    """For each living claim: its status, what follows from its reports, and its origins' count."""
    standing = _standing(session, case_id)
    copies = _copies(session, case_id, standing)
    disputed = _disputed(session, case_id)
    found = {}
    for claim in _living(session, Claim, Claim.case_id == case_id):
        taking = [each for each in standing if each[0] == claim.id and each[3] != Stance.MENTIONS]
        origins = _origins(taking, copies)
        contradicted = any(each[3] == Stance.CONTRADICTS for each in taking)
        derived = _derived(len(origins), contradicted=contradicted or claim.id in disputed)
        found[claim.id] = (claim.status_override or derived, derived, len(origins))
    return found


def _derived(origins, *, contradicted):
    if contradicted:
        return ClaimStatus.DISPUTED
    return [ClaimStatus.OPEN, ClaimStatus.SINGLE_SOURCE, ClaimStatus.CORROBORATED][min(origins, 2)]


def _standing(session, case_id):
    """Claim, clip, claimant, stance and whether the outlet speaks for itself, of each report."""
    query = select(Report, Anchor, Clip, Claim).where(
        Report.anchor_id == Anchor.id,
        Anchor.clip_id == Clip.id,
        Report.claim_id == Claim.id,
        Claim.case_id == case_id,
        *(col(row.deleted).is_(None) for row in (Report, Anchor, Clip, Claim)),
    )
    relayed = {relay.report_id for relay in session.exec(select(Relay))}
    return [
        (
            report.claim_id,
            clip.id,
            report.claimant_id,
            report.stance,
            report.id not in relayed and report.claimant_id == clip.source_id,
        )
        for report, _anchor, clip, _claim in session.exec(query)
    ]


def _copies(session, case_id, standing):
    """Sets of clips in which outlets print one text, as the analyst or the texts have it."""
    own = {clip for _claim, clip, _claimant, _stance, is_own in standing if is_own}
    judged = [
        row
        for row in _living(session, Syndication, Syndication.case_id == case_id)
        if {row.clip_a_id, row.clip_b_id} <= own
    ]
    apart = [{row.clip_a_id, row.clip_b_id} for row in judged if not row.is_same_origin]
    tied = sorted(sorted((row.clip_a_id, row.clip_b_id)) for row in judged if row.is_same_origin)
    shingles = {clip_id: _shingles(session.get(Clip, clip_id).text) for clip_id in own}
    alike = []
    for one, other in combinations(sorted(own), 2):
        mine, theirs = shingles[one], shingles[other]
        share = len(mine & theirs) / (len(mine | theirs) or 1)
        if min(len(mine), len(theirs)) >= 20 and share >= 0.6:
            alike.append((-share, one, other))
    groups = [{clip_id} for clip_id in own]
    for one, other in [*tied, *(pair[1:] for pair in sorted(alike))]:
        both = [group for group in groups if one in group or other in group]
        union = set().union(*both)
        if not any(pair <= union for pair in apart):
            groups = [group for group in groups if group not in both] + [union]
    return groups


def _shingles(text):
    words = text.casefold().split()
    return {tuple(words[at : at + 5]) for at in range(len(words) - 4)}


def _origins(taking, copies):
    """The claimants, those united that speak for themselves in clips of one set."""
    origins = [{claimant} for _claim, _clip, claimant, _stance, _own in taking]
    for copy in copies:
        speaking = {each[2] for each in taking if each[4] and each[1] in copy}
        if speaking:
            origins.append(speaking)
    merged = []
    for origin in origins:
        touching = [each for each in merged if each & origin]
        merged = [each for each in merged if not each & origin]
        merged.append(origin.union(*touching))
    return merged


def _disputed(session, case_id):
    living = {claim.id for claim in _living(session, Claim, Claim.case_id == case_id)}
    pairs = [
        {dispute.claim_a_id, dispute.claim_b_id}
        for dispute in _living(session, Dispute, Dispute.case_id == case_id)
        if dispute.status == DisputeStatus.OPEN
    ]
    return {claim for pair in pairs if pair <= living for claim in pair}


def _living(session, model, where):
    return session.exec(select(model).where(where, col(model.deleted).is_(None))).all()
