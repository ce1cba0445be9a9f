"""What a claim is about: chips of the places and units tagged in its clip, to switch on."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from caseboard.commands.accepting import Acceptance
from caseboard.i18n import _
from caseboard.model.clip import Anchor
from caseboard.model.ids import LocationId, UnitId
from caseboard.store.clips import ClipView
from caseboard.ui.forms.claim_draft import ClaimDraft
from caseboard.ui.lib.chips import Chip
from caseboard.ui.lib.flow import FlowLayout
from caseboard.ui.lib.theme import Theme
from caseboard.ui.lib.tokens import Tint
from caseboard.ui.reader.page import Selection, TextSelection

if TYPE_CHECKING:
    from caseboard.tagging.proposals import Proposal


class AboutField(QWidget):
    """Those tagged inside the passage itself are on from the start."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.chips: dict[str, Chip] = {}
        self._units: set[str] = set()
        self._proposed: dict[str, tuple[Proposal, tuple[int, ...]]] = {}
        self._flow = FlowLayout(self, theme.px(6))
        self.setAccessibleName(_("About"))

    def show_clip(
        self, view: ClipView, selection: Selection, draft: ClaimDraft | None = None
    ) -> None:
        """Offer what is tagged in the clip, and of a `draft` what is proposed in its words."""
        inside = {anchor.id for anchor in view.anchors if _is_inside(anchor, selection)}
        on = {tag.location_id or tag.unit_id for tag in view.tags if tag.anchor_id in inside}
        self._units = {unit.id for unit in view.units}
        for place in view.locations:
            is_named = draft is not None and draft.is_about(place)
            self._add(place.id, place.name, Tint.LOCATION, is_on=is_named or place.id in on)
        for unit in view.units:
            self._add(unit.id, unit.name, Tint.UNIT, is_on=unit.id in on)
        for proposal, mentions in draft.places if draft else ():
            key = f"proposal {proposal.key}"
            self._proposed[key] = proposal, mentions
            self._add(key, proposal.name, Tint.LOCATION, is_on=True, suggested=True)

    def locations(self) -> tuple[LocationId, ...]:
        """The locations switched on."""
        known = (i for i in self._on() if i not in self._units and i not in self._proposed)
        return tuple(map(LocationId, known))

    def units(self) -> tuple[UnitId, ...]:
        """The units switched on."""
        return tuple(UnitId(i) for i in self._on() if i in self._units)

    def accepted(self) -> tuple[Acceptance, ...]:
        """The places switched on that are only proposed yet: they are tagged with the claim."""
        return tuple(
            Acceptance(*self._proposed[key]) for key in self._on() if key in self._proposed
        )

    def _add(
        self, row_id: str, name: str, tint: Tint, *, is_on: bool, suggested: bool = False
    ) -> None:
        chip = Chip(self._theme, name, tint, self, suggested=suggested)
        chip.setCheckable(True)
        chip.setChecked(is_on)
        self.chips[row_id] = chip
        self._flow.addWidget(chip)

    def _on(self) -> list[str]:
        return [row_id for row_id, chip in self.chips.items() if chip.isChecked()]


def _is_inside(anchor: Anchor, selection: Selection) -> bool:
    if isinstance(selection, TextSelection):
        if anchor.start is None or anchor.end is None:
            return False
        return selection.start <= anchor.start and anchor.end <= selection.end
    return anchor.file_id == selection.file_id and anchor.page == selection.page
