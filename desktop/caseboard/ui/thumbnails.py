"""Small pictures of clips, loaded off the GUI thread and kept while there is room."""

import asyncio
from collections import OrderedDict

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap, QPixmapCache

from caseboard.store.files import FileStore
from caseboard.ui.jpeg import read_jpeg
from caseboard.ui.lib.asyncui import async_slot

WAITING = 60  # no list shows more rows at once; what scrolled by need not be loaded
KEPT_KB = 24_000


class Thumbnails(QObject):
    """Gives the thumbnail with a SHA-256, cut to a square; `loaded` says when another is here.

    Only JPEGs that this program itself has made may be asked for.
    """

    loaded = Signal(str)

    def __init__(self, files: FileStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files = files
        self._wanted: OrderedDict[str, int] = OrderedDict()
        self._broken: set[str] = set()
        self._is_loading = False
        QPixmapCache.setCacheLimit(KEPT_KB)

    def get(self, sha256: str, side: int, ratio: float) -> QPixmap | None:
        """The picture, `side` points wide, or None until `loaded` names it."""
        pixels = round(side * ratio)
        pixmap = QPixmap()
        if QPixmapCache.find(_key(sha256, pixels), pixmap):
            pixmap.setDevicePixelRatio(ratio)
            return pixmap
        if sha256 not in self._broken:
            self._want(sha256, pixels)
        return None

    def _want(self, sha256: str, pixels: int) -> None:
        self._wanted[sha256] = pixels
        self._wanted.move_to_end(sha256)
        while len(self._wanted) > WAITING:
            self._wanted.popitem(last=False)
        if not self._is_loading:
            self._is_loading = True
            self._load()

    @async_slot()
    async def _load(self) -> None:
        """Load what is wanted, the newest wish first."""
        try:
            while self._wanted:
                sha256, pixels = self._wanted.popitem()
                image = await asyncio.to_thread(_read, self._files, sha256, pixels)
                if image.isNull():
                    self._broken.add(sha256)
                else:
                    QPixmapCache.insert(_key(sha256, pixels), QPixmap.fromImage(image))
                    self.loaded.emit(sha256)
        finally:
            self._is_loading = False


def _key(sha256: str, pixels: int) -> str:
    return f"thumbnail {pixels} {sha256}"


def _read(files: FileStore, sha256: str, pixels: int) -> QImage:
    image = read_jpeg(files, sha256)
    if image.isNull():
        return image
    wide = Qt.AspectRatioMode.KeepAspectRatioByExpanding
    smooth = Qt.TransformationMode.SmoothTransformation
    scaled = image.scaled(QSize(pixels, pixels), wide, smooth)
    left, top = (scaled.width() - pixels) // 2, (scaled.height() - pixels) // 2
    return scaled.copy(QRect(left, top, pixels, pixels))
