"""The frame of the program: top bar, rail, a middle, status line. It knows no library."""

import base64

from PySide6.QtCore import QByteArray, QEvent, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.runtime.settings import SettingsFile
from caseboard.ui.actions import Actions
from caseboard.ui.dropping import DropTarget
from caseboard.ui.lib.banner import Banner
from caseboard.ui.lib.skeleton import Skeleton
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme
from caseboard.ui.rail import Rail
from caseboard.ui.statusbar import StatusLine
from caseboard.ui.topbar import TopBar

SIZE = (1440, 900)
SMALLEST = (760, 480)
NARROW = 1240
"""A window less wide than this shows the rail as icons."""
NAME = "main"


class MainWindow(QMainWindow):
    """The one window. It stands before anything is read; what comes later fills its middle.

    `wants_to_close` is sent when the user closes it; whoever listens ends the work and then
    calls `let_go`.
    """

    wants_to_close = Signal()
    painted = Signal()
    """Once, after the first paint."""

    def __init__(self, theme: Theme, settings: SettingsFile) -> None:
        super().__init__()
        self.theme = theme
        self._settings = settings
        self._may_close = False
        self._is_painted = False
        self.actions_ = Actions(self)
        self.top = TopBar(theme, self.actions_, self)
        self.rail = Rail(theme, self)
        self.status = StatusLine(theme, self)
        self.banner = Banner(theme, self)
        self.middle = QStackedWidget(self)
        self._waiting = Skeleton(theme, parent=self)
        self.middle.addWidget(self._waiting)
        self.setCentralWidget(self._put_together())
        self.setWindowTitle(_("Caseboard"))
        self.resize(theme.px(SIZE[0]), theme.px(SIZE[1]))
        self.setMinimumSize(*SMALLEST)
        self.drops = DropTarget(self, theme)
        self.actions_["quit"].triggered.connect(self.close)
        self.actions_["full_screen"].triggered.connect(self._on_full_screen)
        theme.changed.connect(self._fit_rail)
        self._restore()
        self.show_rail(is_shown=False)
        self.middle.setFocus()  # and not the field: nobody has begun to search

    def show_in_middle(self, widget: QWidget) -> None:
        """Show `widget` between rail and edge, and let go of what was there."""
        before = self.middle.currentWidget()
        if widget is before:
            return
        self.middle.addWidget(widget)
        self.middle.setCurrentWidget(widget)
        if before is not None and before is not self._waiting:
            self.middle.removeWidget(before)
            before.deleteLater()

    def show_waiting(self) -> None:
        """Show that something is being read."""
        self.show_in_middle(self._waiting)

    def show_rail(self, *, is_shown: bool) -> None:
        """The rail belongs to an open case."""
        self.rail.setVisible(is_shown)

    def let_go(self) -> None:
        """Everything is finished: close for good."""
        self._may_close = True
        self.close()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close:
            event.ignore()
            self._remember()
            self.wants_to_close.emit()
            return
        super().closeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rail()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.actions_["full_screen"].setChecked(self.isFullScreen())

    @Slot()
    def _fit_rail(self) -> None:
        self.rail.set_narrow(is_narrow=self.width() < self.theme.px(NARROW))

    @Slot()
    def _on_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _put_together(self) -> QWidget:
        whole = Surface("window", parent=self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(self._middle_column(), 1)
        column.addWidget(self.top)
        column.addLayout(row, 1)
        column.addWidget(self.status)
        return whole

    def _middle_column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.middle, 1)
        return column

    def _restore(self) -> None:
        kept = self._settings.settings.geometry.get(NAME, "")
        if kept:
            self.restoreGeometry(QByteArray(base64.b64decode(kept)))

    def _remember(self) -> None:
        now = base64.b64encode(self.saveGeometry().data()).decode("ascii")
        kept = dict(self._settings.settings.geometry)
        try:
            self._settings.change(geometry={**kept, NAME: now})
        except CaseError:
            self.status.say(_("The size of the window could not be remembered."))
