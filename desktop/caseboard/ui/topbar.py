"""The bar at the top: which case, its marking, the field to search in, Clip and Brief."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from caseboard.i18n import _
from caseboard.ui.actions import Actions
from caseboard.ui.lib.buttons import ThemedIcon, menu_button, push_button
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.marking import MarkingBadge
from caseboard.ui.lib.paint import fill_round, focus_ring, painter_for
from caseboard.ui.lib.search import SearchField
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme, Weight

HEIGHT = 48
SIDE = 330
"""Both ends are at least this wide where there is room, so that the field stands in the middle."""


class TopBar(Surface):
    """What stands over everything; `show_case` and `show_library` choose between its two faces."""

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("panel", "bottom", parent)
        self._theme = theme
        self.name = plain_label(_("Caseboard"), self, size="heading")
        self.case = CaseButton(theme, self)
        self.marking = MarkingBadge(theme, "TLP:CLEAR", self)
        self.field = SearchField(theme, _("Search all cases"), "Ctrl K", self)
        self.field.setAcceptDrops(False)  # what is dropped on the window becomes a clip
        ways = ("clip_files", "clip_folder", "import_list", "clip_link", "clip_screen", "paste")
        self.clip = menu_button(_("Clip"), _menu(self, actions, *ways))
        ThemedIcon(theme, self.clip, "plus", "text")
        self.brief = push_button(theme, _("Brief…"), self, primary=True)
        self.brief.clicked.connect(actions["brief"].trigger)
        self.open_library = push_button(theme, _("Open library…"), self)
        self.open_library.clicked.connect(actions["open_library"].trigger)
        self.new_case = push_button(theme, _("New case"), self, primary=True)
        self.new_case.clicked.connect(actions["new_case"].trigger)
        self._left, self._right = QWidget(self), QWidget(self)
        _row(self._left, self.name, self.case, self.marking).addStretch()
        right = _row(self._right)
        right.addStretch()
        for button in (self.clip, self.brief, self.open_library, self.new_case):
            right.addWidget(button)
        self._row = _row(self, self._left)
        self._row.addWidget(self.field, 2)
        self._row.addWidget(self._right)
        self._row.setStretch(0, 1)
        self._row.setStretch(2, 1)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self.show_library()

    def show_library(self) -> None:
        """No case is open."""
        self._show_face(is_case=False)
        self._ask_for(_("Search all cases"))

    def show_case(self, title: str, when: str, marking: str) -> None:
        """A case is open; `when` is the month it was opened in."""
        self.case.set_case(title, when)
        self.marking.set_marking(marking)
        self._show_face(is_case=True)
        self._ask_for(_("Search this case, or type > for a command"))

    def _ask_for(self, words: str) -> None:
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)

    def _show_face(self, *, is_case: bool) -> None:
        of_case: tuple[QWidget, ...] = (self.case, self.marking, self.clip, self.brief)
        of_library: tuple[QWidget, ...] = (self.name, self.open_library, self.new_case)
        for widget in of_case:
            widget.setVisible(is_case)
        for widget in of_library:
            widget.setVisible(not is_case)

    @Slot()
    def _on_theme_changed(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(14), 0, px(14), 0)
        self._row.setSpacing(px(12))
        self.setFixedHeight(px(HEIGHT))


class CaseButton(QAbstractButton):
    """The name of the open case and its month; pressed, it wants the menu of cases.

    `menu_wanted` is sent with the place under it.
    """

    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._when = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self.updateGeometry)

    def set_case(self, title: str, when: str) -> None:
        """Show this name."""
        self._when = when
        self.setText(title)
        self.setAccessibleName(_("Case {title}").format(title=title))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        px = self._theme.px
        return QSize(self._title_width() + self._when_width() + px(36), px(30))

    @override
    def minimumSizeHint(self) -> QSize:
        px = self._theme.px
        return QSize(min(self._title_width() + px(22), px(240)), px(30))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        px, tokens = self._theme.px, self._theme.tokens
        painter = painter_for(self)
        if self.underMouse():
            fill_round(painter, QRectF(self.rect()), px(7), tokens.neutral_soft)
        room = self.rect().adjusted(px(2), 0, -px(18), 0)
        title = QRect(room)
        title.setWidth(min(self._title_width(), room.width()))
        painter.setFont(self._theme.ui_font(14, Weight.DemiBold))
        painter.setPen(tokens.text)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, title.width()
        )
        painter.drawText(title, middle, shown)
        end = title.right() + 1
        if room.right() - end >= self._when_width() + px(8):
            painter.setFont(self._theme.ui_font(11.5))
            painter.setPen(tokens.muted)
            painter.drawText(room.adjusted(title.width() + px(8), 0, 0, 0), middle, self._when)
            end += px(8) + self._when_width()
        arrow = self._theme.pixmap("chevron-down", 12, tokens.muted, self.devicePixelRatioF())
        painter.drawPixmap(end + px(3), (self.height() - px(12)) // 2, arrow)
        if self.hasFocus():
            focus_ring(painter, self._theme, QRectF(self.rect()), px(7))

    def _title_width(self) -> int:
        return QFontMetrics(self._theme.ui_font(14, Weight.DemiBold)).horizontalAdvance(
            self.text()
        ) + self._theme.px(2)

    def _when_width(self) -> int:
        return QFontMetrics(self._theme.ui_font(11.5)).horizontalAdvance(self._when)

    @Slot()
    def _on_clicked(self) -> None:
        self.menu_wanted.emit(self.mapToGlobal(QPoint(0, self.height() + 2)))


def _menu(parent: QWidget, actions: Actions, *keys: str) -> QMenu:
    menu = QMenu(parent)
    for key in keys:
        menu.addAction(actions[key])
    return menu


def _row(parent: QWidget, *widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(parent)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    for widget in widgets:
        row.addWidget(widget)
    return row
