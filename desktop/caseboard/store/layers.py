"""Reading layers: what lies over the map of a case, from the lowest to the highest."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from caseboard.model.entities import Source
from caseboard.model.ids import CaseId, LayerId
from caseboard.model.work import Layer
from caseboard.store.files import UsedFile
from caseboard.store.numbering import next_after


@dataclass(frozen=True, slots=True)
class LayerRow:
    """A layer, and the name of the source it is of."""

    layer: Layer
    source: str = ""


def of_case(session: Session, case_id: CaseId) -> list[LayerRow]:
    """The living layers of a case, from the lowest to the highest."""
    query = (
        select(Layer, Source)
        .join(Source, col(Source.id) == col(Layer.source_id), isouter=True)
        .where(Layer.case_id == case_id, col(Layer.deleted).is_(None))
        .order_by(col(Layer.ordinal), col(Layer.ref))
    )
    return [LayerRow(layer, source.name if source else "") for layer, source in session.exec(query)]


def by_id(session: Session, layer_id: LayerId) -> LayerRow | None:
    """One layer, a binned one too."""
    layer = session.get(Layer, layer_id)
    if layer is None:
        return None
    source = session.get(Source, layer.source_id) if layer.source_id else None
    return LayerRow(layer, source.name if source else "")


def source_of(session: Session, layer: Layer) -> Source | None:
    """The source that a layer is of."""
    return session.get(Source, layer.source_id) if layer.source_id else None


def next_number(session: Session, case_id: CaseId) -> int:
    """The number of the next layer; numbers of binned ones are not used again."""
    return next_after(session.exec(select(Layer.ref).where(Layer.case_id == case_id)))


def ordinals(session: Session, case_id: CaseId) -> tuple[int, int]:
    """The lowest and the highest place in use, 0 and 0 where there is no layer."""
    query = select(Layer.ordinal).where(Layer.case_id == case_id, col(Layer.deleted).is_(None))
    found = list(session.exec(query))
    return (min(found), max(found)) if found else (0, 0)


def same_file(session: Session, case_id: CaseId, sha256: str) -> Layer | None:
    """A living layer of the case that came from these very bytes."""
    query = select(Layer).where(
        Layer.case_id == case_id, Layer.sha256 == sha256, col(Layer.deleted).is_(None)
    )
    return session.exec(query).first() if sha256 else None


def files(session: Session, case_id: CaseId | None = None) -> list[UsedFile]:
    """The files of every layer of a case (of the library), those of binned ones too."""
    query = select(Layer).order_by(col(Layer.ref))
    if case_id is not None:
        query = query.where(Layer.case_id == case_id)
    found = []
    for layer in session.exec(query):
        if layer.sha256:
            found.append(UsedFile(layer.sha256, layer.ref, layer.file_name or layer.name))
        if layer.features:
            found.append(UsedFile(layer.features, layer.ref, layer.name))
    return found
