"""Source summary: how strong the sources are, who depends on whom, and who has a stake.

ICD 206 asks for it: strengths, weaknesses, and what would most change the assessment.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from caseboard.briefing.blocks import Block, Paragraph, Run, Runs, Tone, filled
from caseboard.briefing.citations import claim_anchor
from caseboard.briefing.making import Making
from caseboard.briefing.sections.prose import passage
from caseboard.i18n import _, ngettext
from caseboard.model import moments
from caseboard.model.claim import Claim
from caseboard.model.entities import Source
from caseboard.model.refs import short
from caseboard.model.terms import ClaimStatus, GapStatus, Passage, Reliability, Stance

_MOST = 12
"""Refs that are named in one sentence."""


def made(making: Making) -> tuple[Block, ...]:
    """What the analyst wrote; else a paragraph that counts what the case holds."""
    if written := passage(making, Passage.SOURCE_SUMMARY):
        return written
    if not making.dossier.clips:
        return ()
    sentences = (_draws_on, _speak, _alone, _disputed, _reliability, _interested, _open)
    runs = [run for each in sentences for run in _parted(each(making))]
    return (Paragraph(tuple(runs[:-1])),)


def _parted(sentence: Runs) -> Iterator[Run]:
    if sentence:
        yield from sentence
        yield Run(" ")


# --- strength ---


def _draws_on(making: Making) -> Runs:
    clips = making.dossier.clips
    outlets = Counter(clip.source_id or clip.site.strip() for clip in clips)
    outlets.pop("", None)
    name, most = outlets.most_common(1)[0] if outlets else ("", 0)
    who = making.index.name(name) or name
    publishers = ngettext("{n} publisher", "{n} publishers", len(outlets))
    said = _("This rests on {exhibits} from {publishers}{published}.").format(
        exhibits=ngettext("{n} exhibit", "{n} exhibits", len(clips)),
        publishers=publishers if len(outlets) != 1 else _("one publisher, {who}").format(who=who),
        published=_published(clip.published for clip in clips),
    )
    if len(outlets) > 1 and most > 2 and most * 2 > len(clips):
        more = _("Most of them, {count}, come from {who}.").format(count=most, who=who)
        said = f"{said} {more}"
    return (Run(said),)


def _published(dates: Iterable[str | None]) -> str:
    known = sorted((date for date in dates if date), key=moments.sort_key)
    if not known:
        return ""
    first, last = _day(known[0]), _day(known[-1])
    if first == last:
        return _(", published {when}").format(when=first)
    return _(", the first published {first}, the last {last}").format(first=first, last=last)


def _day(edtf: str) -> str:
    """A moment to the day; an interval as it is."""
    return moments.show(edtf if "/" in edtf else edtf.partition("T")[0])


def _speak(making: Making) -> Runs:
    claims = [claim for claim in making.dossier.claims if claim.id in making.standings]
    if not claims:
        return (Run(_("No claims were weighed.")),)
    origins = {each.source_id for claim in claims for each in making.standings[claim.id].origins}
    claimants = {report.claimant_id for report in making.dossier.reports}
    text = _("Of {claims}, {claimants} speak for or against; behind them stand {origins}.").format(
        claims=ngettext("{n} claim", "{n} claims", len(claims)),
        claimants=ngettext("{n} claimant", "{n} claimants", len(claimants)),
        origins=ngettext("{n} independent origin", "{n} independent origins", len(origins)),
    )
    return (Run(text),)


# --- dependence ---


def _alone(making: Making) -> Runs:
    """Claims that one origin supports, whoever contradicts them."""
    alone = [claim for claim in making.dossier.claims if _backing(making, claim) == 1]
    return _naming(_("One origin alone supports {refs}."), alone)


def _backing(making: Making, claim: Claim) -> int:
    standing = making.standings.get(claim.id)
    origins = standing.origins if standing else ()
    return sum(Stance.SUPPORTS in origin.stances for origin in origins)


def _disputed(making: Making) -> Runs:
    disputed = [
        claim
        for claim in making.dossier.claims
        if (standing := making.standings.get(claim.id)) and standing.status is ClaimStatus.DISPUTED
    ]
    return _naming(_("Disputed are {refs}."), disputed)


def _naming(sentence: str, claims: Sequence[Claim]) -> Runs:
    runs: list[Run] = []
    for claim in claims[:_MOST]:
        runs += [Run(", ")] * bool(runs)
        runs.append(Run(short(claim.ref), tone=Tone.ACCENT, link=claim_anchor(claim)))
    if rest := len(claims) - _MOST:
        runs += [Run(_(" and {n} more").format(n=rest))] * (rest > 0)
    return filled(sentence, refs=tuple(runs)) if runs else ()


# --- reliability and bias ---


def _speaking(making: Making) -> list[Source]:
    wanted = dict.fromkeys(report.claimant_id for report in making.dossier.reports)
    found = (making.index.sources.get(source_id) for source_id in wanted)
    return [source for source in found if source is not None]


def _reliability(making: Making) -> Runs:
    counts = Counter(source.reliability for source in _speaking(making))
    if not counts:
        return ()
    letters = [
        f"{letter.value}\u00a0({counts[letter]})" for letter in Reliability if counts[letter]
    ]
    said = _("The claimants are graded {letters}.").format(letters=", ".join(letters))
    if counts[Reliability.F]:
        said = f"{said} {_('F means that it cannot be judged, not that it is bad.')}"
    return (Run(said),)


def _interested(making: Making) -> Runs:
    names = sorted(source.name for source in _speaking(making) if source.interested)
    if not names:
        return (Run(_("None of them is known to be a party to what it speaks of.")),)
    return (Run(_("A party to what they speak of: {names}.").format(names=", ".join(names))),)


def _open(making: Making) -> Runs:
    count = sum(gap.status is GapStatus.OPEN for gap in making.dossier.gaps)
    if not count:
        return ()
    return (Run(ngettext("{n} gap is open.", "{n} gaps are open.", count)),)
