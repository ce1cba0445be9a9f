"""What every section is made from."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from caseboard.analysis.standing import Standing
from caseboard.briefing.blocks import SectionKind
from caseboard.briefing.citations import Citations
from caseboard.briefing.index import Index
from caseboard.briefing.record import Record
from caseboard.briefing.release import Withheld
from caseboard.model.case import Case
from caseboard.model.dossier import Dossier
from caseboard.model.ids import ClaimId, ClipId, UnitId
from caseboard.model.net_change import Since
from caseboard.model.work import Briefing

if TYPE_CHECKING:
    from caseboard.mapping.content import Overlay
    from caseboard.mapping.ground import GroundReader
    from caseboard.mapping.symbol_picture import Symbols

Pictures = Callable[[str], bytes | Path]
"""A file's bytes, or where they are, by SHA-256; raises `CaseError` or `OSError`."""


@dataclass(frozen=True, slots=True)
class MapStuff:
    """What the map of a briefing is drawn from, beside the case itself."""

    ground: "Callable[[], GroundReader]"
    """Opens the ground, where there is something to show on it."""
    overlays: "tuple[Overlay, ...]" = ()
    """The layers to show, from the lowest to the highest."""
    symbols: "Symbols | None" = None
    """Who draws unit symbols; without one, units are plain frames."""


@dataclass(frozen=True, slots=True)
class Making:
    """One briefing being composed: all sections share its numbering of sources."""

    dossier: Dossier
    briefing: Briefing
    index: Index
    citations: Citations
    pictures: Pictures
    standings: Mapping[ClaimId, Standing]
    exported: datetime
    program: str
    version: int | None
    coarsened: Collection[UnitId] = ()
    """Units of which positions are known better than they are printed."""
    map_stuff: MapStuff | None = None
    """None where no map can be drawn."""
    since: Since | None = None
    """What changed since the version before; None for the first."""
    record: Record | None = None
    """What the journal says; None where it was not asked."""
    withheld: tuple[Withheld, ...] = ()
    """What a release copy leaves out."""
    pictureless: frozenset[ClipId] = frozenset()
    """Clips whose pictures are not printed."""
    annexes: Mapping[SectionKind, str] = field(default_factory=dict)
    """The letters of all annexes: for the section that is made last."""

    @property
    def case(self) -> Case:
        """The case it is about."""
        return self.dossier.case
