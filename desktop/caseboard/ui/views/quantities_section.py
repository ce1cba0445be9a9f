"""The numbers that the reports of a claim tell, side by side."""

import math
from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseboard.analysis import quantities
from caseboard.analysis.quantities import Comparison, Relation, Told, compare
from caseboard.analysis.standing import Standing
from caseboard.i18n import _
from caseboard.model.ids import ReportId, SourceId
from caseboard.model.refs import short
from caseboard.store.claim_pages import ClaimPage
from caseboard.store.evidence import ReportView
from caseboard.ui import words
from caseboard.ui.desk import CaseDesk
from caseboard.ui.inspector.pick_row import PickRow
from caseboard.ui.lib.chips import Pill
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.section import Section
from caseboard.ui.lib.theme import Theme
from caseboard.ui.lib.tokens import Tint
from caseboard.ui.views.range_bar import RangeBar

TINTS = {
    Relation.ALONE: Tint.NEUTRAL,
    Relation.SAME: Tint.SUPPORTS,
    Relation.REFINES: Tint.SUPPORTS,
    Relation.OVERLAPS: Tint.NEUTRAL,
    Relation.CONTRADICTS: Tint.CONTRADICTS,
}


class QuantitiesSection(Section):
    """Hidden while no report of the claim tells a number. A row leads to the words it stands in."""

    opened = Signal(str, str)
    """Clip and anchor."""

    def __init__(self, desk: CaseDesk, parent: QWidget) -> None:
        super().__init__(desk.desk.theme, _("Quantities"), parent=parent)
        self._theme = desk.desk.theme
        self.rows: list[QuantityRow] = []
        self._blocks: list[QWidget] = []
        self.hide()

    def show_page(self, page: ClaimPage, standing: Standing | None = None) -> None:
        """Show the numbers of this claim and of those it clashes with.

        By `standing` claimants who print one text are counted as one origin.
        """
        said = {view.report.id: view for view in _said(page)}
        origins = _origins(standing)
        comparisons = [
            each
            for each in compare(_told(said.values(), origins))
            if any(told.claim_id == page.claim.id for told in each.told)
        ]
        self._clear()
        for comparison in comparisons:
            self._add(comparison, said, page)
        self.setVisible(bool(comparisons))

    def _add(
        self, comparison: Comparison, said: dict[ReportId, ReportView], page: ClaimPage
    ) -> None:
        px = self._theme.px
        block = QWidget(self)
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, px(4))
        column.setSpacing(px(2))
        head = QHBoxLayout()
        head.setSpacing(px(6))
        head.addWidget(plain_label(_title(comparison), block, size="strong"))
        if comparison.relation is not Relation.ALONE:
            pill = Pill(self._theme, _word(comparison.relation), TINTS[comparison.relation], block)
            head.addWidget(pill)
        head.addStretch(1)
        column.addLayout(head)
        most = _most(comparison)
        for told in comparison.told:
            view = said[told.report_id]
            row = QuantityRow(
                self._theme,
                told,
                view,
                most,
                block,
                is_own=view.claim.id == page.claim.id,
                is_compared=len(comparison.told) > 1,
            )
            row.clicked.connect(
                lambda _on=False, view=view: self.opened.emit(view.clip.id, view.anchor.id)
            )
            self.rows.append(row)
            column.addWidget(row)
        if wavering := quantities.wavering_words(comparison):
            column.addWidget(self._small(wavering, block))
        if comparison.relation is not Relation.ALONE:
            column.addWidget(self._small(quantities.relation_words(comparison), block))
            span = _("Over all: {span}").format(span=quantities.span_words(comparison))
            column.addWidget(self._small(span, block))
        self._blocks.append(block)
        self.body.addWidget(block)

    def _small(self, text: str, parent: QWidget) -> QWidget:
        return plain_label(text, parent, tone="muted", size="small", wrap=True)

    def _clear(self) -> None:
        for block in self._blocks:
            self.body.removeWidget(block)
            block.hide()
            block.deleteLater()
        self._blocks, self.rows = [], []


class QuantityRow(PickRow):
    """One number with whose it is, and its range on the scale of its group."""

    def __init__(
        self,
        theme: Theme,
        told: Told,
        view: ReportView,
        most: float,
        parent: QWidget,
        *,
        is_own: bool,
        is_compared: bool,
    ) -> None:
        """The bar is there where it stands beside others."""
        where = (
            short(view.clip.ref) if is_own else f"{short(view.claim.ref)} · {short(view.clip.ref)}"
        )
        super().__init__(theme, f"{told.spoken}, {where}", parent)
        self.told = told
        text = QWidget(self)
        column = QVBoxLayout(text)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        line = QHBoxLayout()
        line.setSpacing(theme.px(6))
        line.addWidget(plain_label(told.spoken, text, wrap=True), 1)
        line.addWidget(plain_label(where, text, tone="muted", size="small"))
        column.addLayout(line)
        span = quantities.range_of(told.quantity)
        self.bar = RangeBar(
            theme,
            span.low,
            None if math.isinf(span.high) else span.high,
            most,
            text,
            is_approximate=told.quantity.is_approximate,
        )
        column.addWidget(self.bar)
        self.bar.setVisible(is_compared)
        self.put(text, 1)


def told_of(view: ReportView, origins: Mapping[str, SourceId] | None = None) -> Iterator[Told]:
    """The numbers of one report, with whose they are, and the origin that counts for them."""
    who = view.claimant
    origin = (origins or {}).get(who.name)
    for quantity in view.quantities:
        yield Told(quantity, who.id, who.name, view.report.id, view.claim.id, origin)


def _told(views: Iterable[ReportView], origins: Mapping[str, SourceId]) -> Iterator[Told]:
    for view in views:
        yield from told_of(view, origins)


def _origins(standing: Standing | None) -> dict[str, SourceId]:
    """Whose text a claimant prints, by the claimant's name."""
    found: dict[str, SourceId] = {}
    for origin in standing.origins if standing else ():
        found.update(dict.fromkeys((*origin.same_text, *origin.same_word), origin.source_id))
    return found


def _said(page: ClaimPage) -> Iterator[ReportView]:
    """The reports of the claim first, then those of the claims it clashes with."""
    yield from page.said
    for clash in page.clashes:
        for account in (clash.one, clash.other):
            if account.claim.id != page.claim.id:
                yield from account.said


def _title(comparison: Comparison) -> str:
    name = words.term(comparison.kind)
    return name[:1].upper() + name[1:]


def _word(relation: Relation) -> str:
    return {
        Relation.ALONE: "",
        Relation.SAME: _("same"),
        Relation.REFINES: _("agree"),
        Relation.OVERLAPS: _("overlap"),
        Relation.CONTRADICTS: _("contradict"),
    }[relation]


def _most(comparison: Comparison) -> float:
    """The end of the scale: a little more than the largest number that is told."""
    ranges = [quantities.range_of(told.quantity) for told in comparison.told]
    ends = [end for each in ranges for end in (each.low, each.high) if not math.isinf(end)]
    return max(ends, default=0.0) * 1.15
