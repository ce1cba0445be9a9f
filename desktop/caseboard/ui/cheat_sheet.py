"""Every shortcut on one card."""

from PySide6.QtCore import QMargins, QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from caseboard.i18n import _
from caseboard.ui.actions import Actions
from caseboard.ui.lib.buttons import push_button
from caseboard.ui.lib.keys import KeyCap
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.theme import Theme

COLUMNS = 3
WIDTH = 1080


def in_reader() -> tuple[tuple[str, str], ...]:
    """Keys of the reader and the lists, which are no actions of the window."""
    return (
        ("L", _("Tag as location")),
        ("U", _("Tag as unit")),
        ("C", _("Tag as claim")),
        ("P", _("Tag as person")),
        ("N", _("Write a note")),
        ("Ctrl+Shift+L", _("Tag a photo with the place it states")),
        ("J", _("Next suggestion")),
        ("K", _("Previous suggestion")),
        ("Enter", _("Accept the suggestion")),
        ("Shift+Enter", _("Accept it wherever the name stands")),
        ("X", _("Reject the suggestion")),
        ("Left", _("Another place of that name")),
        ("R", _("Draw a rectangle on a picture or a page")),
        ("Ctrl+F", _("Find in the clip")),
        ("Del", _("Delete what is selected")),
        ("Esc", _("Leave a popup or a field")),
    )


def in_forms() -> tuple[tuple[str, str], ...]:
    """Keys of the forms, wherever one types in them."""
    return (
        ("Ctrl+Enter", _("Keep the form")),
        ("Alt+1", _("Take the first sentence offered")),
        ("1", _("Take the first of choices side by side")),
        ("Alt+Up", _("Move a relay nearer the claimant")),
    )


def in_claims() -> tuple[tuple[str, str], ...]:
    """Keys of the claims view."""
    return (
        ("Alt+1", _("Matrix")),
        ("Alt+2", _("List")),
        ("Alt+3", _("Hypotheses")),
        ("Enter", _("Open the evidence of a cell")),
        ("Ctrl+C", _("Copy a report with the way it took")),
        ("1", _("Rate how a claim fits a hypothesis, to 5")),
        ("Alt+Right", _("Move a hypothesis")),
        ("Ins", _("Add a gap, in the list of gaps")),
    )


def in_briefings() -> tuple[tuple[str, str], ...]:
    """Keys of the briefings view."""
    return (
        ("[[", _("Cite a clip, a claim, a layer")),
        ("Ctrl+B", _("Bold, while one writes")),
        ("Ctrl+I", _("Italic, while one writes")),
        ("Alt+Up", _("Move a section")),
        ("+", _("Larger pages")),
        ("Ctrl+F", _("Find in the pages")),
        ("Ctrl+C", _("Copy what is selected of the pages")),
    )


def in_graph() -> tuple[tuple[str, str], ...]:
    """Keys of the graph of links."""
    return (
        ("Left", _("Go to the node that way")),
        ("Tab", _("Go round the neighbours")),
        ("Return", _("Open the node")),
        ("E", _("Expand: show its neighbours")),
        ("C", _("Collapse: fold its leaves")),
        ("P", _("Pin it, or let it go")),
        ("Del", _("Hide it")),
        ("F", _("Show everything")),
        ("Space", _("With a drag: move the picture")),
    )


def in_map() -> tuple[tuple[str, str], ...]:
    """Keys of the map."""
    return (
        ("Ctrl+G", _("Go to a place or position")),
        ("Tab", _("Next of what is in sight")),
        ("Return", _("Open it, or end what is drawn")),
        ("F", _("Show what is selected")),
        ("Home", _("Show everything")),
        ("Alt+Left", _("Back to where one looked from")),
        ("+", _("Nearer")),
        ("Shift", _("With a drag: zoom into a box")),
        ("Space", _("Set a point in the middle")),
        ("Backspace", _("Take the last point back")),
    )


def in_units() -> tuple[tuple[str, str], ...]:
    """Keys of the tree of units, and of positions."""
    return (
        ("Ins", _("New unit")),
        ("Alt+Up", _("Move a unit up or down")),
        ("Alt+Right", _("Put it under the one above")),
        ("Alt+Left", _("Take it out of its parent")),
        ("F2", _("Edit a unit or a position")),
    )


def in_georeference() -> tuple[tuple[str, str], ...]:
    """Keys of a picture that is placed on the ground."""
    return (
        ("Tab", _("Go through the points")),
        ("Left", _("Move the marked point, or a cross")),
        ("Return", _("Set a point or a corner, close the area")),
        ("Backspace", _("Take a corner back, or a point away")),
    )


def in_timeline() -> tuple[tuple[str, str], ...]:
    """Keys of the timeline."""
    return (
        ("Right", _("Go to the next event of the lane")),
        ("Down", _("Go to the lane below")),
        ("Return", _("Open the event")),
        ("B", _("Brush the time of the event")),
        ("Space", _("Play by day, or pause")),
        (".", _("Brush the next day")),
        ("Ctrl+Right", _("Move along")),
        ("F", _("Show everything")),
    )


class CheatSheet(QDialog):
    """Lists what each key does, by what one is doing."""

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keyboard shortcuts"))
        groups: dict[str, tuple[tuple[str, str], ...]] = {
            _("Reading and tagging"): in_reader(),
            _("Claims"): in_claims(),
        }
        groups[_("Graph of links")] = in_graph()
        groups[_("Briefings")] = in_briefings()
        groups[_("Map")] = in_map()
        groups[_("Timeline")] = in_timeline()
        groups[_("Units")] = in_units()
        groups[_("Georeference")] = in_georeference()
        for heading, deeds in actions.groups.items():
            rows = tuple((keys, deed.name) for deed in deeds for keys in deed.keys[:1])
            if rows:
                groups[heading] = rows
        groups[_("Forms")] = in_forms()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(plain_label(_("Keyboard shortcuts"), self, size="heading"))
        inside = QWidget()
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(0, 0, theme.px(12), 0)
        columns.setSpacing(theme.px(36))
        stacks = [QVBoxLayout() for _column in range(COLUMNS)]
        lengths = [0] * COLUMNS
        for heading, rows in groups.items():
            place = lengths.index(min(lengths))
            stacks[place].addLayout(_group(theme, heading, rows, self))
            stacks[place].addSpacing(theme.px(14))
            lengths[place] += len(rows) + 2
        for stack in stacks:
            stack.addStretch(1)
            columns.addLayout(stack)
        layout.addWidget(_scrolled(inside), 1)
        close = push_button(theme, _("Close"), self, primary=True)
        close.clicked.connect(self.accept)
        close.setDefault(True)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        room = parent.window().size().shrunkBy(QMargins(*(theme.px(20),) * 4))
        width = theme.px(WIDTH)
        height = inside.heightForWidth(width - theme.px(64)) + theme.px(140)
        self.resize(QSize(width, height).boundedTo(room))


def _scrolled(inside: QWidget) -> QScrollArea:
    """As high as the window has room for; the rest is scrolled to."""
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName(_("Keyboard shortcuts"))
    return area


def _group(
    theme: Theme, heading: str, rows: tuple[tuple[str, str], ...], parent: QWidget
) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.px(12))
    grid.setVerticalSpacing(theme.px(6))
    grid.addWidget(plain_label(heading.upper(), parent, size="caps"), 0, 0, 1, 2)
    for place, (keys, name) in enumerate(rows, 1):
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        grid.addWidget(KeyCap(theme, shown or keys, parent), place, 0)
        grid.addWidget(plain_label(name, parent, wrap=True), place, 1)
    grid.setColumnStretch(1, 1)
    return grid
