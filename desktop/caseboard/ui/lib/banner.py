"""A notice inside a view: what happened, and what can be done about it."""

from collections.abc import Callable, Sequence
from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from caseboard.i18n import _
from caseboard.ui.lib.buttons import link_button, tool_button
from caseboard.ui.lib.flow import FlowLayout
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.paint import fill_round, painter_for
from caseboard.ui.lib.theme import Theme
from caseboard.ui.lib.tokens import Tint, colours


class Kind(Enum):
    """What a notice is, by its icon and its colour."""

    NEWS = ("info", Tint.ACCENT)
    DONE = ("circle-check", Tint.SUPPORTS)
    CARE = ("triangle-alert", Tint.AMBER)
    ERROR = ("circle-alert", Tint.CONTRADICTS)

    def __init__(self, icon: str, tint: Tint) -> None:
        self.icon = icon
        self.tint = tint


Action = tuple[str, Callable[[], object]]


class Banner(QWidget):
    """A bar with a sentence, actions and a close button; hidden until it has something to say.

    Nothing moves under the user's hands but by `show_notice`: it does not go away by itself.
    """

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = Kind.NEWS
        self.picture = plain_label()
        self.text = plain_label(wrap=True, selectable=True)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._actions = QWidget(self)
        self._flow = FlowLayout(self._actions)
        self.close_button = tool_button(theme, "x", _("Close this notice"), self)
        self.close_button.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(8)
        row.addWidget(self.picture)
        row.addWidget(self.text, 1)
        row.addWidget(self._actions, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.close_button)
        theme.changed.connect(self._on_theme_changed)
        self.hide()

    def show_notice(self, kind: Kind, text: str, actions: Sequence[Action] = ()) -> None:
        """Say `text`, with a button for each action; any of them closes the notice."""
        self._kind = kind
        self.text.setText(text)
        self.setAccessibleName(text)
        self._flow.clear()
        for name, act in actions:
            self._add(name, act)
        self._actions.setVisible(bool(actions))
        self._actions.setMinimumWidth(self._width_of_actions())
        self._on_theme_changed()
        self.show()

    @Slot()
    def dismiss(self) -> None:
        """Take the notice away."""
        self.hide()
        self.closed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        ground = colours(self._theme.tokens, self._kind.tint)[1]
        fill_round(painter_for(self), QRectF(self.rect()), self._theme.px(7), ground)

    def _add(self, name: str, act: Callable[[], object]) -> None:
        button = link_button(name, self._actions)

        def on_clicked() -> None:
            self.dismiss()
            act()

        button.clicked.connect(on_clicked)
        self._flow.addWidget(button)
        button.show()

    def _width_of_actions(self) -> int:
        items = [self._flow.itemAt(i) for i in range(self._flow.count())]
        widths = [item.sizeHint().width() + self._flow.spacing() for item in items if item]
        return sum(widths)

    @Slot()
    def _on_theme_changed(self) -> None:
        words = colours(self._theme.tokens, self._kind.tint)[0]
        ratio = self.devicePixelRatioF()
        self.picture.setPixmap(self._theme.pixmap(self._kind.icon, 16, words, ratio))
        self.picture.setFixedSize(QSize(self._theme.px(16), self._theme.px(16)))
        self.update()
