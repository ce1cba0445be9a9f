"""The short lists of the map's inspector: as high as their rows, up to a few of them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from caseboard.i18n import _
from caseboard.model import numerals
from caseboard.model.spots import Spot
from caseboard.ui.delegates.brief import BriefDelegate
from caseboard.ui.delegates.ground import paint_ground
from caseboard.ui.delegates.line import Face
from caseboard.ui.itemmodels.paged import Role
from caseboard.ui.itemmodels.rows import RowsModel
from caseboard.ui.lib.paint import fill_round
from caseboard.ui.lib.section import Section
from caseboard.ui.lib.theme import Theme
from caseboard.ui.map.spot_words import said
from caseboard.ui.thumbnails import Thumbnails

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
MOST = 8
"""Rows that are seen at once; the others are scrolled to."""
THUMB, LARGE = 84, 160
"""How wide a photo is shown, and the one that is selected."""
GAP = 6


class ShortList(QListView, Generic[R]):
    """Rows that are `taken` by a click, Enter or Space."""

    taken = Signal(object)
    """The row."""

    def __init__(self, model: RowsModel[R], name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = model
        self.setModel(model)
        self.setProperty("surface", "panel_2")
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        self.clicked.connect(self._on_taken)
        model.modelReset.connect(self.fit)

    @Slot()
    def fit(self) -> None:
        """Be as high as the rows are."""
        height = self.itemDelegate().sizeHint(QStyleOptionViewItem(), QModelIndex()).height()
        self.setFixedHeight(max(1, min(MOST, self._rows.rowCount()) * height))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        keys = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        if event.key() in keys and index.isValid():
            self._on_taken(index)
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _on_taken(self, index: QModelIndex) -> None:
        self.taken.emit(self._rows.row(index))


class ListSection(Section, Generic[R]):
    """A heading with a count over a short list; hidden where the list is empty."""

    taken = Signal(object)
    """The row that the user took."""

    def __init__(
        self, theme: Theme, face: Callable[[R], Face], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, name, parent=parent)
        self._name = name
        self._face = face
        self.rows: RowsModel[R] = RowsModel(self._said, self)
        self.list: ShortList[R] = ShortList(self.rows, name, self)
        self.list.setItemDelegate(BriefDelegate(theme, face, self))
        self.list.taken.connect(self.taken)
        self.body.addWidget(self.list)
        theme.changed.connect(self.list.fit)

    def show_rows(self, rows: Sequence[R], title: str = "") -> None:
        """List these under a heading; without one it is the name and how many there are."""
        counted = _("{what} · {n}").format(what=self._name, n=numerals.count(len(rows)))
        self.set_title(title or counted)
        if tuple(rows) != tuple(self.rows.rows):
            self.rows.set_rows(rows)
        self.setVisible(bool(rows))

    def _said(self, row: R) -> str:
        face = self._face(row)
        pill = face.pill[0] if face.pill else ""
        return ", ".join(part for part in (pill, face.first, face.right) if part)


class PhotoSection(Section):
    """Small pictures side by side; hidden where there are none."""

    taken = Signal(object)
    """The `Spot` of the photo that the user took."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Photos here"), parent=parent)
        self.rows: RowsModel[Spot] = RowsModel(said, self)
        self.list: ShortList[Spot] = ShortList(self.rows, _("Photos here"), self)
        self._delegate = PhotoDelegate(theme, thumbnails, self)
        self.list.setItemDelegate(self._delegate)
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setSpacing(0)
        self.list.taken.connect(self.taken)
        self.rows.modelReset.disconnect(self.list.fit)
        self._theme = theme
        self.body.addWidget(self.list)
        thumbnails.loaded.connect(self.list.viewport().update)

    def show_photos(
        self, photos: Sequence[Spot], pictures: Mapping[str, str], *, is_itself: bool = False
    ) -> None:
        """Show these; `pictures` gives the SHA-256 of the small picture of each file.

        With `is_itself` it is the one that is selected, and is shown larger.
        """
        counted = _("{what} · {n}").format(what=_("Photos here"), n=numerals.count(len(photos)))
        self.set_title(_("Photo") if is_itself else counted)
        self._delegate.pictures = pictures
        self._delegate.side = LARGE if is_itself else THUMB
        self.rows.set_rows(photos)
        self._fit()
        self.setVisible(bool(photos))

    def _fit(self) -> None:
        step = self._delegate.step
        across = max(1, (self.list.width() or step * 3) // step)
        rows = min(3, -(-self.rows.rowCount() // across))
        self.list.setFixedHeight(max(1, rows * step + 2))


class PhotoDelegate(QStyledItemDelegate):
    """Paints the small picture of a photo, or a grey square until it is there."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._thumbnails = thumbnails
        self.pictures: Mapping[str, str] = {}
        self.side = THUMB

    @property
    def step(self) -> int:
        """From one picture to the next, in pixels."""
        return self._theme.px(self.side + GAP)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.step, self.step)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        any_option: Any = option  # Qt's stubs leave its fields out
        spot: Spot = index.data(Role.ROW)
        rect: QRect = any_option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, self._theme, rect, any_option.state, line=False)
        room = rect.adjusted(*(self._theme.px(n) for n in (3, 3, -3, -3)))
        ratio = painter.device().devicePixelRatioF()
        sha256 = self.pictures.get(spot.key.row_id, "")
        pixmap = self._thumbnails.get(sha256, room.width(), ratio) if sha256 else None
        if pixmap is None:
            fill_round(painter, room.toRectF(), self._theme.px(5), self._theme.tokens.line)
        else:
            painter.drawPixmap(room, pixmap)
        painter.restore()
