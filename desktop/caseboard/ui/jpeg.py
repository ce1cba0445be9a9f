"""Reading the JPEGs that this program itself has made; nothing else is ever decoded by Qt."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageReader

from caseboard.store.files import FileDamaged, FileStore


def read_jpeg(files: FileStore, sha256: str) -> QImage:
    """The picture with this hash; null where its file is damaged or is no JPEG. Blocks."""
    try:
        return decode_jpeg(files.read(sha256))
    except FileDamaged:
        return QImage()  # what is around it is still readable; `verify` names the file


def decode_jpeg(data: bytes) -> QImage:
    """The picture in `data`, which the worker has just made; null where it is no JPEG."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"jpeg"))
    reader.setAutoDetectImageFormat(False)
    return reader.read()
