"""Drags over the window, and what a drag or the clipboard holds."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from caseboard.i18n import _, ngettext
from caseboard.ui.lib.overlay import DropOverlay
from caseboard.ui.lib.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable

_NOT_CONTENT = (
    "XdndDirectSave0",  # asks the giver to write a file: not a form of what is given
    "application/x-qt-image",  # Qt's own name for a picture, empty as bytes
    "application/x-qabstractitemmodeldatalist",
    "DELETE",
    "MULTIPLE",
    "SAVE_TARGETS",
    "TARGETS",
    "TIMESTAMP",
)


@dataclass(frozen=True, slots=True)
class Payload:
    """What a drag or the clipboard held, read while Qt still had it."""

    flavours: tuple[tuple[str, bytes], ...] = ()
    """Media type and bytes, in the giver's order, which is best first."""
    files: tuple[Path, ...] = ()
    """Files and folders of this machine."""
    image: QImage | None = field(default=None, compare=False)
    """A picture the giver holds in memory alone."""

    def __bool__(self) -> bool:
        return bool(self.flavours or self.files or self.image)


def payload_of(mime: QMimeData | None) -> Payload:
    """Every form `mime` offers; nothing is opened and nothing fetched.

    A clipboard that holds nothing gives None on some platforms, whatever the stubs say.
    """
    if mime is None:
        return Payload()
    files = tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    names = [name for name in mime.formats() if name not in _NOT_CONTENT]
    flavours = tuple((name, bytes(mime.data(name).data())) for name in names)
    flavours = tuple((name, data) for name, data in flavours if data)
    is_only_in_memory = mime.hasImage() and not any(n.startswith("image/") for n, _d in flavours)
    image = QImage(mime.imageData()) if is_only_in_memory else None
    return Payload(flavours, files, image)


def describe(mime: QMimeData) -> str:
    """What is held, as a phrase after "Clip": "3 files", "this link"; empty for nothing."""
    local = [url for url in mime.urls() if url.isLocalFile()]
    if local:
        return ngettext("{n} file", "{n} files", len(local))
    if mime.hasImage() or any(name.startswith("image/") for name in mime.formats()):
        return _("this picture")
    if mime.hasUrls():
        return ngettext("{n} link", "{n} links", len(mime.urls()))
    if mime.hasHtml():
        return _("this selection")
    return _("this text") if mime.hasText() else ""


class DropTarget(QObject):
    """Lets a whole window take drops, and says over it what one will do.

    `dropped` is sent with a `Payload`. What is dragged within the program is left alone.
    """

    dropped = Signal(object)

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self.overlay = DropOverlay(window, theme)
        self.is_open = False
        """Whether drops are taken now."""
        self.sentence: Callable[[str], str] = lambda what: what
        """From what is dragged to the sentence over the window."""
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._window:
            return False
        kind = event.type()
        if kind == QEvent.Type.DragEnter:
            return self._on_enter(cast("QDragEnterEvent", event))
        if kind == QEvent.Type.DragMove:
            return self._on_move(cast("QDragMoveEvent", event))
        if kind == QEvent.Type.DragLeave:
            self.overlay.hide()
        if kind == QEvent.Type.Drop:
            return self._on_drop(cast("QDropEvent", event))
        return False

    def _takes(self, event: QDropEvent) -> bool:
        return self.is_open and event.source() is None and bool(describe(event.mimeData()))

    def _on_enter(self, event: QDragEnterEvent) -> bool:
        if not self._takes(event):
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.overlay.show_text(self.sentence(describe(event.mimeData())))
        return True

    def _on_move(self, event: QDragMoveEvent) -> bool:
        if not self._takes(event):
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        return True

    def _on_drop(self, event: QDropEvent) -> bool:
        self.overlay.hide()
        if not self._takes(event):
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(payload_of(event.mimeData()))
        return True
