"""Reading one whole case at one moment."""

from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement
from sqlalchemy.orm import Mapped
from sqlmodel import Session, SQLModel, col, select

from caseboard.model.case import Case
from caseboard.model.claim import (
    Claim,
    ClaimLocation,
    ClaimUnit,
    Dispute,
    Quantity,
    Relay,
    Report,
)
from caseboard.model.clip import Anchor, Clip, ClipFile, Tag
from caseboard.model.collection import Syndication
from caseboard.model.dossier import Dossier
from caseboard.model.entities import Location, Person, Position, Source, Unit
from caseboard.model.ids import CaseId
from caseboard.model.inquiry import Consistency, Evidence, Gap, Hypothesis, Inquiry
from caseboard.model.work import Georeference, Layer, Note
from caseboard.store import history, versions
from caseboard.store.cases import source_ids
from caseboard.store.columns import column

M = TypeVar("M", bound=SQLModel)


def read(session: Session, case_id: CaseId) -> Dossier:
    """The whole case, binned rows left out; raises `LookupError` if it is not there."""
    case = session.get(Case, case_id)
    if case is None:
        raise LookupError(case_id)
    cut = history.cut(session)
    older = older_without_evidence(session, case_id)
    here = col(Clip.case_id) == case_id
    clips = [clip for clip in _living(session, Clip, here, col(Clip.ref)) if clip.id not in older]
    clip_ids = [clip.id for clip in clips]
    anchors = _living(session, Anchor, col(Anchor.clip_id).in_(clip_ids), col(Anchor.id))
    anchor_ids = [anchor.id for anchor in anchors]
    tags = _living(session, Tag, col(Tag.anchor_id).in_(anchor_ids), col(Tag.id))
    claims = _living(session, Claim, col(Claim.case_id) == case_id, col(Claim.id))
    claim_ids = [claim.id for claim in claims]
    reports = _living(session, Report, col(Report.claim_id).in_(claim_ids), col(Report.id))
    report_ids = [report.id for report in reports]
    about = _all(session, ClaimLocation, col(ClaimLocation.claim_id).in_(claim_ids))
    fought = _all(session, ClaimUnit, col(ClaimUnit.claim_id).in_(claim_ids))
    positions = _living(session, Position, col(Position.case_id) == case_id, col(Position.id))
    inquiries = _living(session, Inquiry, col(Inquiry.case_id) == case_id, col(Inquiry.id))
    inquiry_ids = [inquiry.id for inquiry in inquiries]
    hypotheses = _living(
        session, Hypothesis, col(Hypothesis.inquiry_id).in_(inquiry_ids), col(Hypothesis.ordinal)
    )
    location_ids = {
        *(t.location_id for t in tags),
        *(a.location_id for a in about),
        *(p.location_id for p in positions),
    }
    unit_ids = {
        *(t.unit_id for t in tags),
        *(f.unit_id for f in fought),
        *(p.unit_id for p in positions),
    }
    return Dossier(
        case=case,
        journal_seq=cut.seq,
        journal_head=cut.hash,
        as_of=cut.at,
        clips=clips,
        files=_all(session, ClipFile, col(ClipFile.clip_id).in_(clip_ids)),
        anchors=anchors,
        tags=tags,
        locations=_living(
            session, Location, col(Location.id).in_(location_ids), col(Location.name)
        ),
        units=_living(session, Unit, col(Unit.id).in_(unit_ids), col(Unit.name)),
        people=_living(
            session, Person, col(Person.id).in_({t.person_id for t in tags}), col(Person.name)
        ),
        positions=positions,
        sources=_living(
            session, Source, col(Source.id).in_(source_ids(session, case_id)), col(Source.name)
        ),
        claims=claims,
        claim_locations=about,
        claim_units=fought,
        reports=reports,
        relays=_all(session, Relay, col(Relay.report_id).in_(report_ids)),
        quantities=_all(session, Quantity, col(Quantity.report_id).in_(report_ids)),
        disputes=_living(session, Dispute, col(Dispute.case_id) == case_id, col(Dispute.id)),
        syndications=_living(
            session, Syndication, col(Syndication.case_id) == case_id, col(Syndication.id)
        ),
        inquiries=inquiries,
        inquiry_evidence=_all(session, Evidence, col(Evidence.inquiry_id).in_(inquiry_ids)),
        hypotheses=hypotheses,
        consistencies=_all(
            session, Consistency, col(Consistency.hypothesis_id).in_([h.id for h in hypotheses])
        ),
        gaps=_living(session, Gap, col(Gap.case_id) == case_id, col(Gap.id)),
        georeferences=_living(
            session, Georeference, col(Georeference.case_id) == case_id, col(Georeference.id)
        ),
        layers=_living(session, Layer, col(Layer.case_id) == case_id, col(Layer.ordinal)),
        notes=_living(session, Note, col(Note.case_id) == case_id, col(Note.created)),
    )


def older_without_evidence(session: Session, case_id: CaseId) -> set[str]:
    """The clips that gave way to a later version and that no claim, position or note rests on."""
    older = {row[0] for row in session.connection().execute(versions.SUPERSEDED)}
    if not older:
        return older
    here = select(Anchor.clip_id).where(col(Anchor.clip_id).in_(older))
    resting = (
        here.join(Report, col(Report.anchor_id) == col(Anchor.id)).where(
            col(Report.deleted).is_(None)
        ),
        here.join(Position, col(Position.anchor_id) == col(Anchor.id)).where(
            col(Position.deleted).is_(None)
        ),
        select(Note.clip_id).where(Note.case_id == case_id, col(Note.deleted).is_(None)),
        here.join(Note, col(Note.anchor_id) == col(Anchor.id)).where(col(Note.deleted).is_(None)),
    )
    return older - {clip_id for query in resting for clip_id in session.exec(query) if clip_id}


def _living(
    session: Session, model: type[M], where: ColumnElement[bool], order: Mapped[Any]
) -> Sequence[M]:
    living = column(model, "deleted").is_(None)
    return session.exec(select(model).where(where, living).order_by(order)).all()


def _all(session: Session, model: type[M], where: ColumnElement[bool]) -> Sequence[M]:
    return session.exec(select(model).where(where).order_by(column(model, "id"))).all()
