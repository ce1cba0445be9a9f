"""Reads what the journal says of a case's evidence, and checks that it is still as it was."""

from sqlmodel import Session

from caseboard.briefing.blocks import SectionKind
from caseboard.briefing.choosing import chosen
from caseboard.briefing.record import Deed, Record
from caseboard.model.ids import CaseId
from caseboard.model.work import Briefing
from caseboard.store import records, verify
from caseboard.store.files import FileStore


def of_briefing(
    session: Session, briefing: Briefing, until: int, files: FileStore | None = None
) -> Record | None:
    """What of the record a briefing tells: None where no section of it tells any."""
    kinds = chosen(briefing)
    if SectionKind.CUSTODY in kinds:
        return read(session, briefing.case_id, until, files)
    if SectionKind.EXHIBITS in kinds:  # the journal is long, and only who collected is told
        return Record(collectors=records.collectors(session, briefing.case_id))
    return None


def read(session: Session, case_id: CaseId, until: int, files: FileStore | None = None) -> Record:
    """The record of a case up to change-set `until` (a `store` query).

    With `files` those of the case are hashed again and the journal's chain is followed: as long
    as that takes, it is not for a preview.
    """
    deeds = (
        Deed(
            int(each.row.id),
            each.row.at,
            each.row.who,
            each.row.label,
            each.row.hash,
            each.clip_ids,
            each.row.kind,
        )
        for each in records.done(session, case_id, until)
    )
    return Record(
        records.count(session, case_id, until),
        tuple(deeds),
        None if files is None else _problems(session, case_id, files),
        records.collectors(session, case_id),
    )


def _problems(session: Session, case_id: CaseId, files: FileStore) -> tuple[str, ...]:
    found = [*verify.chain(session), *verify.files(session, files, case_id)]
    return tuple(f"{finding.ref}: {finding.sentence}" for finding in found)
