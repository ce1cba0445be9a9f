"""The map with the cards that float over it."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from caseboard.ui.lib.theme import Theme

MARGIN = 12
NARROWEST = 120
"""Pixels that a card at the foot needs beside the other; with less it stands above."""
Corner = Qt.Corner
_ARRANGING = {
    QEvent.Type.LayoutRequest,
    QEvent.Type.ShowToParent,
    QEvent.Type.HideToParent,
}


@dataclass(frozen=True, slots=True)
class Floating:
    """A card, and the corner it keeps to."""

    card: QWidget
    corner: Corner
    covers: bool = False
    """Whether no name of the map is put under it."""

    @property
    def is_right(self) -> bool:
        """Whether it keeps to the right edge."""
        return self.corner in {Corner.TopRightCorner, Corner.BottomRightCorner}

    @property
    def is_low(self) -> bool:
        """Whether it keeps to the foot."""
        return self.corner in {Corner.BottomLeftCorner, Corner.BottomRightCorner}


class MapFrame(QWidget):
    """Fills its room with the map; cards stand in its corners as large as they want to be.

    Several in one corner stand in a column, the first at the edge.

    Files of the kinds in `takes` may be dropped on it; all others are left to the window.
    """

    dropped = Signal(list)
    """The paths of files that were dropped."""
    covered = Signal(list)
    """`QRectF`s: where the cards that cover it stand now."""

    def __init__(self, theme: Theme, canvas: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.takes: frozenset[str] = frozenset()
        """Endings, each with its dot and in small letters."""
        self.setAcceptDrops(True)
        self._theme = theme
        self._canvas = canvas
        self._floating: list[Floating] = []
        canvas.setParent(self)
        theme.changed.connect(self.arrange)

    def add(self, card: QWidget, corner: Corner, *, covers: bool = False) -> None:
        """Let `card` stand in a corner, over the map; no name is put where one `covers` it.

        Of one that often changes its size that is not to be asked: names would jump.
        """
        card.setParent(self)
        card.installEventFilter(self)
        self._floating.append(Floating(card, corner, covers))
        card.raise_()
        self.arrange()

    def arrange(self) -> None:
        """Put everything in its place."""
        self._canvas.setGeometry(self.rect())
        margin = self._theme.px(MARGIN)
        room = self.rect().adjusted(margin, margin, -margin, -margin)
        taken = self._width_of(Corner.BottomRightCorner) + margin
        used = dict.fromkeys(Corner, 0)
        for each in self._floating:
            size = each.card.sizeHint().expandedTo(each.card.minimumSizeHint())
            size = size.boundedTo(room.size())
            lift = 0
            left = room.width() - taken
            if each.corner is Corner.BottomLeftCorner and size.width() > left:
                if left >= self._theme.px(NARROWEST):
                    size = QSize(left, max(size.height(), each.card.heightForWidth(left)))
                else:
                    lift = self._height_of(Corner.BottomRightCorner) + margin // 2
            x = room.right() + 1 - size.width() if each.is_right else room.left()
            y = room.bottom() + 1 - size.height() - lift if each.is_low else room.top()
            before = used[each.corner]
            each.card.resize(size)
            each.card.move(QPoint(x, y - before if each.is_low else y + before))
            if not each.card.isHidden():
                used[each.corner] += size.height() + margin // 2
        seen = (each for each in self._floating if each.covers and not each.card.isHidden())
        self.covered.emit([QRectF(each.card.geometry()) for each in seen])

    def _width_of(self, corner: Corner) -> int:
        return max((each.card.sizeHint().width() for each in self._seen(corner)), default=0)

    def _height_of(self, corner: Corner) -> int:
        return max((each.card.sizeHint().height() for each in self._seen(corner)), default=0)

    def _seen(self, corner: Corner) -> list[Floating]:
        there = (each for each in self._floating if each.corner is corner)
        return [each for each in there if not each.card.isHidden()]

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._consider(event)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._consider(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        if paths := self._taken(event):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(paths)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A card that wants another size takes it."""
        if event.type() in _ARRANGING:
            self.arrange()
        return super().eventFilter(watched, event)

    def _consider(self, event: QDropEvent) -> None:
        if self._taken(event):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def _taken(self, event: QDropEvent) -> list[Path]:
        """The files that are dragged, if each of them may be dropped here."""
        urls = event.mimeData().urls()
        paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        is_ours = all(path.suffix.lower() in self.takes for path in paths)
        return paths if is_ours and len(paths) == len(urls) else []
