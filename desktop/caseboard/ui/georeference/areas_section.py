"""The areas traced on a picture in the inspector, and the one that is being traced."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseboard.commands.tracing import outline_of
from caseboard.i18n import _
from caseboard.mapping import tracing
from caseboard.model.terms import LayerKind
from caseboard.store.georeferences import Resting
from caseboard.ui.georeference import words
from caseboard.ui.georeference.area_card import AreaCard
from caseboard.ui.georeference.plot import Plot, Tool
from caseboard.ui.lib.buttons import push_button
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.section import Section
from caseboard.ui.lib.theme import Theme


class AreasSection(Section):
    """`acted` begins an area; a card for each that is a layer already."""

    ended = Signal()
    """The area that is being traced is to become a layer."""
    edit_wanted = Signal(str)
    show_wanted = Signal(str)
    remove_wanted = Signal(str)
    """The id of a layer."""

    def __init__(self, theme: Theme, plot: Plot, parent: QWidget, *, is_writable: bool) -> None:
        super().__init__(theme, _("Traced area"), _("Trace an area"), parent)
        self._theme = theme
        self._plot = plot
        self._is_writable = is_writable
        self._resting: Sequence[Resting] = ()
        self.cards: dict[str, AreaCard] = {}
        self.guidance = plain_label("", self, tone="muted", size="small", wrap=True)
        self.live = plain_label("", self, size="strong")
        self.keep = push_button(theme, _("Make a layer…"), self, primary=True)
        self.keep.clicked.connect(self.ended)
        self.drop = push_button(theme, _("Stop"), self)
        self.drop.clicked.connect(lambda: plot.take(Tool.POINTS))
        self._tracing = self._make_tracing()
        self._holder = QVBoxLayout()
        self._holder.setSpacing(theme.px(6))
        self.body.addWidget(self.guidance)
        self.body.addWidget(self._tracing)
        self.body.addLayout(self._holder)
        plot.changed.connect(self._on_plot_changed)
        self._on_plot_changed()

    def show_layers(self, resting: Sequence[Resting]) -> None:
        """Show what rests on the picture."""
        self._resting = resting
        ids = [each.layer.id for each in resting]
        if list(self.cards) != ids:
            self._make_cards(resting)
        self._on_plot_changed()

    def _make_cards(self, resting: Sequence[Resting]) -> None:
        for card in self.cards.values():
            self._holder.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = {}
        for each in resting:
            card = AreaCard(self._theme, self, is_writable=self._is_writable)
            layer_id = each.layer.id
            card.edit_wanted.connect(lambda row=layer_id: self.edit_wanted.emit(row))
            card.show_wanted.connect(lambda row=layer_id: self.show_wanted.emit(row))
            card.remove_wanted.connect(lambda row=layer_id: self.remove_wanted.emit(row))
            self.cards[layer_id] = card
            self._holder.addWidget(card)

    def _make_tracing(self) -> QWidget:
        held = QWidget(self)
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(8))
        row.addWidget(self.keep)
        row.addWidget(self.drop)
        row.addStretch(1)
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(8))
        column.addWidget(self.live)
        column.addLayout(row)
        return held

    @Slot()
    def _on_plot_changed(self) -> None:
        plot = self._plot
        is_tracing = plot.tool is Tool.AREA
        self.setVisible(plot.fit is not None or bool(self.cards))
        self.set_action("" if is_tracing or not self._is_writable else _("Trace an area"))
        self.button.setEnabled(plot.fit is not None)
        self._tracing.setVisible(is_tracing)
        self.guidance.setVisible(is_tracing or not self.cards)
        self.guidance.setText(words.guidance(plot) if is_tracing else words.tracing_offered())
        self.live.setText(words.plate_words(plot) if is_tracing else "")
        self.keep.setEnabled(len(plot.outline) > 2)
        for each in self._resting:
            self.cards[each.layer.id].show_layer(each, self._km2(each))

    def _km2(self, resting: Resting) -> float | None:
        is_area = resting.layer.kind is LayerKind.TRACED and resting.anchor is not None
        if self._plot.fit is None or not is_area or resting.anchor is None:
            return None
        return tracing.area_km2(self._plot.fit, outline_of(resting.anchor))
