"""Orders of battle that come into a library and leave it."""

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from sqlmodel import Session, col, select

from caseboard.capture.worker import Worker
from caseboard.commands import outgoing
from caseboard.commands.exporting_claims import notice
from caseboard.errors import CaseError
from caseboard.exchange import orbat, orbat_csv, orbat_mapper, orbat_worked
from caseboard.exchange.json_reading import BYTES
from caseboard.exchange.orbat import Formation, Orbat
from caseboard.i18n import _, ngettext
from caseboard.model.case import Case
from caseboard.model.entities import Unit, names_of
from caseboard.model.ids import CaseId, UnitId
from caseboard.model.terms import Side
from caseboard.store import unit_pages
from caseboard.store.folding import fold
from caseboard.store.library import Library


class Form(StrEnum):
    """How an order of battle is written."""

    TABLE = "table"
    """CSV, a row for each formation."""
    SCENARIO = "scenario"
    """A scenario of ORBAT Mapper, as JSON."""


@dataclass(slots=True)
class Imported:
    """What became of a file."""

    new: list[UnitId] = field(default_factory=list)
    known: int = 0
    """How many the library had already."""
    left_out: Sequence[str] = ()
    """A sentence for each thing that was not taken in."""

    @property
    def sentence(self) -> str:
        """What came in, in words."""
        if not self.new:
            return _("The library knew all units of the file.")
        new = ngettext("Imported: {n} unit.", "Imported: {n} units.", len(self.new))
        known = ngettext("{n} was known.", "{n} were known.", self.known) if self.known else ""
        return " ".join(part for part in (new, known) if part)


def read(path: Path, worker: Worker) -> Orbat:
    """The order of battle in a file, table or scenario; raises `CaseError` where it is neither.

    It is read by `worker`, one of `orbat_worked`. Not for the loop's thread.
    """
    try:
        with path.open("rb") as file:
            data = file.read(BYTES + 1)
    except OSError as error:
        raise CaseError(
            _("{name} cannot be read: {reason}.").format(
                name=path.name, reason=error.strerror or str(error)
            )
        ) from error
    return orbat_worked.read(worker, data)


@dataclass(frozen=True, slots=True)
class ImportUnits:
    """Take an order of battle into the library.

    A unit it has by one of its names, on the same side or on none and under the same parent or
    none, is left as it is; it comes under its parent of the file where it has none. All others
    are new.
    """

    case_id: CaseId | None
    orbat: Orbat

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Import units")

    def do(self, session: Session) -> Imported:
        """Take them in, parents first."""
        work = _Import(session)
        for formation in self.orbat.formations:
            work.take(formation)
        work.done.left_out = self.orbat.left_out
        return work.done


class _Import:
    """One import, while it is done."""

    def __init__(self, session: Session) -> None:
        self.done = Imported()
        self._session = session
        self._units: dict[str, Unit] = {}
        """The library's units for those of the file, by their keys there."""
        self._taken: set[UnitId] = set()
        self._named: defaultdict[str, list[Unit]] = defaultdict(list)
        self._last: defaultdict[str | None, int] = defaultdict(int)
        for unit in session.exec(select(Unit).where(col(Unit.deleted).is_(None))):
            self._remember(unit)

    def take(self, formation: Formation) -> None:
        parent = self._units.get(formation.parent)
        known = self._known(formation, parent)
        if known is None:
            known = _made(formation, parent, self._last[parent.id if parent else None] + 1)
            self._session.add(known)
            self._remember(known)
            self.done.new.append(known.id)
        else:
            self.done.known += 1
            if known.parent_id is None and parent is not None and not self._is_in(parent, known):
                known.parent_id = parent.id
        self._units[formation.key] = known
        self._taken.add(known.id)

    def _known(self, formation: Formation, parent: Unit | None) -> Unit | None:
        """Every brigade has a first battalion: one of another parent is another."""
        for name in (formation.name, *formation.aliases):
            for unit in self._named[fold(name)]:
                is_side = Side.UNKNOWN in {unit.side, formation.side} or unit.side is formation.side
                is_place = parent is None or unit.parent_id in {None, parent.id}
                if is_side and is_place and unit.id not in self._taken:
                    return unit
        return None

    def _remember(self, unit: Unit) -> None:
        for name in names_of(unit):
            self._named[fold(name)].append(unit)
        self._last[unit.parent_id] = max(unit.ordinal, self._last[unit.parent_id])

    def _is_in(self, unit: Unit, whole: Unit) -> bool:
        above: Unit | None = unit
        seen: set[str] = set()
        while above is not None and above.id not in seen:
            if above is whole:
                return True
            seen.add(above.id)
            above = self._session.get(Unit, above.parent_id) if above.parent_id else None
        return False


def _made(formation: Formation, parent: Unit | None, ordinal: int) -> Unit:
    return Unit(
        name=formation.name,
        aliases=list(formation.aliases),
        designation=formation.designation,
        side=formation.side,
        echelon=formation.echelon,
        branch=formation.branch,
        country=formation.country or (parent.country if parent else ""),
        sidc=formation.sidc,
        status=formation.status,
        is_identified=formation.is_identified,
        parent_id=parent.id if parent else None,
        ordinal=ordinal,
    )


async def export(
    library: Library, case_id: CaseId, form: Form, target: Path, *, whole: bool = False
) -> None:
    """Write the units of a case, or of the `whole` library; raises `CaseError`."""
    made = await library.database.read(made_of, case_id, form, whole=whole)
    await asyncio.to_thread(outgoing.put, target, made)


def made_of(session: Session, case_id: CaseId, form: Form, *, whole: bool = False) -> bytes:
    """The bytes of an export (a `store` query)."""
    lines = unit_pages.lines(session, case_id, whole=whole)
    formations = orbat.of_units(line.unit for line in lines)
    if form is Form.TABLE:
        return orbat_csv.write(formations)
    case = session.get(Case, case_id)
    assert case is not None  # noqa: S101  a case that is open
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return orbat_mapper.write(formations, case.title, notice(case.marking), now)
