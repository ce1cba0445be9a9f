"""The numbers a report tells, with offers from its own words."""

import asyncio
from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from caseboard.analysis import figures
from caseboard.commands.quantities import QuantityDraft
from caseboard.i18n import _
from caseboard.model.claim import Quantity
from caseboard.tagging import quantities
from caseboard.tagging.quantities import Found
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.fields import FieldError
from caseboard.ui.forms.quantity_line import QuantityLine
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.lib.buttons import link_button
from caseboard.ui.lib.chips import Chip
from caseboard.ui.lib.flow import FlowLayout
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.tokens import Tint

READ = 20_000
"""So many characters of a quote are looked through."""
OFFERED = 12


class QuantitiesField(QWidget):
    """A line for each number; what the quote tells is offered as chips and taken by a press."""

    def __init__(self, desk: CaseDesk, kept: Sequence[Quantity] = ()) -> None:
        super().__init__()
        self._theme = desk.desk.theme
        self.lines: list[QuantityLine] = []
        self.chips: list[Chip] = []
        self._offers: list[QuantityDraft] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(self._theme.px(6))
        self._holder = QWidget(self)
        self._flow = FlowLayout(self._holder, self._theme.px(5))
        self.add_button = link_button(_("Add a number"), self)
        self.add_button.clicked.connect(self._on_add)
        self.offered = plain_label(
            _("In the words of the report:"), self, tone="muted", size="small"
        )
        self.setAccessibleName(_("Numbers"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(4))
        column.addLayout(self._rows)
        column.addWidget(self.offered)
        column.addWidget(self._holder)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        for quantity in kept:
            self.add(_draft_of(quantity))
        self._show_offers()

    def add(self, draft: QuantityDraft | None = None) -> QuantityLine:
        """Put one more at the end."""
        line = QuantityLine(self._theme, draft)
        line.remove_wanted.connect(lambda: self._take_away(line))
        self.lines.append(line)
        self._rows.addWidget(line)
        return line

    def drafts(self) -> tuple[QuantityDraft, ...]:
        """The numbers, in order; raises `FieldError` for what cannot be taken."""
        return tuple(line.draft() for line in self.lines if not line.is_empty)

    @async_slot(str, str)
    async def offer(self, text: str, language: str = "") -> None:
        """Offer the numbers found in the words of the report."""
        found = await asyncio.to_thread(quantities.find, text[:READ], language or None)
        if isValid(self):
            self._offers = list(dict.fromkeys(map(_draft_from, found)))[:OFFERED]
            self._show_offers()

    def _show_offers(self) -> None:
        """Offer what no line tells yet."""
        self._flow.clear()
        here = _told(self.lines)
        self.chips = [self._chip(each) for each in self._offers if each not in here]
        for chip in self.chips:
            self._flow.addWidget(chip)
        for widget in (self.offered, self._holder):
            widget.setVisible(bool(self.chips))

    def _chip(self, draft: QuantityDraft) -> Chip:
        bounds = figures.bounded(draft.low, draft.high, is_approximate=draft.is_approximate)
        said = figures.with_things(bounds, draft.kind, draft.what, draft.measure)
        chip = Chip(self._theme, _("＋ {figure}").format(figure=said), Tint.NEUTRAL, suggested=True)
        chip.clicked.connect(lambda: self._take(draft))
        return chip

    def _take(self, draft: QuantityDraft) -> None:
        self.add(draft)
        self._show_offers()
        after = next(iter(self.chips), self.add_button)
        after.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_away(self, line: QuantityLine) -> None:
        self.lines.remove(line)
        self._rows.removeWidget(line)
        line.hide()
        line.deleteLater()
        self._show_offers()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_add(self) -> None:
        self.add().kind.setFocus(Qt.FocusReason.OtherFocusReason)


def _told(lines: Iterable[QuantityLine]) -> list[QuantityDraft]:
    told = []
    for line in lines:
        try:
            told.append(line.draft())
        except FieldError:
            continue  # it tells nothing yet
    return told


def _draft_of(quantity: Quantity) -> QuantityDraft:
    return QuantityDraft(
        quantity.kind,
        quantity.low,
        quantity.high,
        quantity.what,
        quantity.measure,
        quantity.is_approximate,
    )


def _draft_from(found: Found) -> QuantityDraft:
    return QuantityDraft(
        found.kind, found.low, found.high, found.what, found.measure, found.is_approximate
    )
