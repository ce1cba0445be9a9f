"""Draws a clip's pictures among its text, never wider than the column."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QImage,
    QPainter,
    QPainterPath,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)
from typing_extensions import override

from caseboard.i18n import _
from caseboard.model.clip import ClipFile
from caseboard.model.ids import FileId
from caseboard.ui.lib.theme import Theme
from caseboard.ui.reader.outline import Figure
from caseboard.ui.reader.typeset import FIGURE_INDEX

LoadImage = Callable[[ClipFile], QImage]
"""Gives the upright picture, already made safe; a null image where it is not there (yet)."""

RADIUS = 6
HIGHEST = 420
UNKNOWN = QSizeF(640, 240)


class Figures(QPyTextObject):
    """The pictures of one document: each fits the column and is at most `HIGHEST` pixels high."""

    def __init__(self, theme: Theme, load_image: LoadImage, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._load_image = load_image
        self._files: Sequence[ClipFile] = ()
        self._images: dict[FileId, QImage] = {}
        self._scaled: dict[FileId, QImage] = {}

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Draw these from now on."""
        self._files = [figure.file for figure in figures]
        self._images.clear()
        self._scaled.clear()

    def forget(self, file_id: FileId) -> bool:
        """Load a picture anew when it is next drawn; whether it is one of these."""
        self._images.pop(file_id, None)
        self._scaled.pop(file_id, None)
        return any(file.id == file_id for file in self._files)

    def file(self, text_format: QTextFormat) -> ClipFile | None:
        """The file that a document's object stands for."""
        index = text_format.property(FIGURE_INDEX)
        return self._files[index] if isinstance(index, int) and index < len(self._files) else None

    @override
    def intrinsicSize(
        self, doc: QTextDocument, _position: int, text_format: QTextFormat, /
    ) -> QSizeF:
        file = self.file(text_format)
        if file is None:
            return QSizeF(1, 1)
        margins = doc.rootFrame().frameFormat()
        column = doc.textWidth() - margins.leftMargin() - margins.rightMargin()
        return fitted(self._natural_size(file), QSizeF(max(16.0, column), self._theme.px(HIGHEST)))

    @override
    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF,  # type: ignore[override]  # Qt never gives it the QRect its stub allows
        _doc: QTextDocument,
        _position: int,
        text_format: QTextFormat,
        /,
    ) -> None:
        file = self.file(text_format)
        if file is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(rect, RADIUS, RADIUS)
        painter.setClipPath(outline)
        image = self._sharp(file, rect.size(), painter.device().devicePixelRatioF())
        if image.isNull():
            self._draw_waiting(painter, rect, file)
        else:
            painter.drawImage(rect, image)
        painter.restore()

    def _draw_waiting(self, painter: QPainter, rect: QRectF, file: ClipFile) -> None:
        tokens = self._theme.tokens
        painter.fillRect(rect, tokens.window)
        painter.setPen(tokens.muted)
        painter.setFont(self._theme.ui_font(12))
        words = file.alt or _("The picture is not here yet.")
        room = rect.adjusted(12, 8, -12, -8)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)

    def _natural_size(self, file: ClipFile) -> QSizeF:
        image = self._image(file)
        if not image.isNull():
            return QSizeF(image.size())
        width, height = file.meta.get("width"), file.meta.get("height")
        if isinstance(width, int) and isinstance(height, int) and width > 0 and height > 0:
            return QSizeF(width, height)
        return UNKNOWN

    def _image(self, file: ClipFile) -> QImage:
        if file.id not in self._images:
            self._images[file.id] = self._load_image(file)
        return self._images[file.id]

    def _sharp(self, file: ClipFile, size: QSizeF, ratio: float) -> QImage:
        """The picture in the very pixels of the screen, made once for each size."""
        wanted = QSize(round(size.width() * ratio), round(size.height() * ratio))
        image = self._image(file)
        if image.isNull() or image.width() <= wanted.width():
            return image
        known = self._scaled.get(file.id)
        if known is None or known.size() != wanted:
            known = image.scaled(wanted, mode=Qt.TransformationMode.SmoothTransformation)
            self._scaled[file.id] = known
        return known


def fitted(size: QSizeF, room: QSizeF) -> QSizeF:
    """`size` made to fit `room` in its own proportions, never larger than it is."""
    factor = min(1.0, room.width() / size.width(), room.height() / size.height())
    return QSizeF(max(1.0, size.width() * factor), max(1.0, size.height() * factor))
