"""Places in a clip, as a user points at them, and the anchors they become."""

from dataclasses import dataclass

from sqlmodel import Session, or_, select

from caseboard.commands.editing import living
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.clip import Anchor, Clip, ClipFile
from caseboard.model.ids import ClipId, FileId
from caseboard.model.parts import Part
from caseboard.model.terms import AnchorKind

CONTEXT = 32
"""How many characters either side of a quote are kept to find it again."""


@dataclass(frozen=True, slots=True)
class TextPlace:
    """A passage: code points `start` to `end` of the clip's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class RegionPlace:
    """A rectangle on a picture, in fractions (0 to 1) of its upright width and height.

    On a document it lies on one `page`, counted from 1, as that is drawn.
    """

    file_id: FileId
    x: float
    y: float
    w: float
    h: float
    page: int | None = None


Place = TextPlace | RegionPlace


def anchor_at(session: Session, clip_id: ClipId, place: Place) -> Anchor:
    """The anchor of this place, made if no living one is there yet."""
    clip: Clip = living(session, Clip, clip_id)
    made = _on_text(clip, place) if isinstance(place, TextPlace) else _on_picture(clip, place)
    same = session.exec(
        select(Anchor).where(
            Anchor.clip_id == clip_id,
            Anchor.kind == made.kind,
            Anchor.deleted == None,  # noqa: E711  SQL
            Anchor.start == made.start,
            Anchor.end == made.end,
            Anchor.file_id == made.file_id,
            or_(Anchor.kind == AnchorKind.TEXT, Anchor.page == made.page),
            Anchor.x == made.x,
            Anchor.y == made.y,
            Anchor.w == made.w,
            Anchor.h == made.h,
        )
    ).first()
    if same:
        return same
    if made.file_id:
        _check_file(session, clip_id, made.file_id)
    session.add(made)
    return made


def _on_text(clip: Clip, place: TextPlace) -> Anchor:
    if not 0 <= place.start < place.end <= len(clip.text):
        raise CaseError(
            _("That passage is not in the clip any more."), _("Select it again, then tag it.")
        )
    return Anchor(
        clip_id=clip.id,
        kind=AnchorKind.TEXT,
        exact=clip.text[place.start : place.end],
        prefix=clip.text[max(0, place.start - CONTEXT) : place.start],
        suffix=clip.text[place.end : place.end + CONTEXT],
        start=place.start,
        end=place.end,
        page=page_at(clip, place.start),
    )


def page_at(clip: Clip, offset: int) -> int | None:
    """The page of a document on which the character at `offset` of its text stands."""
    parts = (Part.from_json(row) for row in clip.parts)
    return next((part.page for part in parts if part.start <= offset < part.end), None)


def _on_picture(clip: Clip, place: RegionPlace) -> Anchor:
    inside = (
        (place.page is None or place.page >= 1)
        and 0 <= place.x < 1
        and 0 <= place.y < 1
        and 0 < place.w <= 1 - place.x + 1e-9
        and 0 < place.h <= 1 - place.y + 1e-9
    )
    if not inside:
        raise CaseError(_("That region lies outside the picture."), _("Draw it again."))
    return Anchor(
        clip_id=clip.id,
        kind=AnchorKind.PICTURE if place.page is None else AnchorKind.PAGE,
        file_id=place.file_id,
        page=place.page,
        x=place.x,
        y=place.y,
        w=place.w,
        h=place.h,
    )


def _check_file(session: Session, clip_id: ClipId, file_id: FileId) -> None:
    file = session.get(ClipFile, file_id)
    if file is None or file.clip_id != clip_id:
        raise CaseError(_("That picture is not a file of this clip."))
