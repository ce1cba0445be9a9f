"""Unit symbols for painters of the window: drawn off its thread, and then at hand."""

import asyncio

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from shiboken6 import isValid

from caseboard.mapping import sidc
from caseboard.mapping.symbol_picture import SymbolPicture
from caseboard.mapping.symbols import SymbolMaker
from caseboard.model.entities import Unit
from caseboard.ui.lib.asyncui import async_slot

Key = tuple[str, float]


def code_of(unit: Unit) -> str:
    """The code of a unit; one that says what is known of it, where none was set."""
    return unit.sidc or sidc.code(unit.side, unit.echelon, unit.branch, unit.status)


class SymbolPixmaps(QObject):
    """Answers at once with what it has, asks for what it lacks, and says when that is `ready`."""

    ready = Signal()

    def __init__(self, maker: SymbolMaker, parent: QObject) -> None:
        super().__init__(parent)
        self._maker = maker
        self._made: dict[tuple[str, float, float], QPixmap] = {}
        self._wanted: set[Key] = set()
        self._is_asking = False

    def pixmap(self, code: str, size: float, ratio: float) -> QPixmap | None:
        """The symbol, its frame `size` pixels high at `ratio` device pixels each; None until then.

        Also None for what is no code.
        """
        key = (code, size, ratio)
        if key in self._made:
            return self._made[key]
        picture = self._maker.drawn(code, size)
        if picture is None:
            if sidc.is_code(code):
                self._want((code, size))
            return None
        self._made[key] = drawn(picture, ratio)
        return self._made[key]

    def _want(self, key: Key) -> None:
        self._wanted.add(key)
        if not self._is_asking:
            self._is_asking = True
            self._ask()

    @async_slot()
    async def _ask(self) -> None:
        try:
            while self._wanted:
                keys, self._wanted = self._wanted, set()
                await asyncio.to_thread(self._draw, keys)
                if not isValid(self):
                    return
                self.ready.emit()
        finally:
            self._is_asking = False

    def _draw(self, keys: set[Key]) -> None:
        for code, size in keys:
            self._maker.picture(code, size)


def drawn(picture: SymbolPicture, ratio: float) -> QPixmap:
    """The picture of a symbol as pixels, `ratio` of them to each of the window's."""
    pixmap = QPixmap(round(picture.width * ratio), round(picture.height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer = QSvgRenderer(QByteArray(picture.svg.encode()))
    renderer.render(painter, QRectF(0, 0, picture.width, picture.height))
    painter.end()
    return pixmap
