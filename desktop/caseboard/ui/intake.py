"""From what Qt gave us to what can be taken in: pictures in memory are written out."""

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from caseboard.capture.drop import Drop, Flavour
from caseboard.capture.folder import LeftOut, Walked
from caseboard.model.terms import Method
from caseboard.ui.dropping import Payload


@dataclass(frozen=True, slots=True)
class Gathered:
    """What can be taken in, and which files are left out of it."""

    drop: Drop
    left_out: tuple[LeftOut, ...] = ()
    is_stopped: bool = False
    """Whether the user stopped the looking."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left to take in."""
        return not self.drop.files and not self.drop.flavours


def gather(payload: Payload, method: Method) -> Gathered:
    """Make a `Drop` of the flavours of a drag or paste; draws, so not for the loop's thread."""
    flavours = [Flavour(media_type, data) for media_type, data in payload.flavours]
    if payload.image is not None and not payload.image.isNull():
        flavours.insert(0, Flavour("image/png", _png(payload.image)))
    return Gathered(Drop(tuple(flavours), method=method))


def of_files(walked: Walked, method: Method) -> Gathered:
    """What was found in files and folders."""
    drop = Drop(files=tuple(walked.files), method=method)
    return Gathered(drop, tuple(walked.left_out), walked.is_stopped)


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs leave out str
    return bytes(buffer.data().data())
