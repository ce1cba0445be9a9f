"""The claims of a case as a book, weighed: what exports and the command line are made of."""

from sqlmodel import Session

from caseboard.analysis import standing
from caseboard.analysis.standing import Standing
from caseboard.exchange.claims_book import Book, Judged, Origin
from caseboard.exchange.claims_gathering import gather
from caseboard.model.dossier import Dossier
from caseboard.model.ids import CaseId
from caseboard.store import dossiers


def read(session: Session, case_id: CaseId) -> Book:
    """The book of a case (a `store` query); raises `LookupError` where it is not there."""
    return of(dossiers.read(session, case_id))


def of(dossier: Dossier) -> Book:
    """The book of a dossier, each claim with its status and how that came about."""
    weighed = standing.standings(dossier)
    return gather(dossier, {claim_id: _judged(each) for claim_id, each in weighed.items()})


def _judged(weighed: Standing) -> Judged:
    return Judged(
        status=weighed.status,
        derived=weighed.derived,
        working=weighed.working,
        origins=tuple(
            Origin(
                name=origin.name,
                reports=origin.reports,
                chains=origin.chains,
                counted_with=(*origin.same_text, *origin.same_word),
            )
            for origin in weighed.origins
        ),
    )
