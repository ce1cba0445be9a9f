"""The middle of the units view: the symbol, where the unit was, and where clips name it."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QFrame,
    QHBoxLayout,
    QListView,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from caseboard.briefing.words import country
from caseboard.i18n import _
from caseboard.model.entities import Unit
from caseboard.model.refs import short
from caseboard.store.entities import Mention
from caseboard.store.unit_pages import Stand, UnitPage
from caseboard.ui import words
from caseboard.ui.delegates.line import Face, LineDelegate
from caseboard.ui.delegates.stand import StandDelegate, stand_words
from caseboard.ui.desk import CaseDesk
from caseboard.ui.itemmodels.rows import RowsModel
from caseboard.ui.lib.buttons import link_button, menu_button
from caseboard.ui.lib.chips import Chip, Pill
from caseboard.ui.lib.flow import FlowLayout
from caseboard.ui.lib.labels import ElidedLabel, plain_label
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme
from caseboard.ui.lib.tokens import Tint
from caseboard.ui.symbol_pixmaps import SymbolPixmaps, code_of

R = TypeVar("R")
SYMBOL = 52
ROOM = 104
TINTS = {"friend": Tint.UNIT, "hostile": Tint.CONTRADICTS, "neutral": Tint.SUPPORTS}


class UnitPane(QScrollArea):
    """One unit; what it leads to is asked for by signals."""

    place_wanted = Signal(str)
    clip_wanted = Signal(str, str)
    """A clip and an anchor in it."""
    position_wanted = Signal()
    position_edited = Signal(object)
    position_removed = Signal(object)
    position_mapped = Signal(object)
    """A `Stand` each."""
    edit_wanted = Signal()
    part_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, desk: CaseDesk, symbols: SymbolPixmaps, parent: QWidget) -> None:
        super().__init__(parent)
        theme = desk.desk.theme
        self._theme = theme
        self._symbols = symbols
        self._may_edit = not desk.desk.library.read_only
        self._code = ""
        self.symbol = plain_label("", self)
        self.symbol.setFixedWidth(theme.px(ROOM))
        self.name = plain_label("", self, size="title", wrap=True, selectable=True)
        self.second = plain_label("", self, tone="muted", wrap=True)
        self.code = ElidedLabel("", self, tone="muted", size="mono")
        self.chips = FlowLayout(spacing=theme.px(5))
        self.more = menu_button(_("More"), self._menu(), self)
        self.more.setAccessibleName(_("What can be done with this unit"))
        self.more.setVisible(self._may_edit)
        self.adding = link_button(_("Add position…"), self)
        self.adding.setVisible(self._may_edit)
        self.stands = StandList(theme, self)
        self.mentions: ShortList[Mention] = ShortList(
            theme, _("Passages that name it"), _said, self
        )
        self.mentions.setItemDelegate(LineDelegate(theme, _face, self.mentions))
        self.unplaced = plain_label(_("No position is known yet."), self, tone="muted")
        self.unnamed = plain_label("", self, tone="muted", wrap=True)
        self._lay_out()
        self._connect()

    def show_page(self, page: UnitPage) -> None:
        """Show this unit."""
        unit = page.unit
        self.name.setText(unit.name)
        parts = (unit.designation, page.parent.name if page.parent else "", country(unit.country))
        self.second.setText(" · ".join(part for part in parts if part))
        self.second.setVisible(bool(self.second.text()))
        self._show_chips(page)
        known = (each for each in (unit.side, unit.echelon, unit.branch) if each != "unknown")
        said = ", ".join(map(words.term, known))
        self.symbol.setAccessibleName(
            _("Symbol: {said}").format(said=said) if said else _("Symbol")
        )
        self.preview(code_of(unit))
        self.stands.show_rows(page.stands)
        self.mentions.show_rows(page.mentions)
        self.unplaced.setVisible(not page.stands)
        self.unnamed.setVisible(not page.mentions)
        named = _("No clip of this case names it.")
        self.unnamed.setText(named if page.is_own else _not_of_this_case())

    def preview(self, code: str) -> None:
        """Show the symbol of a code, which may be one that is being typed."""
        self._code = code
        self.code.setText(code)
        self._draw()

    def _show_chips(self, page: UnitPage) -> None:
        self.chips.clear()
        for place in page.places:
            chip = Chip(self._theme, place.name, Tint.LOCATION, self)
            chip.clicked.connect(lambda _on=False, place=place: self.place_wanted.emit(place.id))
            self.chips.addWidget(chip)
        for text, tint in _pills(page.unit):
            self.chips.addWidget(Pill(self._theme, text, tint, self))

    @Slot()
    def _draw(self) -> None:
        size = float(self._theme.px(SYMBOL))
        pixmap = self._symbols.pixmap(self._code, size, self.devicePixelRatioF())
        if pixmap is not None:
            self.symbol.setPixmap(pixmap)
            self.symbol.setFixedWidth(
                max(self._theme.px(ROOM), round(pixmap.deviceIndependentSize().width()))
            )

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(_("Edit…"), self.edit_wanted.emit)
        menu.addAction(_("Add a unit under it…"), self.part_wanted.emit)
        menu.addAction(_("Add position…"), self.position_wanted.emit)
        menu.addSeparator()
        menu.addAction(_("Remove"), self.remove_wanted.emit)
        return menu

    def _connect(self) -> None:
        self._symbols.ready.connect(self._draw)
        self._theme.changed.connect(self._draw)
        self.adding.clicked.connect(self.position_wanted)
        self.stands.taken.connect(lambda s: self.clip_wanted.emit(s.clip_id, s.anchor.id))
        self.mentions.taken.connect(lambda m: self.clip_wanted.emit(m.clip_id, m.anchor_id))
        self.stands.menu_wanted.connect(self._show_menu)
        if self._may_edit:
            self.stands.delete_wanted.connect(self.position_removed)
            self.stands.edit_wanted.connect(self.position_edited)

    @Slot(object, QPoint)
    def _show_menu(self, stand: Stand, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Open the clip"), lambda: self.stands.taken.emit(stand))
        menu.addAction(_("Show on the map"), lambda: self.position_mapped.emit(stand))
        if self._may_edit:
            menu.addSeparator()
            menu.addAction(_("Edit position…"), lambda: self.position_edited.emit(stand))
            menu.addAction(_("Remove position"), lambda: self.position_removed.emit(stand))
        menu.popup(place)

    def _lay_out(self) -> None:
        px = self._theme.px
        inside = Surface("panel")
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(22), px(22), px(20), px(22))
        column.setSpacing(px(8))
        column.addLayout(self._head())
        column.addSpacing(px(10))
        head = QHBoxLayout()
        title = _("Positions, each with what it rests on")
        head.addWidget(plain_label(title, self, size="strong", wrap=True), 1)
        head.addWidget(self.adding)
        column.addLayout(head)
        column.addWidget(self.unplaced)
        column.addWidget(self.stands)
        column.addSpacing(px(14))
        column.addWidget(plain_label(_("Mentions"), self, size="strong"))
        column.addWidget(self.unnamed)
        column.addWidget(self.mentions)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)

    def _head(self) -> QHBoxLayout:
        px = self._theme.px
        words_ = QVBoxLayout()
        words_.setSpacing(px(4))
        for label in (self.name, self.second, self.code):
            words_.addWidget(label)
        words_.addSpacing(px(2))
        words_.addLayout(self.chips)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(self.symbol, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words_, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        return row


class ShortList(QListView, Generic[R]):
    """A list as high as its rows, within what scrolls; a row is taken by a click or Enter."""

    taken = Signal(object)

    def __init__(self, theme: Theme, name: str, said: Callable[[R], str], parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: RowsModel[R] = RowsModel(said, self)
        self.setModel(self.rows)
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.clicked.connect(self._take)
        self.activated.connect(self._take)
        theme.changed.connect(self._fit)

    def show_rows(self, rows: Sequence[R]) -> None:
        """Show these; what is selected stays where the rows are the same."""
        if tuple(rows) != tuple(self.rows.rows):
            self.rows.set_rows(rows)
        self._fit()

    @override
    def setItemDelegate(self, delegate: QAbstractItemDelegate, /) -> None:
        super().setItemDelegate(delegate)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        height = self.sizeHintForRow(0) * len(self.rows.rows) if self.rows.rows else 0
        self.setFixedHeight(max(0, height))
        self.setVisible(bool(self.rows.rows))

    @Slot(QModelIndex)
    def _take(self, index: QModelIndex) -> None:
        self.taken.emit(self.rows.row(index))


class StandList(ShortList[Stand]):
    """Positions; Delete removes one, F2 edits it, the menu key says what else can be done."""

    delete_wanted = Signal(object)
    edit_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, _("Positions"), stand_words, parent)
        self.setItemDelegate(StandDelegate(theme, self))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = {Qt.Key.Key_Delete: self.delete_wanted, Qt.Key.Key_F2: self.edit_wanted}
        signal = wanted.get(Qt.Key(event.key()))
        index = self.currentIndex()
        if signal is not None and index.isValid():
            signal.emit(self.rows.row(index))
            return
        super().keyPressEvent(event)

    @Slot(QPoint)
    def _on_menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if not index.isValid():
            index = self.currentIndex()
        if index.isValid():
            self.menu_wanted.emit(self.rows.row(index), self.viewport().mapToGlobal(place))


def _pills(unit: Unit) -> list[tuple[str, Tint]]:
    pills = [(words.term(unit.side), TINTS.get(unit.side.value, Tint.NEUTRAL))]
    if unit.status != "present":
        pills.append((words.term(unit.status), Tint.NEUTRAL))
    if not unit.is_identified:
        pills.append((_("not identified"), Tint.AMBER))
    return pills


def _face(mention: Mention) -> Face:
    exact = " ".join(mention.exact.split())
    quote = _("“{words}”").format(words=exact) if exact else _("A region of a picture")
    return Face(mention.clip_title, quote, short(mention.clip_ref))


def _said(mention: Mention) -> str:
    face = _face(mention)
    return f"{face.first}, {face.second}, {face.right}"


def _not_of_this_case() -> str:
    return _("This case does not name it; it is here with the formation it belongs to.")
