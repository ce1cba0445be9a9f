"""Taking clips in: first their bytes, then what could be read from them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlmodel import Session

from caseboard import PROGRAM
from caseboard.analysis.similarity import sketch
from caseboard.capture.reading import PictureRef, Reading
from caseboard.capture.safenames import written
from caseboard.commands import collecting
from caseboard.commands.collecting import Collected
from caseboard.commands.editing import living
from caseboard.commands.station import NOWHERE, Station
from caseboard.i18n import _, ngettext
from caseboard.model import refs
from caseboard.model.case import Case
from caseboard.model.clip import Clip, ClipFile
from caseboard.model.columns import new_id
from caseboard.model.files import PAGE_SOURCE
from caseboard.model.ids import CaseId, ClipId, FileId
from caseboard.model.parts import body_text
from caseboard.model.terms import ClipKind, ClipState, FileRole, Hollow, Method
from caseboard.store import clips
from caseboard.store.files import Stored

THUMBNAIL = "thumbnail"
DISPLAY = "picture to show"
SANITISED = "sanitised page"
"""Steps that make derivatives: only these are ever shown, never foreign bytes."""


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file already in the library's files, about to belong to a clip."""

    stored: Stored
    name: str
    media_type: str
    role: FileRole
    url: str = ""
    ordinal: int = 0
    said: PictureRef | None = None
    """What a page says of this picture."""
    step: str = ""
    fingerprint: str = ""
    """Of a picture: its perceptual hash, in hexadecimal."""
    meta: Mapping[str, object] = field(default_factory=dict)
    """What the file says of itself; see `meta`."""


@dataclass(frozen=True, slots=True)
class KeptClip:
    """A clip about to enter a case: its first file is the original."""

    kind: ClipKind
    title: str
    files: tuple[KeptFile, ...]
    url: str
    method: Method


@dataclass(frozen=True, slots=True)
class AddClips:
    """Enter clips whose bytes are kept; returns their ids, in order."""

    case_id: CaseId
    clips: tuple[KeptClip, ...]
    captured: datetime
    station: Station = NOWHERE
    """Who takes them in, and on what machine."""

    @property
    def label(self) -> str:
        """What the journal says."""
        if len(self.clips) == 1:
            return _("Clip “{title}”").format(title=self.clips[0].title)
        return ngettext("Clip {n} thing", "Clip {n} things", len(self.clips))

    def do(self, session: Session) -> list[ClipId]:
        """Make the clips, not yet read."""
        case: Case = living(session, Case, self.case_id)
        first = clips.next_number(session, self.case_id)
        made = []
        for number, kept in enumerate(self.clips, first):
            clip = Clip(
                case_id=self.case_id,
                ref=refs.clip_ref(case.ref, number),
                kind=kept.kind,
                title=kept.title,
                captured=self.captured,
                url_asked=kept.url,
                url_reached=kept.url,
                method=kept.method,
                tool=PROGRAM,
            )
            session.add(clip)
            session.add_all(_file(clip.id, file) for file in kept.files)
            session.add(self.station.collection(clip.id))
            made.append(clip.id)
        return made


