"""A list of pictures, small."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QImage, QPixmap
from typing_extensions import override

from caseboard.model.clip import ClipFile
from caseboard.model.ids import FileId
from caseboard.ui.lib.labels import plain_tip
from caseboard.ui.reader.figures import LoadImage

THUMBNAIL = 64
Index = QModelIndex | QPersistentModelIndex


class PictureModel(QAbstractListModel):
    """The pictures of one clip, with thumbnails made when they are first shown."""

    def __init__(self, load_image: LoadImage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._load_image = load_image
        self._files: Sequence[ClipFile] = ()
        self._thumbnails: dict[FileId, QPixmap] = {}

    @property
    def files(self) -> Sequence[ClipFile]:
        """The pictures, in order."""
        return self._files

    def set_files(self, files: Sequence[ClipFile]) -> None:
        """List these."""
        self.beginResetModel()
        self._files = files
        self._thumbnails.clear()
        self.endResetModel()

    def image(self, row: int) -> QImage:
        """The picture of a row; null where it is not there yet."""
        return self._load_image(self._files[row])

    def refresh(self, file_id: FileId) -> int | None:
        """A picture has come: show its thumbnail; its row, or None where it is not listed."""
        for row, file in enumerate(self._files):
            if file.id == file_id:
                self._thumbnails.pop(file_id, None)
                self.dataChanged.emit(self.index(row), self.index(row))
                return row
        return None

    @override
    def rowCount(self, parent: Index = QModelIndex(), /) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._files)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        if not index.isValid():
            return None
        file = self._files[index.row()]
        if role == Qt.ItemDataRole.DecorationRole:
            return self._thumbnail(file)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return file.caption or file.alt or file.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(file.name)
        return None

    def _thumbnail(self, file: ClipFile) -> QPixmap:
        if file.id not in self._thumbnails:
            self._thumbnails[file.id] = square(self._load_image(file), THUMBNAIL)
        return self._thumbnails[file.id]


def square(image: QImage, side: int) -> QPixmap:
    """The middle of a picture as a square of `side` pixels; clear where there is no picture."""
    if image.isNull():
        empty = QPixmap(side, side)
        empty.fill(Qt.GlobalColor.transparent)
        return empty
    expanding = Qt.AspectRatioMode.KeepAspectRatioByExpanding
    filled = image.scaled(side, side, expanding, Qt.TransformationMode.SmoothTransformation)
    x, y = (filled.width() - side) // 2, (filled.height() - side) // 2
    return QPixmap.fromImage(filled.copy(x, y, side, side))
