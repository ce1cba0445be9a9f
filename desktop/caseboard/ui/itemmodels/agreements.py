"""How one source stands to others, as a table, and the claims behind a cell of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QObject

from caseboard.analysis.agreement import FEWEST, Agreement
from caseboard.analysis.standing import status_name
from caseboard.i18n import _, ngettext
from caseboard.model import numerals
from caseboard.model.ledger import Stated, Voice
from caseboard.model.refs import short
from caseboard.ui import words
from caseboard.ui.delegates.line import Face
from caseboard.ui.itemmodels.paged import Column, PagedModel
from caseboard.ui.lib.tokens import Tint
from caseboard.ui.weighing import Weighed


class Place(IntEnum):
    """The columns of the table."""

    OTHER = 0
    AGREED = 1
    CLASHED = 2
    SHARE = 3


@dataclass(frozen=True, slots=True)
class Between:
    """One row: another source, and how the two stand to each other."""

    other: Voice
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class Compared:
    """A claim that two sources agreed on, or clashed over."""

    claim: Stated
    is_clash: bool
    about: str
    """How it stands, and what each of the two says to it."""


class AgreementModel(PagedModel[Between]):
    """A row for each source that is compared; all of them are at hand."""

    def __init__(self, parent: QObject | None = None) -> None:
        columns: Sequence[Column[Between]] = [
            Column(_("Other source"), lambda row: row.other.name, _other_tip),
            Column(_("Agreed"), lambda row: numerals.count(len(row.agreement.agreed)), right=True),
            Column(
                _("Clashed"), lambda row: numerals.count(len(row.agreement.clashed)), right=True
            ),
            Column(_("Share"), _share, _share_tip, right=True),
        ]
        super().__init__(columns, self._fetch_rows, parent=parent)
        self.between: Mapping[str, Between] = {}

    def show_rows(self, rows: Sequence[Between]) -> None:
        """Show these, in their order."""
        self.between = {row.other.id: row for row in rows}
        self.refresh()
        self.set_ids([row.other.id for row in rows])

    async def _fetch_rows(self, ids: Sequence[str]) -> dict[str, Between]:
        return {row_id: self.between[row_id] for row_id in ids if row_id in self.between}


def between(agreements: Sequence[Agreement], weighed: Weighed) -> list[Between]:
    """The rows for `agreements`, in their order."""
    voices = weighed.ledger.voices
    return [Between(voices[each.other], each) for each in agreements if each.other in voices]


def compared(source: Voice, row: Between, place: Place, weighed: Weighed) -> list[Compared]:
    """The claims behind a cell: clashes first where it is about both."""
    claims = {claim.id: claim for claim in weighed.ledger.claims}
    told = {Place.AGREED: (False,), Place.CLASHED: (True,)}.get(place, (True, False))
    ids = {True: row.agreement.clash_claims, False: row.agreement.agreed}
    return [
        Compared(claims[each], is_clash, _said_to(claims[each], (source, row.other), weighed))
        for is_clash in told
        for each in ids[is_clash]
        if each in claims
    ]


def _said_to(claim: Stated, two: Sequence[Voice], weighed: Weighed) -> str:
    """`C1 · disputed · DeepState contradicts · General Staff supports`."""
    standing = weighed.standings[claim.id]
    stances = {origin.source_id: origin.stances for origin in standing.origins}
    said = [
        f"{voice.name} {words.term(stance)}"
        for voice in two
        for stance in stances.get(voice.id, ())
    ]
    return " · ".join((short(claim.ref), status_name(standing.status), *said))


def compared_face(row: Compared) -> Face:
    """What was claimed, and whether they agreed on it."""
    pill = (_("clashed"), Tint.CONTRADICTS) if row.is_clash else (_("agreed"), Tint.SUPPORTS)
    return Face(row.claim.statement, row.about, pill=pill)


def compared_words(row: Compared) -> str:
    """All that a row shows, as a screen reader says it."""
    face = compared_face(row)
    return ", ".join(part for part in (face.pill[0] if face.pill else "", face.first, face.second))


def about(source: Voice, row: Between, place: Place) -> str:
    """What the claims behind a cell are."""
    name = source.name
    agreed, clashed = len(row.agreement.agreed), len(row.agreement.clashed)
    match place:
        case Place.AGREED:
            claims = ngettext("{n} claim", "{n} claims", agreed)
            return _("{name} and {other} agreed on {claims}").format(
                name=name, other=row.other.name, claims=claims
            )
        case Place.CLASHED:
            times = ngettext("{n} time", "{n} times", clashed)
            return _("{name} and {other} clashed {times}").format(
                name=name, other=row.other.name, times=times
            )
        case _:
            return _("What {name} and {other} both take a stance on").format(
                name=name, other=row.other.name
            )


def _share(row: Between) -> str:
    """`6 of 8, 75 %`; of too few only how many."""
    agreement = row.agreement
    told = _("{n} of {all}").format(n=len(agreement.agreed), all=agreement.compared)
    if agreement.share is None:
        return told
    return _("{told}, {percent} %").format(told=told, percent=round(100 * agreement.share))


def _share_tip(row: Between) -> str:
    if row.agreement.share is not None:
        return ""
    return _("Fewer than {n} are compared: too few for a share.").format(n=FEWEST)


def _other_tip(row: Between) -> str:
    return row.other.name
