"""Beside a timeline, in words: what is selected, who reported it, and what it clashes with.

All that the picture shows can be reached here, by keyboard and by screen reader.
"""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from caseboard.analysis.occurrences import EventKind, Occurrence
from caseboard.analysis.relating import Relations
from caseboard.analysis.timeline import Clock
from caseboard.i18n import _, ngettext
from caseboard.model import moments
from caseboard.model.claim import Dispute
from caseboard.model.refs import short
from caseboard.model.terms import DisputeStatus
from caseboard.ui import words as terms
from caseboard.ui.delegates.line import Face, LineDelegate
from caseboard.ui.itemmodels.rows import RowsModel
from caseboard.ui.lib.buttons import flat_button, push_button
from caseboard.ui.lib.chips import Pill
from caseboard.ui.lib.flow import FlowLayout
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.section import Section
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme
from caseboard.ui.lib.tokens import Tint
from caseboard.ui.timeline.brushed import clock_name
from caseboard.ui.timeline.event_rows import EventRow
from caseboard.ui.timeline.look import Names, kind_name, minute
from caseboard.ui.views.links_panel import Lines
from caseboard.ui.words import STANCE_TINTS

MOST = 40
"""Rows of one section."""


class TimelinePanel(Surface):
    """Lists every event until one is selected; then what belongs to that one."""

    chosen = Signal(str)
    """The key of an event."""
    opened = Signal(str)
    map_wanted = Signal(str)
    claim_wanted = Signal(str)
    """The id of a claim."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("panel_2", "left", parent)
        self._theme = theme
        self._names = Names()
        self._key = ""
        self.events: RowsModel[Occurrence] = RowsModel(self._spoken, self)
        self.list = Lines(self.events, _("Events"), self)
        self.list.setItemDelegate(LineDelegate(theme, self._face, self))
        self.heading = plain_label("", self, size="caps")
        self.kind = Pill(theme, "", parent=self)
        self.ref = plain_label("", self, tone="muted", size="small")
        self.name = plain_label("", self, size="heading", wrap=True, selectable=True)
        self.when = plain_label("", self, tone="muted", wrap=True, selectable=True)
        self.places = plain_label("", self, tone="muted", size="small", wrap=True)
        self.open = push_button(theme, _("Open"), self)
        self.map = flat_button(theme, _("Show on the map"), self, "map")
        self.sections = {clock: Section(theme, clock_name(clock), parent=self) for clock in Clock}
        self.clashes = Section(theme, _("Clashes with"), parent=self, last=True)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self.list.clicked.connect(self._on_taken)
        self.list.taken.connect(self._on_taken)
        self.open.clicked.connect(lambda: self.opened.emit(self._key))
        self.map.clicked.connect(lambda: self.map_wanted.emit(self._key))
        theme.changed.connect(self.list.doItemsLayout)

    @property
    def key(self) -> str:
        """Of the event that is shown; empty where all are listed."""
        return self._key

    def show_events(self, occurrences: Sequence[Occurrence], names: Names) -> None:
        """List these."""
        self._key, self._names = "", names
        self.events.set_rows(occurrences)
        words = ngettext("{n} event", "{n} events", len(occurrences))
        self.heading.setText(words.upper())
        self._stack.setCurrentIndex(0)

    def show_event(
        self,
        occurrence: Occurrence,
        names: Names,
        relations: Relations,
        clashes: Iterable[tuple[Dispute, str, str]],
        *,
        has_map: bool,
    ) -> None:
        """Show one; `clashes` are disputes with the id and the words of the other claim."""
        self._key, self._names = occurrence.key, names
        status = names.status(occurrence)
        self.kind.say(kind_name(occurrence.kind), names.tint(occurrence))
        parts = [short(occurrence.ref) if occurrence.ref else ""]
        parts.append(terms.term(occurrence.stance) if occurrence.stance else "")
        parts.append(terms.term(status) if status else "")
        self.ref.setText(" · ".join(part for part in parts if part))
        self.name.setText(occurrence.label)
        self.when.setText(
            _("{when} · EDTF {edtf}").format(
                when=moments.show(occurrence.when), edtf=occurrence.when
            )
        )
        here = (names.places.get(each, "") for each in occurrence.place_ids)
        self.places.setText(", ".join(filter(None, here)))
        self.places.setVisible(bool(self.places.text()))
        self.map.setVisible(has_map and occurrence.kind in {EventKind.CLAIM, EventKind.POSITION})
        for clock, others in relations.of(occurrence).items():
            self._fill(self.sections[clock], others, self._row)
        self._fill(self.clashes, list(clashes), self._clash)
        self._stack.setCurrentIndex(1)

    def focus(self) -> None:
        """Give the list the keyboard."""
        self.list.setFocus()

    # --- rows ---

    def _spoken(self, occurrence: Occurrence) -> str:
        return self._names.spoken(occurrence)

    def _face(self, occurrence: Occurrence) -> Face:
        second = f"{clock_name(occurrence.clock)} · {minute(occurrence.when)}"
        return Face(occurrence.label, second)

    def _row(self, occurrence: Occurrence) -> QWidget:
        name = occurrence.label
        pill = None
        if occurrence.kind is EventKind.REPORT:
            name = self._names.sources.get(occurrence.source_id) or _("a source in the bin")
            if occurrence.stance:
                pill = terms.term(occurrence.stance), STANCE_TINTS[occurrence.stance]
        elif occurrence.kind in {EventKind.PUBLISHED, EventKind.CAPTURED}:
            name = f"{short(occurrence.ref)} {occurrence.label}"
        row = EventRow(self._theme, name, minute(occurrence.when), self, pill=pill)
        row.clicked.connect(lambda: self.chosen.emit(occurrence.key))
        return row

    def _clash(self, clash: tuple[Dispute, str, str]) -> QWidget:
        dispute, claim_id, statement = clash
        tint = Tint.CONTRADICTS if dispute.status is DisputeStatus.OPEN else Tint.NEUTRAL
        row = EventRow(self._theme, statement, "", self, pill=(terms.term(dispute.status), tint))
        row.clicked.connect(lambda: self.claim_wanted.emit(claim_id))
        return row

    def _fill(self, section: Section, rows: Sequence[object], make: Callable[..., QWidget]) -> None:
        while item := section.body.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row in rows[:MOST]:
            section.body.addWidget(make(row))
        more = len(rows) - MOST
        if more > 0:
            words = ngettext("{n} more", "{n} more", more)
            section.body.addWidget(plain_label(words, self, tone="muted", size="small"))
        section.setVisible(bool(rows))

    # --- layout ---

    def _lay_out(self) -> None:
        px = self._theme.px
        every = QWidget(self)
        column = _column(every)
        head = Surface("panel_2", "bottom", self)
        row = QHBoxLayout(head)
        row.setContentsMargins(*(px(n) for n in (14, 8, 10, 6)))
        row.addWidget(self.heading)
        column.addWidget(head)
        column.addWidget(self.list, 1)
        one = Surface("panel_2")
        column = _column(one)
        column.addWidget(self._top())
        for section in (*self.sections.values(), self.clashes):
            section.body.setSpacing(0)
            column.addWidget(section)
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(one)
        self._stack.addWidget(every)
        self._stack.addWidget(scroll)
        _column(self).addWidget(self._stack)
        self.setMinimumWidth(px(240))

    def _top(self) -> QWidget:
        px = self._theme.px
        top = Surface("panel_2", "bottom", self)
        column = QVBoxLayout(top)
        column.setContentsMargins(*(px(n) for n in (14, 10, 10, 10)))
        column.setSpacing(px(4))
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addWidget(self.kind)
        line.addWidget(self.ref, 1)
        column.addLayout(line)
        for label in (self.name, self.when, self.places):
            column.addWidget(label)
        column.addSpacing(px(4))
        deeds = FlowLayout(spacing=px(4))
        deeds.addWidget(self.open)
        deeds.addWidget(self.map)
        column.addLayout(deeds)
        return top

    @Slot(QModelIndex)
    def _on_taken(self, index: QModelIndex) -> None:
        with QSignalBlocker(self.list.selectionModel()):
            self.chosen.emit(self.events.row(index).key)


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
