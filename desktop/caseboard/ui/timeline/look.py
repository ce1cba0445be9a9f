"""How events look and what they are called: a shape and a colour for each kind, and its words.

No two kinds differ by colour alone: each has its shape, and what is claimed carries its status as
a sign.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from PySide6.QtGui import QFont

from caseboard.analysis.occurrences import EventKind, Occurrence
from caseboard.analysis.standing import status_name
from caseboard.i18n import _
from caseboard.model import moments
from caseboard.model.ids import ClaimId
from caseboard.model.refs import short
from caseboard.model.terms import ClaimStatus
from caseboard.ui import words as terms
from caseboard.ui.graph.look import STATUS_TINTS
from caseboard.ui.lib.theme import Theme, Weight
from caseboard.ui.lib.tokens import Tint
from caseboard.ui.timeline.brushed import clock_name


class Mark(Enum):
    """The shape of a moment."""

    DISC = "disc"
    BOX = "box"
    """As the frames of units are (APP-6)."""
    DIAMOND = "diamond"
    DROP = "drop"
    """Higher than wide."""
    RING = "ring"
    SQUARE = "square"


MARKS = {
    EventKind.CLAIM: Mark.DISC,
    EventKind.POSITION: Mark.BOX,
    EventKind.LAYER: Mark.DIAMOND,
    EventKind.REPORT: Mark.DROP,
    EventKind.PUBLISHED: Mark.RING,
    EventKind.CAPTURED: Mark.SQUARE,
}
TINTS = {
    EventKind.CLAIM: Tint.NEUTRAL,
    EventKind.POSITION: Tint.UNIT,
    EventKind.LAYER: Tint.LOCATION,
    EventKind.REPORT: Tint.ACCENT,
    EventKind.PUBLISHED: Tint.ACCENT,
    EventKind.CAPTURED: Tint.NEUTRAL,
}
Statuses = Mapping[ClaimId, ClaimStatus]


@dataclass(frozen=True, slots=True)
class Names:
    """What the words of events are made of."""

    statuses: Statuses = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    """By their ids."""

    def status(self, occurrence: Occurrence) -> ClaimStatus | None:
        """Of what is claimed; None for other kinds, and while it is not weighed yet."""
        if occurrence.kind is not EventKind.CLAIM:
            return None
        return self.statuses.get(ClaimId(occurrence.claim_id))

    def tint(self, occurrence: Occurrence) -> Tint:
        """Its colour: of a claim that of its status."""
        status = self.status(occurrence)
        return STATUS_TINTS[status] if status else TINTS[occurrence.kind]

    def label(self, occurrence: Occurrence) -> tuple[str, str]:
        """What stands beside its mark: what it is, which may be cut, and when, which is not.

        `Push into Kupiansk` and ` · 13–14 Nov 2024 · disputed`.
        """
        status = self.status(occurrence)
        tail = f" · {minute(occurrence.when)}"
        if status:
            tail += f" · {status_name(status)}"
        match occurrence.kind:
            case EventKind.REPORT:
                return self.sources.get(occurrence.source_id) or _("a source in the bin"), tail
            case EventKind.CAPTURED:
                return f"{short(occurrence.ref)} {occurrence.label}", tail
            case _:
                return occurrence.label, tail

    def spoken(self, occurrence: Occurrence) -> str:
        """All of it in one line, as a tooltip and a screen reader say it."""
        status = self.status(occurrence)
        parts = (
            kind_name(occurrence.kind),
            short(occurrence.ref) if occurrence.ref else "",
            occurrence.label,
            terms.term(occurrence.stance) if occurrence.stance else "",
            _("{clock} {when}").format(
                clock=clock_name(occurrence.clock).lower(), when=moments.show(occurrence.when)
            ),
            status_name(status) if status else "",
        )
        return ", ".join(part for part in parts if part)


def type_of(theme: Theme, px: float, weight: Weight = Weight.Normal) -> QFont:
    """The type of a timeline at 100 %: all of it is drawn so, and enlarged as a whole.

    Signs keep their own glyphs, as in other pictures that are handed on.
    """
    font = theme.ui_font(px, weight)
    font.setPixelSize(round(px))
    font.setFeature(QFont.Tag("calt"), 0)
    return font


def minute(edtf: str) -> str:
    """When, for people, without the seconds a machine wrote."""
    return moments.show(_SECONDS.sub(r"\1", edtf))


_SECONDS = re.compile(r"(T\d{2}:\d{2}):\d{2}", re.ASCII)


def kind_name(kind: EventKind) -> str:
    """What one of them is called."""
    return {
        EventKind.CLAIM: _("Claim"),
        EventKind.POSITION: _("Position of a unit"),
        EventKind.LAYER: _("Layer of the map"),
        EventKind.REPORT: _("Report"),
        EventKind.PUBLISHED: _("Clip published"),
        EventKind.CAPTURED: _("Clip captured"),
    }[kind]


def kinds_name(kind: EventKind) -> str:
    """What several of them are called."""
    return {
        EventKind.CLAIM: _("Claims"),
        EventKind.POSITION: _("Positions of units"),
        EventKind.LAYER: _("Layers of the map"),
        EventKind.REPORT: _("Reports"),
        EventKind.PUBLISHED: _("Clips published"),
        EventKind.CAPTURED: _("Clips captured"),
    }[kind]
