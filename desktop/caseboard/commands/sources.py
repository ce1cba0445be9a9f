"""Sources by name: found again where the library knows them, taken in where not."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from caseboard.commands.editing import living
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.entities import Source, names_of
from caseboard.model.ids import SourceId
from caseboard.model.terms import SourceKind
from caseboard.store.folding import fold


@dataclass(frozen=True, slots=True)
class Named:
    """A source by the name an analyst typed."""

    name: str
    kind: SourceKind = SourceKind.OUTLET


SourceRef = SourceId | Named


def source_id(session: Session, ref: SourceRef) -> SourceId:
    """The id of a source, taken in as not yet judged (F) if no name or alias of one matches."""
    if not isinstance(ref, Named):
        living(session, Source, ref)
        return ref
    name = ref.name.strip()
    if not name:
        raise CaseError(_("Say who said it."), _("Name the claimant, even if it is the outlet."))
    known = find(session, name)
    if known:
        return known.id
    made = Source(name=name, kind=ref.kind)
    session.add(made)
    session.flush()
    return made.id


def find(session: Session, name: str) -> Source | None:
    """The living source that goes by this name, whatever its case, accents and apostrophes."""
    wanted = fold(name)
    for source in session.exec(select(Source).where(col(Source.deleted).is_(None))):
        if wanted in map(fold, names_of(source)):
            return source
    return None
