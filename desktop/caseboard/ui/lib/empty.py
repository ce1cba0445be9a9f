"""What a view says when it has nothing: one sentence and one action."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from caseboard.ui.lib.buttons import push_button
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.paint import outline_round, painter_for
from caseboard.ui.lib.theme import Theme

WIDTH = 340


class EmptyState(QWidget):
    """One sentence, and a button where there is something to do; `acted` when it is pressed.

    Where things may be dropped, a dashed frame says so.
    """

    acted = Signal()

    def __init__(
        self,
        theme: Theme,
        sentence: str,
        action: str = "",
        *,
        icon: str = "",
        second: str = "",
        dashed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`second` is a smaller line under the sentence."""
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._dashed = dashed
        self.setAccessibleName(sentence)
        self.picture = _centred("")
        self.sentence = _centred(sentence)
        self.second = _centred(second, small=True)
        self.button = push_button(theme, action, self)
        self.button.clicked.connect(self.acted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 14, 24, 14)
        layout.setSpacing(4)
        layout.addStretch()
        for widget in (self.picture, self.sentence, self.second):
            layout.addWidget(widget)
        layout.addSpacing(8 if action else 0)
        layout.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()
        self.say(sentence, action, second=second)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def say(self, sentence: str, action: str = "", *, second: str = "") -> None:
        """Say something else, such as what a search did not find."""
        self.setAccessibleName(sentence)
        self.sentence.setText(sentence)
        self.second.setText(second)
        self.second.setVisible(bool(second))
        self.button.setText(action)
        self.button.setVisible(bool(action))

    @override
    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(self._theme.px(WIDTH), 0))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._dashed:
            dashes = Qt.PenStyle.CustomDashLine
            outline_round(
                painter_for(self),
                QRectF(self.rect()),
                self._theme.px(9),
                self._theme.tokens.faint,
                1.5,
                dashes,
            )

    @Slot()
    def _on_theme_changed(self) -> None:
        self.picture.setVisible(bool(self._icon))
        if self._icon:
            self.picture.setPixmap(self._picture())
        self.update()

    def _picture(self) -> QPixmap:
        faint = self._theme.tokens.faint
        return self._theme.pixmap(self._icon, 28, faint, self.devicePixelRatioF())


def _centred(text: str, *, small: bool = False) -> QLabel:
    label = plain_label(text, tone="muted", size="small" if small else "", wrap=True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label
