"""What a case knows, put together for who proposes things in a new text."""

from collections.abc import Iterator, Sequence

from sqlmodel import Session, col, select

from caseboard.model.claim import Claim, ClaimLocation, Report
from caseboard.model.clip import Clip
from caseboard.model.entities import Location, Person, Source, Unit
from caseboard.model.ids import CaseId, ClipId
from caseboard.store import entities, proposals
from caseboard.tagging.context import Context, KnownPerson, KnownSource, KnownStatement
from caseboard.tagging.suggestions import Elsewhere, Kind, Place, UnitSuggestion

MOST = 2_000
"""Sources, and statements of other clips, that are looked at."""


def of(session: Session, clip: Clip) -> Context:
    """What is known when this clip is looked through."""
    case_id = clip.case_id
    outlet = session.get(Source, clip.source_id) if clip.source_id else None
    return Context(
        outlet=outlet.name if outlet else clip.site,
        outlet_id=outlet.id if outlet else "",
        places=tuple(map(_place, _locations(session, case_id))),
        units=tuple(map(_unit, _units(session, case_id))),
        people=tuple(
            KnownPerson(each.id, each.name, tuple(each.aliases), each.role)
            for each in _people(session, case_id)
        ),
        sources=tuple(
            KnownSource(each.id, each.name, each.kind, tuple(each.aliases), each.country)
            for each in _sources(session)
        ),
        statements=(*_claims(session, clip), *_statements(session, clip)),
        rejected=frozenset(
            (Kind(each.kind), each.words) for each in proposals.rejections(session, case_id)
        ),
    )


def _locations(session: Session, case_id: CaseId) -> Sequence[Location]:
    ids = entities.ids_in_case(session, Location, case_id)
    return session.exec(select(Location).where(col(Location.id).in_(ids))).all()


def _units(session: Session, case_id: CaseId) -> Sequence[Unit]:
    ids = entities.ids_in_case(session, Unit, case_id)
    return session.exec(select(Unit).where(col(Unit.id).in_(ids))).all()


def _people(session: Session, case_id: CaseId) -> Sequence[Person]:
    ids = entities.ids_in_case(session, Person, case_id)
    return session.exec(select(Person).where(col(Person.id).in_(ids))).all()


def _sources(session: Session) -> Sequence[Source]:
    query = select(Source).where(col(Source.deleted).is_(None)).order_by(col(Source.name))
    return session.exec(query.limit(MOST)).all()


def _place(location: Location) -> Place:
    return Place(
        location.name,
        location.kind,
        location.lat,
        location.lon,
        location.precision_m,
        location.country,
        gazetteer_id=location.gazetteer_id or "",
        aliases=tuple(location.aliases),
        known_id=location.id,
    )


def _unit(unit: Unit) -> UnitSuggestion:
    return UnitSuggestion(
        start=0,
        end=0,
        surface="",
        name=unit.name,
        designation=unit.designation,
        side=unit.side,
        echelon=unit.echelon,
        branch=unit.branch,
        country=unit.country,
        sidc=unit.sidc,
        aliases=tuple(unit.aliases),
        known_id=unit.id,
    )


def _claims(session: Session, clip: Clip) -> Iterator[KnownStatement]:
    """The claims of the case, each with who made it first."""
    query = (
        select(Claim, Source.name)
        .join(Report, col(Report.id) == col(Claim.first_report_id))
        .join(Source, col(Source.id) == col(Report.claimant_id))
        .where(Claim.case_id == clip.case_id, col(Claim.deleted).is_(None))
    )
    found = session.exec(query).all()
    about: dict[str, list[str]] = {}
    where = col(ClaimLocation.claim_id).in_([claim.id for claim, _name in found])
    for row in session.exec(select(ClaimLocation).where(where)):
        about.setdefault(row.claim_id, []).append(row.location_id)
    for claim, claimant in found:
        yield KnownStatement(
            Elsewhere(claim.statement, claim_id=claim.id),
            tuple(about.get(claim.id, ())),
            claim.event_time,
            claimant=claimant,
        )


def _statements(session: Session, clip: Clip) -> Iterator[KnownStatement]:
    """What was found in the other clips of the case."""
    clip_id = ClipId(clip.id)
    for other, payload in proposals.statements_elsewhere(session, clip.case_id, clip_id, MOST):
        said = payload["mentions"][0]
        if said["outcome"]:
            claimant = said["claimant"] or {"name": ""}
            yield KnownStatement(
                Elsewhere(said["surface"], clip_id=other),
                tuple(said["place_keys"]),
                said["event_time"],
                said["outcome"],
                claimant["name"],
            )
