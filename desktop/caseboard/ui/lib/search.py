"""The field one searches in."""

from PySide6.QtCore import QEvent, QRectF, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from caseboard.ui.lib.keys import KeyCap
from caseboard.ui.lib.paint import painter_for
from caseboard.ui.lib.theme import Theme

WIDEST = 520
ROOM = 200  # narrower than this the key would stand on the words


class SearchField(QLineEdit):
    """A line with a glass before it and, while it is empty, the key that leads here after it.

    Escape empties it first, and is left to others when it is empty.
    """

    def __init__(
        self, theme: Theme, placeholder: str, key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cap = KeyCap(theme, key, self) if key else None
        self.setProperty("search", True)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.textChanged.connect(self._on_text_changed)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.textEdited.emit("")
            return
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_cap()
        self._on_text_changed()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self._place_cap()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self._theme.px(15)
        place = QRectF(self._theme.px(10), (self.height() - side) / 2, side, side)
        picture = self._theme.pixmap(
            "search", 15, self._theme.tokens.faint, self.devicePixelRatioF()
        )
        painter_for(self).drawPixmap(place.topLeft(), picture)

    @Slot()
    def _on_text_changed(self) -> None:
        if self._cap is not None:
            self._cap.setVisible(not self.text() and self.width() > self._theme.px(ROOM))

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setMaximumWidth(self._theme.px(WIDEST))
        cap = 0 if self._cap is None else self._cap.sizeHint().width()
        self.setTextMargins(self._theme.px(20), 0, cap, 0)
        self._place_cap()
        self.update()

    def _place_cap(self) -> None:
        if self._cap is not None:
            self._cap.resize(self._cap.sizeHint())
            x = self.width() - self._cap.width() - self._theme.px(9)
            self._cap.move(x, (self.height() - self._cap.height()) // 2)
