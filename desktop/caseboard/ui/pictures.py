"""The pictures of the clip being read: the safe copies the worker made, loaded off the loop."""

import asyncio
from collections import OrderedDict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from caseboard.commands.clips import DISPLAY, THUMBNAIL
from caseboard.model.clip import ClipFile
from caseboard.model.terms import FileRole
from caseboard.store.files import FileStore
from caseboard.ui.jpeg import read_jpeg
from caseboard.ui.lib.asyncui import async_slot

if TYPE_CHECKING:
    from caseboard.model.ids import FileId

KEPT = 24  # a picture to show takes up to 16 MB


class Pictures(QObject):
    """Answers `load` with what is there and fetches the rest; `loaded` says that a file came.

    A picture is never decoded from foreign bytes: it is shown through the derivative of the same
    ordinal, or, where there is none, not at all.
    """

    loaded = Signal(str)
    """The id of the file that can be drawn now."""

    def __init__(self, files: FileStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = files
        self._shown: dict[FileId, str] = {}
        self._images: OrderedDict[str, QImage] = OrderedDict()
        self._asked: set[str] = set()

    def show_files(self, files: Sequence[ClipFile]) -> None:
        """Serve the pictures among these files of one clip."""
        copies: dict[int, str] = {}
        for step in (THUMBNAIL, DISPLAY):  # the larger one wins
            copies |= {f.ordinal: f.sha256 for f in files if _is_copy(f, step)}
        self._shown = {
            f.id: copies[f.ordinal]
            for f in files
            if f.role is not FileRole.DERIVATIVE
            and f.media_type.startswith("image/")
            and f.ordinal in copies
        }

    def load(self, file: ClipFile) -> QImage:
        """The upright picture; a null image until `loaded`, or for ever where there is none."""
        sha256 = self._shown.get(file.id, "")
        if sha256 in self._images:
            self._images.move_to_end(sha256)
            return self._images[sha256]
        if sha256 and sha256 not in self._asked:
            self._asked.add(sha256)
            self._fetch(sha256)
        return QImage()

    @async_slot()
    async def _fetch(self, sha256: str) -> None:
        image = await asyncio.to_thread(read_jpeg, self._store, sha256)
        if image.isNull():
            return
        self._asked.discard(sha256)
        self._images[sha256] = image
        while len(self._images) > KEPT:
            self._images.popitem(last=False)
        for file_id, shown in tuple(self._shown.items()):
            if shown == sha256:
                self.loaded.emit(file_id)


def _is_copy(file: ClipFile, step: str) -> bool:
    return file.role is FileRole.DERIVATIVE and file.step == step
