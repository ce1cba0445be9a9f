"""Reading georeferences: where the pictures of a clip lie, and the layers that rest on that."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from caseboard.model.clip import Anchor, ClipFile
from caseboard.model.entities import Source
from caseboard.model.ids import ClipId, FileId, GeoreferenceId
from caseboard.model.terms import FileRole, LayerKind
from caseboard.model.work import Georeference, Layer

DISPLAY = "picture to show"
"""The step that makes the copy of a picture which is safe to show."""


@dataclass(frozen=True, slots=True)
class Resting:
    """A layer that rests on a georeference."""

    layer: Layer
    anchor: Anchor | None = None
    """Of what was traced: the outline on the picture."""
    source: str = ""
    """Whose word it is."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture that has points on the ground."""

    georeference: Georeference
    layers: tuple[Resting, ...] = ()
    """In the order they were made."""


def of_clip(session: Session, clip_id: ClipId) -> list[Placed]:
    """The georeferences of a clip's pictures, each with its layers."""
    query = (
        select(Georeference)
        .where(Georeference.clip_id == clip_id, col(Georeference.deleted).is_(None))
        .order_by(col(Georeference.id))
    )
    return [Placed(each, tuple(resting(session, each.id))) for each in session.exec(query).all()]


def of_file(session: Session, file_id: FileId) -> Georeference | None:
    """The georeference of one picture."""
    query = select(Georeference).where(
        Georeference.file_id == file_id, col(Georeference.deleted).is_(None)
    )
    return session.exec(query).first()


def picture_of(session: Session, layer: Layer) -> tuple[Georeference, str] | None:
    """How a picture on the map is placed, and the SHA-256 of its safe copy; None for no picture."""
    row = session.get(Georeference, layer.georeference_id) if layer.georeference_id else None
    file = session.get(ClipFile, row.file_id) if row else None
    if layer.kind is not LayerKind.PICTURE or row is None or file is None:
        return None
    copy = session.exec(
        select(ClipFile.sha256).where(
            ClipFile.clip_id == file.clip_id,
            ClipFile.ordinal == file.ordinal,
            ClipFile.role == FileRole.DERIVATIVE,
            ClipFile.step == DISPLAY,
        )
    ).first()
    return (row, copy) if copy else None


def origin_of(session: Session, layer: Layer) -> tuple[ClipId, str] | None:
    """The clip whose picture a layer rests on, and the anchor of what was traced (or nothing)."""
    row = session.get(Georeference, layer.georeference_id) if layer.georeference_id else None
    return (row.clip_id, layer.anchor_id or "") if row else None


def resting(session: Session, georeference_id: GeoreferenceId) -> list[Resting]:
    """The living layers that rest on a georeference."""
    query = (
        select(Layer, Anchor, Source)
        .outerjoin(Anchor, col(Anchor.id) == col(Layer.anchor_id))
        .outerjoin(Source, col(Source.id) == col(Layer.source_id))
        .where(Layer.georeference_id == georeference_id, col(Layer.deleted).is_(None))
        .order_by(col(Layer.id))
    )
    return [
        Resting(layer, anchor, source.name if source else "")
        for layer, anchor, source in session.exec(query).all()
    ]
