"""Tying a clip to an earlier capture of the same page, and carrying over what was tagged there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from caseboard.analysis.carryover import Carrier, Fit
from caseboard.analysis.similarity import distance
from caseboard.commands.editing import living
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.clip import Anchor, Clip, ClipFile, Tag
from caseboard.model.columns import new_id
from caseboard.model.ids import AnchorId, CaseId, ClipId
from caseboard.model.terms import FileRole
from caseboard.store import versions

CONTEXT = 32
"""Characters either side of a quote that an anchor keeps."""
SAME_FRAME = 4
"""Bits by which the hashes of a picture and of its other copy may differ for a region to fit."""
SAME_SHAPE = 0.01
"""By how much of itself the ratio of width to height may differ."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of the tags of the version before."""

    tags: int
    """How many were made on the new version."""
    lost: tuple[AnchorId, ...]
    """Anchors of the version before that carry tags and have no place in the new one."""


@dataclass(frozen=True, slots=True)
class MakeVersion:
    """Make a clip the newest version of the page that `earlier_id` is a version of.

    Its tags are carried over as new anchors and tags wherever their passage or picture is still
    there; reports and notes stay on the version they were made on. Doing it again carries over
    what could not be carried over before the clip was read.
    """

    case_id: CaseId
    clip_id: ClipId
    earlier_id: ClipId

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Tie a clip to the version before it")

    def do(self, session: Session) -> Carried:
        """Tie and carry over; raises `CaseError` where the two cannot be versions of one page."""
        clip: Clip = living(session, Clip, self.clip_id)
        earlier = self._before(session, clip)
        if clip.earlier_id is None:
            clip.earlier_id = earlier.id
        return _carry(session, earlier, clip)

    def _before(self, session: Session, clip: Clip) -> Clip:
        """The newest version of the page that is older than this clip."""
        given: Clip = living(session, Clip, self.earlier_id)
        if clip.case_id != given.case_id or clip.id == given.id:
            raise CaseError(_("Only two clips of one case can be versions of a page."))
        session.flush()
        line = [version.id for version in versions.chain(session, given.id)]
        if clip.earlier_id is not None and clip.id not in line:
            raise CaseError(
                _("This clip is a version of another page already."),
                _("Untie it from that page first."),
            )
        # Ids sort by when they were made: what only ever points back makes no circle, whatever is
        # undone or taken back later.
        before = [each for each in line if each < clip.id]
        if not before or (clip.id in line and clip.earlier_id is None):
            raise CaseError(
                _("This clip is the older of the two versions."),
                _("Tie the other one to it instead."),
            )
        earlier: Clip = living(session, Clip, before[-1])
        return earlier


@dataclass(frozen=True, slots=True)
class UnlinkVersion:
    """Make a clip a page of its own again; the tags it was given stay on it."""

    case_id: CaseId
    clip_id: ClipId

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Untie a clip from the version before it")

    def do(self, session: Session) -> None:
        """Untie it; one that is tied to nothing is left as it is."""
        clip: Clip = living(session, Clip, self.clip_id)
        if clip.earlier_id is not None:
            clip.earlier_id = None


def lost(session: Session, earlier: Clip, clip: Clip) -> list[Anchor]:
    """The anchors of an earlier version that carry tags and have no place in `clip`."""
    carrier = Carrier(earlier.text, clip.text)
    files = _Files(_files(session, earlier.id), _files(session, clip.id))
    tagged = _tagged(session, earlier.id)
    return [anchor for anchor, _tags in tagged if _again(anchor, clip, carrier, files) is None]


def _carry(session: Session, earlier: Clip, clip: Clip) -> Carried:
    carrier = Carrier(earlier.text, clip.text)
    files = _Files(_files(session, earlier.id), _files(session, clip.id))
    there = _anchors(session, clip.id)
    lost, count = [], 0
    for anchor, tags in _tagged(session, earlier.id):
        made = _again(anchor, clip, carrier, files)
        if made is None:
            lost.append(anchor.id)
            continue
        same = next((each for each in there if _place(each) == _place(made)), None)
        if same is None:
            session.add(made)
            there.append(made)
            session.flush()
        count += _tag(session, same or made, tags)
    return Carried(count, tuple(lost))


