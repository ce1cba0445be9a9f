"""A case narrowed to what one briefing is about: a clip, as in a source report, or some claims."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from caseboard.analysis import omitting
from caseboard.analysis.evidence import clips_by_anchor
from caseboard.analysis.omitting import Omitted
from caseboard.model import refs
from caseboard.model.dossier import Dossier
from caseboard.model.ids import ClaimId, ClipId
from caseboard.model.inquiry import Gap
from caseboard.model.work import Briefing


def to_subject(dossier: Dossier, briefing: Briefing) -> Dossier:
    """`dossier` with what `briefing` is about alone; the whole where it is about the whole.

    A clip comes with what is said in it. A claim comes with the claims it stands in dispute with,
    and with every clip in which somebody speaks of either. What the briefing's own text names
    stays too: it can be cited. Notes, gaps and inquiries stay where they touch what is left.
    """
    if not briefing.subject:
        return dossier
    return _narrowed(dossier, _Kept.of(dossier, briefing))


@dataclass(frozen=True, slots=True)
class _Kept:
    """What stays, by id."""

    clips: frozenset[ClipId]
    claims: frozenset[ClaimId]

    @classmethod
    def of(cls, dossier: Dossier, briefing: Briefing) -> "_Kept":
        """What the subject asks for, and what the text cites."""
        clips, claims = _named(dossier, briefing.subject)
        claims |= _rivals(dossier, claims)
        cited_clips, cited_claims = _named(dossier, _cited(briefing))
        places = clips_by_anchor(dossier)
        said = {
            (report.claim_id, places[report.anchor_id].id)
            for report in dossier.reports
            if report.anchor_id in places
        }
        clips |= cited_clips
        here = {claim for claim, clip in said if clip in clips}
        wanted = claims | (cited_claims - here)
        clips |= {clip for claim, clip in said if claim in wanted}
        if not claims:  # of clips alone: all that is said in them
            claims = here
        return cls(frozenset(clips), frozenset(claims | cited_claims))


def _narrowed(dossier: Dossier, kept: _Kept) -> Dossier:
    left_out = Omitted(
        {clip.id for clip in dossier.clips} - kept.clips,
        {claim.id for claim in dossier.claims} - kept.claims,
    )
    found = omitting.without(dossier, left_out)
    asked = {row.inquiry_id for row in found.inquiry_evidence}
    inquiries = [each for each in found.inquiries if each.id in asked]
    answers = [each for each in found.hypotheses if each.inquiry_id in asked]
    known = {clip.ref for clip in found.clips} | {claim.ref for claim in found.claims}
    named = _short(known)
    notes = [
        note
        for note in omitting.resting_notes(found, ())
        if note.clip_id or not named.isdisjoint(_short(refs.links(note.text)))
    ]
    return omitting.named_alone(
        replace(
            found,
            inquiries=inquiries,
            hypotheses=answers,
            gaps=[gap for gap in found.gaps if _is_about(gap, {each.id for each in answers})],
            layers=omitting.resting_layers(found, ()),
            notes=notes,
        )
    )


def _is_about(gap: Gap, hypotheses: Collection[str]) -> bool:
    """Whether a gap is about something that is left, its claim and dispute being so."""
    return bool(gap.claim_id or gap.dispute_id) or gap.hypothesis_id in hypotheses


def _named(dossier: Dossier, written: Iterable[str]) -> tuple[set[ClipId], set[ClaimId]]:
    wanted = _short(written)
    clips = {clip.id for clip in dossier.clips if _bare(clip.ref) in wanted}
    return clips, {claim.id for claim in dossier.claims if _bare(claim.ref) in wanted}


def _short(written: Iterable[str]) -> set[str]:
    return {_bare(ref) for ref in written}


def _bare(ref: str) -> str:
    """`E7` of `KUP-2024-11-E007`: the one way in which all ways of writing a ref are alike."""
    last = refs.short(ref.strip().upper())
    letters = last.rstrip("0123456789")
    return letters + last.removeprefix(letters).lstrip("0")


def _rivals(dossier: Dossier, claims: Collection[ClaimId]) -> set[ClaimId]:
    sides = ({each.claim_a_id, each.claim_b_id} for each in dossier.disputes)
    return {claim for pair in sides if not pair.isdisjoint(claims) for claim in pair}


def _cited(briefing: Briefing) -> set[str]:
    """Every ref in what the analyst wrote."""
    texts = [briefing.bottom_line, briefing.confidence_basis, *briefing.judgements]
    texts += [text for text in briefing.texts.values() if isinstance(text, str)]
    texts += [str(each.get("text", "")) for each in briefing.assumptions]
    return {ref for text in texts for ref in refs.links(text)}