@dataclass(frozen=True, slots=True)
class FillClip:
    """Write down what was read from a clip. A clip undone meanwhile is left alone."""

    case_id: CaseId
    clip_id: ClipId
    reading: Reading
    files: tuple[KeptFile, ...] = ()
    """Derivatives of the original, then each picture followed by its derivatives.

    Of a link: the WARC, then what was unpacked from it, followed by its derivatives.
    """
    kind: ClipKind | None = None
    """What a link turned out to lead to."""
    collected: Collected | None = None

    @property
    def label(self) -> str:
        """What the journal says."""
        title = self.reading.title
        return (
            _("Read “{title}”").format(title=title) if title else _("Read a clip without a title")
        )

    def do(self, session: Session) -> None:
        """Fill the clip's fields; what the analyst has already set is kept."""
        clip = session.get(Clip, self.clip_id)
        if clip is None or clip.state is ClipState.READY:
            return
        read = self.reading
        is_shown = clip.kind is ClipKind.IMAGE and bool(read.display)  # though not all of it
        is_ready = read.text or is_shown or not read.problem
        clip.state = ClipState.READY if is_ready else ClipState.UNREAD
        clip.problem = read.problem
        clip.text, clip.parts = read.text, [part.as_json() for part in read.parts]
        if clip.method is not Method.IMPORT or "title" not in clip.said_in:  # else a list gave it
            clip.title = read.title or clip.title
        clip.author = clip.author or read.author
        clip.site = clip.site or read.site
        clip.published = clip.published or read.published
        clip.published_as_printed = clip.published_as_printed or read.published_as_printed
        clip.language, clip.credit = clip.language or read.language, clip.credit or read.credit
        clip.licence = clip.licence or read.licence
        clip.kind = self.kind or clip.kind
        if self.collected is not None:
            collecting.fill(session, clip, self.collected)
        clip.url_reached = clip.url_reached or read.canonical_url
        clip.hollow = Hollow(read.hollow) if read.hollow else None
        clip.said_in = {**read.said_in, **clip.said_in}
        clip.fingerprint = sketch(_body(read))
        keep(session, clip.id, self.files)
        source = clips.source(session, clip.id)
        source.meta, source.fingerprint = meta(read), read.fingerprint


@dataclass(frozen=True, slots=True)
class MarkUnread:
    """Say on a clip why nothing could be read from it."""

    case_id: CaseId
    clip_id: ClipId
    problem: str
    label: str = ""
    files: tuple[KeptFile, ...] = ()
    """What came of a link nevertheless."""
    kind: ClipKind | None = None
    collected: Collected | None = None

    def do(self, session: Session) -> None:
        """Set the sentence."""
        clip = session.get(Clip, self.clip_id)
        if clip is None or clip.state is ClipState.READY:
            return
        clip.state, clip.problem = ClipState.UNREAD, self.problem
        clip.kind = self.kind or clip.kind
        if self.collected is not None:
            collecting.fill(session, clip, self.collected)
        keep(session, clip.id, self.files)


def keep(session: Session, clip_id: ClipId, files: Sequence[KeptFile]) -> None:
    """Enter files of a clip, each after what it was made from; what is there already is left."""
    there = {(file.sha256, file.step): file.id for file in clips.files(session, clip_id)}
    made_from = clips.source(session, clip_id).id
    for kept in files:
        known = there.get((kept.stored.sha256, kept.step))
        if known is None:
            file = _file(clip_id, kept, made_from)
            session.add(file)
            known = file.id
        if kept.role is not FileRole.DERIVATIVE or kept.step == PAGE_SOURCE:
            made_from = known
    session.flush()


def _body(read: Reading) -> str:
    return body_text(read.text, read.parts) if read.parts else read.text


def _file(clip_id: ClipId, kept: KeptFile, made_from: FileId | None = None) -> ClipFile:
    said = kept.said or PictureRef(kept.url)
    is_made = bool(kept.step)
    return ClipFile(
        id=FileId(new_id()),
        clip_id=clip_id,
        sha256=kept.stored.sha256,
        role=kept.role,
        name=written(kept.name),
        media_type=kept.media_type,
        bytes=kept.stored.bytes,
        ordinal=kept.ordinal,
        url=kept.url,
        caption=said.caption,
        credit=said.credit,
        alt=said.alt,
        made_from_id=made_from if is_made else None,
        step=kept.step,
        fingerprint=kept.fingerprint,
        meta=dict(kept.meta),
    )


def meta(read: Reading) -> dict[str, object]:
    """What a file says of itself, as kept in `ClipFile.meta`: size in pixels, place in degrees."""
    said: dict[str, object] = dict(read.metadata)
    if read.size:
        said["width"], said["height"] = read.size
    if read.place:
        said["lat"], said["lon"] = read.place
        if read.place_precision is not None:
            said["precision_m"] = read.place_precision
    return said


def now() -> datetime:
    """What the clock of this machine says, in UTC."""
    return datetime.now(UTC)
