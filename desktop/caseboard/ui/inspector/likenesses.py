"""What is like a clip, gathered for the Similar tab in one read of the library."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from caseboard.analysis.carryover import Carrier, Fit
from caseboard.analysis.similarity import (
    NEAR_IDENTICAL,
    TOO_SHORT,
    Hashes,
    Turn,
    jaccard,
    shared_words,
    shingles,
    sketch,
)
from caseboard.commands import versions as carrying
from caseboard.model.claim import Claim, Report
from caseboard.model.clip import Anchor, Clip
from caseboard.model.collection import Syndication
from caseboard.model.ids import AnchorId, ClipId, FileId
from caseboard.store import similar, versions
from caseboard.store.similar import FURNITURE, Brief, Pictured
from caseboard.store.versions import Version

WORTH = 0.3
"""How much of the shorter text the other must hold to be worth showing."""
COMPARED = 60
"""Clips whose whole texts are compared, at most: those whose sketches share the most."""
SHOWN = 40
"""Rows of one section, at most."""


@dataclass(frozen=True, slots=True)
class SameFile:
    """Another clip with a file of this one."""

    clip: Brief
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AlikeText:
    """A clip of the case with words of this one."""

    clip: Brief
    shared: float
    """How much of the shorter text stands in the other, 0 to 1."""
    is_near: bool
    """Whether the two count as one origin while the analyst says nothing."""
    judged: Syndication | None


@dataclass(frozen=True, slots=True)
class AlikePicture:
    """A picture of another clip that is a copy of one of this clip's, or the other way round."""

    clip: Brief
    mine: Pictured
    theirs: Pictured
    turn: Turn
    """What was done to mine to give theirs."""
    bits: int
    """By how many bits of 64 the two hashes differ."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage or region of an earlier version."""

    clip_id: ClipId
    anchor_id: AnchorId
    quote: str
    """Empty for a region of a picture."""


@dataclass(frozen=True, slots=True)
class Reported:
    """A report that rests on an earlier version."""

    passage: Passage
    claim_ref: str
    statement: str
    fit: Fit | None
    """How its passage stands in the version shown; None where it has gone."""
    now: str
    """What it reads there."""


@dataclass(frozen=True, slots=True)
class Likenesses:
    """All that is like one clip."""

    clip_id: ClipId
    same_files: Sequence[SameFile] = ()
    versions: Sequence[Version] = ()
    """Of this page, oldest first; itself alone where there is no other."""
    lost: Sequence[Passage] = ()
    """Tagged in the version before and not to be found in this one."""
    reported: Sequence[Reported] = ()
    texts: Sequence[AlikeText] = ()
    pictures: Sequence[AlikePicture] = ()

    @property
    def count(self) -> int:
        """How many clips and pictures are to be seen."""
        others = max(0, len(self.versions) - 1)
        return len(self.same_files) + others + len(self.texts) + len(self.pictures)


def find(session: Session, clip_id: ClipId) -> Likenesses:
    """Everything like a clip; nothing where it has gone.

    A text that was read before sketches were kept is found from the clip's own side only: its
    sketch is made here, that of the others is not.
    """
    clip = session.get(Clip, clip_id)
    if clip is None or clip.deleted is not None:
        return Likenesses(clip_id)
    line = versions.chain(session, clip_id)
    known = {version.id for version in line}
    return Likenesses(
        clip_id,
        same_files=_same_files(session, clip_id, known),
        versions=line,
        lost=_lost(session, clip, line),
        reported=_reported(session, clip, line),
        texts=_texts(session, clip, known),
        pictures=_pictures(session, clip, known),
    )


def _same_files(session: Session, clip_id: ClipId, known: set[ClipId]) -> list[SameFile]:
    found = similar.same_files(session, clip_id)
    clips = similar.briefs(session, found.keys() - known)
    ordered = sorted(clips.values(), key=lambda brief: (brief.case_title, brief.ref))
    return [SameFile(brief, tuple(found[brief.id])) for brief in ordered[:SHOWN]]


# --- versions ---


def _lost(session: Session, clip: Clip, line: Sequence[Version]) -> list[Passage]:
    before = _earlier(session, clip, line)[-1:]
    return [
        Passage(earlier.id, anchor.id, anchor.exact)
        for earlier in before
        for anchor in carrying.lost(session, earlier, clip)
    ]


