"""Reads what a briefing is made from, and the case itself only where it has changed."""

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from caseboard.commands import composing
from caseboard.commands.composing import Material
from caseboard.model.change import ChangeSet
from caseboard.model.work import Briefing, BriefingExport
from caseboard.store import dossiers, history
from caseboard.store.database import Database

if TYPE_CHECKING:
    from caseboard.model.dossier import Dossier

_OUTSIDE = frozenset({Briefing.__tablename__, BriefingExport.__tablename__})
"""What no dossier holds: who types a briefing changes no case."""


class Reader:
    """Keeps the case it read last."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept: Dossier | None = None
        self._read_to = 0

    def material(self, briefing: Briefing) -> Material:
        """All that `briefing` is made from, as the library has it now."""
        return self._database.read_now(self._material, briefing)

    def _material(self, session: Session, briefing: Briefing) -> Material:
        cut = history.cut(session)
        kept = self._kept
        if kept is None or kept.case.id != briefing.case_id or self._is_older(session):
            kept = dossiers.read(session, briefing.case_id)
        elif kept.journal_seq != cut.seq:
            kept = replace(kept, journal_seq=cut.seq, journal_head=cut.hash, as_of=cut.at)
        self._kept, self._read_to = kept, cut.seq
        return composing.read(session, briefing, kept)

    def _is_older(self, session: Session) -> bool:
        """Whether anything but briefings was changed since the case was read."""
        query = select(ChangeSet.rows).where(col(ChangeSet.seq) > self._read_to)
        touched = {row["table"] for rows in session.exec(query) for row in rows}
        return not touched <= _OUTSIDE