def _again(anchor: Anchor, clip: Clip, carrier: Carrier, files: "_Files") -> Anchor | None:
    """The anchor of the same passage or region in the new version; None where it has gone."""
    if anchor.start is not None and anchor.end is not None:
        found = carrier.find(anchor.start, anchor.end)
        if found is None or found.fit is Fit.REWRITTEN:
            return None
        return _on_text(anchor, clip, found.start, found.end)
    file = files.again(anchor.file_id or "")
    if file is None:
        return None
    kept = anchor.model_dump(exclude={"id", "clip_id", "file_id"})
    return Anchor(**kept, id=AnchorId(new_id()), clip_id=clip.id, file_id=file.id)


def _on_text(anchor: Anchor, clip: Clip, start: int, end: int) -> Anchor:
    return Anchor(
        id=AnchorId(new_id()),
        clip_id=clip.id,
        kind=anchor.kind,
        exact=clip.text[start:end],
        prefix=clip.text[max(0, start - CONTEXT) : start],
        suffix=clip.text[end : end + CONTEXT],
        start=start,
        end=end,
    )


def _tag(session: Session, anchor: Anchor, tags: Iterable[Tag]) -> int:
    """Give an anchor these tags, as far as it has not got them; how many were made."""
    query = select(Tag).where(Tag.anchor_id == anchor.id, col(Tag.deleted).is_(None))
    there = {_target(tag) for tag in session.exec(query)}
    wanted = [tag for tag in tags if _target(tag) not in there]
    for tag in wanted:
        kept = tag.model_dump(exclude={"id", "anchor_id"})
        session.add(Tag(**kept, anchor_id=anchor.id))
    session.flush()
    return len(wanted)


class _Files:
    """Which picture of the new version is which of the old one."""

    def __init__(self, old: Sequence[ClipFile], new: Sequence[ClipFile]) -> None:
        self._old = {file.id: file for file in old}
        self._new = [file for file in new if file.role is not FileRole.DERIVATIVE]

    def again(self, file_id: str) -> ClipFile | None:
        """The same picture, byte for byte or else as a copy of another size; None for none."""
        old = self._old.get(file_id)  # type: ignore[call-overload]  # looked up, not trusted
        if old is None:
            return None
        same = [file for file in self._new if file.sha256 == old.sha256]
        copies = same or [file for file in self._new if _is_copy(old, file)]
        return copies[0] if len(copies) == 1 or same else None


def _is_copy(one: ClipFile, other: ClipFile) -> bool:
    """Whether a region of one picture is the same region of the other."""
    if not one.fingerprint or not other.fingerprint:
        return False
    mine, theirs = _shape(one), _shape(other)
    if mine and theirs and abs(mine / theirs - 1) > SAME_SHAPE:
        return False
    return distance(int(one.fingerprint, 16), int(other.fingerprint, 16)) <= SAME_FRAME


def _shape(file: ClipFile) -> float:
    width, height = file.meta.get("width"), file.meta.get("height")
    return width / height if width and height else 0.0


def _tagged(session: Session, clip_id: ClipId) -> list[tuple[Anchor, list[Tag]]]:
    """The anchors of a clip that carry living tags, in the order they were made."""
    query = select(Tag).where(
        col(Tag.anchor_id).in_([anchor.id for anchor in _anchors(session, clip_id)]),
        col(Tag.deleted).is_(None),
    )
    tags: dict[AnchorId, list[Tag]] = {}
    for tag in session.exec(query.order_by(col(Tag.id))):
        tags.setdefault(tag.anchor_id, []).append(tag)
    found = (session.get(Anchor, anchor_id) for anchor_id in sorted(tags))
    return [(anchor, tags[anchor.id]) for anchor in found if anchor is not None]


def _anchors(session: Session, clip_id: ClipId) -> list[Anchor]:
    query = select(Anchor).where(Anchor.clip_id == clip_id, col(Anchor.deleted).is_(None))
    return list(session.exec(query.order_by(col(Anchor.id))))


def _files(session: Session, clip_id: ClipId) -> Sequence[ClipFile]:
    return session.exec(select(ClipFile).where(ClipFile.clip_id == clip_id)).all()


def _place(anchor: Anchor) -> tuple[object, ...]:
    shape = (anchor.x, anchor.y, anchor.w, anchor.h, str(anchor.polygon))
    return (anchor.kind, anchor.file_id, anchor.start, anchor.end, anchor.page, *shape)


def _target(tag: Tag) -> tuple[str | None, ...]:
    return tag.location_id, tag.unit_id, tag.person_id, tag.keyword
