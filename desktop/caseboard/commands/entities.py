"""Taking locations, units, people and sources into the library."""

from dataclasses import dataclass

from sqlmodel import Session

from caseboard.commands import sources
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.entities import Location, Named, Person, Source, Unit
from caseboard.store import entities
from caseboard.store.folding import fold


@dataclass(frozen=True, slots=True)
class AddEntity:
    """Take in a location, unit, person or source; returns its id.

    One that goes by the same name, whatever its letter case, is taken as the same and left as
    it is: the library knows each only once.
    """

    case_id: str | None
    entity: Location | Unit | Person | Source

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Add {name}").format(name=self.entity.name)

    def do(self, session: Session) -> str:
        """Find it, or take it in."""
        if not self.entity.name.strip():
            raise CaseError(_("A name is needed."))
        known = _known(session, self.entity)
        if known is not None:
            return known.id
        session.add(self.entity.model_copy())
        return self.entity.id


def _known(session: Session, entity: Named) -> Named | None:
    if isinstance(entity, Source):
        return sources.find(session, entity.name)
    wanted = fold(entity.name)
    found = entities.matches(session, type(entity), entity.name)
    return next((match for match in found if fold(match.name) == wanted), None)
