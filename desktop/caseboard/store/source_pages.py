"""Reading sources: a list with what each of them gave, and one source with all about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from caseboard.model.case import Case
from caseboard.model.entities import Source
from caseboard.model.ids import CaseId, SourceId
from caseboard.store import row_history, source_tallies
from caseboard.store.cases import source_ids
from caseboard.store.row_history import RowChange
from caseboard.store.source_tallies import Tally

GRADED = frozenset({"reliability", "reliability_reason", "interested"})
"""The columns whose history is told."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One row of the list of sources."""

    id: SourceId
    source: Source
    tally: Tally


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What a source gave to another case of the library."""

    case_id: CaseId
    ref: str
    title: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class SourcePage:
    """One source: what it gave to a case, and what to others."""

    source: Source
    here: Tally
    elsewhere: Sequence[Elsewhere]

    @property
    def everywhere(self) -> Tally:
        """What it gave to all cases of the library together."""
        found = self.here
        for other in self.elsewhere:
            found = found.plus(other.tally)
        return found


def lines(session: Session, case_id: CaseId, *, everywhere: bool = False) -> list[SourceLine]:
    """The sources of a case with what they gave to it; or of the library, and to all its cases."""
    living = select(Source).where(col(Source.deleted).is_(None))
    if everywhere:
        cases = source_tallies.living_cases(session)
        found = session.exec(living).all()
    else:
        cases = [case_id]
        mine = source_ids(session, case_id)
        found = [source for source in session.exec(living) if source.id in mine]
    tallies = source_tallies.of_all(session, cases)
    return [SourceLine(each.id, each, tallies.get(each.id, Tally())) for each in found]


def read(session: Session, case_id: CaseId, source_id: SourceId) -> SourcePage | None:
    """One living source; None where it has gone."""
    source = session.get(Source, source_id)
    if source is None or source.deleted is not None:
        return None
    cases = source_tallies.living_cases(session)
    tallies = source_tallies.of_one(session, source_id, cases)
    others = [each for each in cases if each != case_id and each in tallies]
    return SourcePage(
        source,
        tallies.get(case_id, Tally()),
        [_elsewhere(session, each, tallies[each]) for each in others],
    )


def grades(session: Session, source_id: SourceId) -> list[RowChange]:
    """How a source was graded and by whom, newest first; its coming in is the last of them."""
    return row_history.of(session, "source", source_id, GRADED)[::-1]


def _elsewhere(session: Session, case_id: CaseId, tally: Tally) -> Elsewhere:
    case = session.get(Case, case_id)
    assert case is not None  # noqa: S101  it was just listed
    return Elsewhere(case_id, case.ref, case.title, tally)
