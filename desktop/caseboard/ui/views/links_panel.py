"""Beside the graph, in words: what is selected, what it is joined to, and where that was said.

All that the picture shows can be reached here, by keyboard and by screen reader.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from caseboard.analysis.network import Edge, Node
from caseboard.i18n import _, ngettext
from caseboard.model import numerals
from caseboard.store import links
from caseboard.ui.delegates.line import LineDelegate
from caseboard.ui.desk import CaseDesk
from caseboard.ui.graph.look import LOOKS, kind_name, node_name
from caseboard.ui.itemmodels.rows import RowsModel
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.lib.buttons import flat_button, push_button
from caseboard.ui.lib.chips import Pill
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.views.links_model import LinksModel
from caseboard.ui.views.links_rows import (
    MOST,
    EvidenceRow,
    LinkRow,
    about,
    evidence_face,
    evidence_rows,
    evidence_words,
    link_face,
    link_words,
    links_of,
    node_face,
    node_words,
)


class LinksPanel(Surface):
    """Lists every node until one is selected; then that one's links, and the words of one link."""

    node_chosen = Signal(str)
    node_opened = Signal(str)
    link_chosen = Signal(object)
    """`Edge`."""
    passage_opened = Signal(str, object)
    """Clip and anchor, or None for the clip as a whole."""
    expand_wanted = Signal(object)
    collapse_wanted = Signal(object)
    hide_wanted = Signal(object)

    def __init__(self, desk: CaseDesk, model: LinksModel, parent: QWidget | None = None) -> None:
        super().__init__("panel_2", "left", parent)
        theme = desk.desk.theme
        self._desk = desk
        self._model = model
        self._node: Node | None = None
        self._edge: Edge | None = None
        self.nodes: RowsModel[Node] = RowsModel(node_words, self)
        self.links: RowsModel[LinkRow] = RowsModel(link_words, self)
        self.evidence: RowsModel[EvidenceRow] = RowsModel(evidence_words, self)
        self.node_list = Lines(self.nodes, _("Nodes"), self)
        self.node_list.setItemDelegate(LineDelegate(theme, node_face, self))
        self.link_list = Lines(self.links, _("Links"), self)
        self.link_list.setItemDelegate(LineDelegate(theme, link_face, self))
        self.evidence_list = Lines(self.evidence, _("Evidence"), self)
        quotes = LineDelegate(theme, evidence_face, self, lines=2, quoted=True)
        self.evidence_list.setItemDelegate(quotes)
        self.all_heading = plain_label("", self, size="caps")
        self.kind = Pill(theme, "", parent=self)
        self.name = plain_label("", self, size="heading", wrap=True, selectable=True)
        self.about = plain_label("", self, tone="muted", size="small", wrap=True)
        self.open = push_button(theme, _("Open"), self)
        self.expand = flat_button(theme, _("Expand"), self, "plus")
        self.collapse = flat_button(theme, _("Collapse"), self, "minus")
        self.hide_node = flat_button(theme, _("Hide"), self, "eye-off")
        self.links_heading = plain_label("", self, size="caps")
        self.evidence_heading = plain_label("", self, size="caps")
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect()
        theme.changed.connect(self._on_theme_changed)

    @property
    def node(self) -> Node | None:
        """The node whose links are listed."""
        return self._node

    def show_nodes(self, nodes: Sequence[Node]) -> None:
        """List these nodes; for a single one use `show_node`."""
        self._node = self._edge = None
        rows = sorted(nodes, key=lambda node: (-node.weight, node.title, node.id))
        if list(self.nodes.rows) != rows:
            self.nodes.set_rows(rows)
        self.all_heading.setText(ngettext("{n} node", "{n} nodes", len(rows)).upper())
        self._stack.setCurrentIndex(0)

    def show_node(self, node: Node, edge: Edge | None = None) -> None:
        """Show a node with its links, and the words of `edge` or of the first link."""
        self._node = node
        look = LOOKS[node.kind]
        self.kind.say(kind_name(node.kind), look.tint)
        self.name.setText(node_name(node))
        count = ngettext("{n} link", "{n} links", node.weight)
        self.about.setText(" · ".join((*about(node)[1:], count)))
        rows = links_of(self._model.network, node.id)
        self.links.set_rows(rows)
        self.links_heading.setText(_("Links · {n}").format(n=len(rows)).upper())
        self._stack.setCurrentIndex(1)
        place = next((i for i, row in enumerate(rows) if row.edge == edge), 0)
        if rows:
            self.link_list.setCurrentIndex(self.links.index(place, 0))
        self._show_edge(rows[place].edge if rows else None)

    def _show_edge(self, edge: Edge | None) -> None:
        self._edge = edge
        if edge is None:
            self.evidence.set_rows(())
            self.evidence_heading.setText(_("Evidence").upper())
        else:
            self._read(edge)

    @async_slot(object)
    async def _read(self, edge: Edge) -> None:
        """The words of each place that the edge rests on."""
        first = edge.evidence[:MOST]
        anchors = list(dict.fromkeys(e.anchor_id for e in first if e.anchor_id is not None))
        found = await self._desk.read(links.passages, anchors)
        weighed = self._model.weighed
        if not isValid(self) or edge is not self._edge or weighed is None:
            return
        rows = evidence_rows(
            first,
            {passage.anchor_id: passage for passage in found},
            self._model.network.nodes,
            self._model.words,
            weighed.ledger,
        )
        self.evidence.set_rows(rows)
        count = len(edge.evidence)
        words = _("Evidence · {n}").format(n=numerals.count(count))
        if count > MOST:
            words = _("Evidence · first {few} of {n}").format(few=MOST, n=numerals.count(count))
        self.evidence_heading.setText(words.upper())

    def _connect(self) -> None:
        self.node_list.clicked.connect(self._on_node_taken)
        self.node_list.taken.connect(self._on_node_taken)
        self.link_list.selectionModel().currentChanged.connect(self._on_link_current)
        self.link_list.doubleClicked.connect(self._on_link_taken)
        self.link_list.taken.connect(self._on_link_taken)
        self.evidence_list.clicked.connect(self._on_evidence_taken)
        self.evidence_list.taken.connect(self._on_evidence_taken)
        self.open.clicked.connect(self._on_open_clicked)
        for button, signal in (
            (self.expand, self.expand_wanted),
            (self.collapse, self.collapse_wanted),
            (self.hide_node, self.hide_wanted),
        ):
            button.clicked.connect(lambda _on=False, signal=signal: self._ask(signal))

    def _ask(self, signal: Any) -> None:
        if self._node is not None:
            signal.emit(frozenset({self._node.id}))

    def _lay_out(self) -> None:
        every = QWidget(self)
        column = _column(every)
        column.addWidget(self._head(self.all_heading))
        column.addWidget(self.node_list, 1)
        one = QWidget(self)
        column = _column(one)
        column.addWidget(self._top())
        split = QSplitter(Qt.Orientation.Vertical, one)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        for heading, listed in (
            (self.links_heading, self.link_list),
            (self.evidence_heading, self.evidence_list),
        ):
            half = QWidget(split)
            inside = _column(half)
            inside.addWidget(self._head(heading))
            inside.addWidget(listed, 1)
            split.addWidget(half)
        column.addWidget(split, 1)
        self._stack.addWidget(every)
        self._stack.addWidget(one)
        _column(self).addWidget(self._stack)
        self.setMinimumWidth(self._desk.desk.theme.px(240))

    def _top(self) -> QWidget:
        px = self._desk.desk.theme.px
        top = Surface("panel_2", "bottom", self)
        column = QVBoxLayout(top)
        column.setContentsMargins(*(px(n) for n in (14, 10, 10, 8)))
        column.setSpacing(px(4))
        line = QHBoxLayout()
        line.addWidget(self.kind)
        line.addWidget(self.about, 1)
        column.addLayout(line)
        column.addWidget(self.name)
        deeds = QHBoxLayout()
        deeds.setSpacing(px(2))
        for button in (self.open, self.expand, self.collapse, self.hide_node):
            deeds.addWidget(button)
        deeds.addStretch(1)
        column.addLayout(deeds)
        return top

    def _head(self, heading: QWidget) -> QWidget:
        px = self._desk.desk.theme.px
        head = Surface("panel_2", "bottom", self)
        row = QHBoxLayout(head)
        row.setContentsMargins(*(px(n) for n in (14, 8, 10, 6)))
        row.addWidget(heading)
        return head

    @Slot(QModelIndex)
    def _on_node_taken(self, index: QModelIndex) -> None:
        self.node_chosen.emit(self.nodes.row(index).id)

    @Slot(QModelIndex, QModelIndex)
    def _on_link_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            edge = self.links.row(current).edge
            if edge is not self._edge:
                self._show_edge(edge)
            self.link_chosen.emit(edge)

    @Slot(QModelIndex)
    def _on_link_taken(self, index: QModelIndex) -> None:
        self.node_chosen.emit(self.links.row(index).other.id)

    @Slot(QModelIndex)
    def _on_evidence_taken(self, index: QModelIndex) -> None:
        place = self.evidence.row(index).evidence
        self.passage_opened.emit(place.clip_id, place.anchor_id)

    @Slot()
    def _on_open_clicked(self) -> None:
        if self._node is not None:
            self.node_opened.emit(self._node.id)

    @Slot()
    def _on_theme_changed(self) -> None:
        for each in (self.node_list, self.link_list, self.evidence_list):
            each.doItemsLayout()


class Lines(QListView):
    """A list whose row is `taken` by Enter."""

    taken = Signal(QModelIndex)

    def __init__(self, model: RowsModel[Any], name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setProperty("surface", "panel_2")
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName(name)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and index.isValid():
            self.taken.emit(index)
        else:
            super().keyPressEvent(event)


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
