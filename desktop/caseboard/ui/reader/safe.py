"""What a document on the screen may read: nothing but what it is handed."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage

LINK_SCHEMES = frozenset({"http", "https", "mailto"})


def blank() -> QImage:
    """A picture of one clear pixel.

    Qt takes a null image, None or no bytes as leave to open the name as a file on its own.
    """
    image = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image


def shown_link(url: QUrl) -> str:
    """The whole address with its host in punycode, or nothing where it is not to be opened."""
    if not url.isValid() or url.scheme().lower() not in LINK_SCHEMES:
        return ""
    return bytes(url.toEncoded().data()).decode("ascii", "replace")