def _reported(session: Session, clip: Clip, line: Sequence[Version]) -> list[Reported]:
    return [
        report
        for earlier in _earlier(session, clip, line)
        for report in _reports_on(session, earlier, clip)
    ]


def _earlier(session: Session, clip: Clip, line: Sequence[Version]) -> list[Clip]:
    number = next(version.number for version in line if version.id == clip.id)
    before = (session.get(Clip, version.id) for version in line if version.number < number)
    return [earlier for earlier in before if earlier is not None]


def _reports_on(session: Session, earlier: Clip, clip: Clip) -> Iterator[Reported]:
    rows = session.exec(
        select(Anchor, Claim)
        .join(Report, col(Report.anchor_id) == col(Anchor.id))
        .join(Claim, col(Claim.id) == col(Report.claim_id))
        .where(
            Anchor.clip_id == earlier.id,
            col(Report.deleted).is_(None),
            col(Claim.deleted).is_(None),
        )
        .order_by(col(Report.id))
    ).all()
    carrier = Carrier(earlier.text, clip.text) if rows else None
    for anchor, claim in rows:
        found = None
        if carrier and anchor.start is not None and anchor.end is not None:
            found = carrier.find(anchor.start, anchor.end)
        yield Reported(
            Passage(earlier.id, anchor.id, anchor.exact),
            claim.ref,
            claim.statement,
            found.fit if found else None,
            clip.text[found.start : found.end] if found else "",
        )


# --- texts ---


def _texts(session: Session, clip: Clip, known: set[ClipId]) -> list[AlikeText]:
    mine = similar.body(clip)
    judged = similar.judgements(session, clip.id)
    shared = similar.sharing(session, clip, clip.fingerprint or sketch(mine), COMPARED)
    wanted = [each for each in dict.fromkeys([*judged, *shared]) if each not in known]
    clips = similar.briefs(session, wanted)
    hashes = shingles(mine)
    found = []
    for other, text in similar.bodies(session, list(clips)).items():
        theirs = shingles(text)
        long_enough = min(len(hashes), len(theirs)) >= TOO_SHORT
        part = shared_words(hashes, theirs) if long_enough else 0.0
        if part >= WORTH or other in judged:
            is_near = long_enough and jaccard(hashes, theirs) >= NEAR_IDENTICAL
            found.append(AlikeText(clips[other], part, is_near, judged.get(other)))
    return sorted(found, key=lambda text: (-text.shared, text.clip.ref))[:SHOWN]


# --- pictures ---


def _pictures(session: Session, clip: Clip, known: set[ClipId]) -> list[AlikePicture]:
    mine = similar.pictures_of(session, clip.id)
    if not mine:
        return []
    near = list(_near(session, mine, known))
    theirs = similar.pictures(session, {other for _mine, other, _turn, _bits in near})
    clips = similar.briefs(session, {picture.clip_id for picture in theirs.values()})
    found = [
        AlikePicture(clips[theirs[other].clip_id], mine[own], theirs[other], turn, bits)
        for own, other, turn, bits in near
        if other in theirs and theirs[other].clip_id in clips
    ]
    alike = [pair for pair in found if pair.mine.sha256 != pair.theirs.sha256]
    return sorted(alike, key=lambda pair: (pair.bits, pair.clip.ref, pair.theirs.id))[:SHOWN]


def _near(
    session: Session, mine: dict[FileId, Pictured], known: set[ClipId]
) -> Iterator[tuple[FileId, FileId, Turn, int]]:
    """Pairs of pictures that may be copies; what many clips show is a site's furniture."""
    every = similar.fingerprints(session)
    hashes = Hashes(every)
    copies = {
        own.id: {every[place]: how for place, how in hashes.copies(own.fingerprint).items()}
        for own in {picture.fingerprint: picture for picture in mine.values()}.values()
    }
    held = similar.showing(session, {each for found in copies.values() for each in found})
    for own_id, found in copies.items():
        for fingerprint, (turn, bits) in found.items():
            others = [pair for pair in held[fingerprint] if pair[0] not in known]
            if len({clip_id for clip_id, _file in others}) <= FURNITURE:
                yield from ((own_id, file_id, turn, bits) for _clip, file_id in others)
