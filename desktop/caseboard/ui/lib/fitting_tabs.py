"""Tabs that are all in sight, however narrow their pane: the longest names are cut first."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QTabBar, QTabWidget, QToolTip, QWidget
from typing_extensions import override

from caseboard.ui.lib.labels import plain_tip


class FittingTabs(QTabWidget):
    """No tab stands behind an arrow; what is cut of a name is in its tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabBar(FittingTabBar(self))
        self.setDocumentMode(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setUsesScrollButtons(False)


class FittingTabBar(QTabBar):
    """Gives the tab in front and short names all they want; the long ones share what is left."""

    @override
    def tabSizeHint(self, index: int, /) -> QSize:
        wanted = super().tabSizeHint(index)
        return QSize(min(wanted.width(), self._most(index)), wanted.height())

    @override
    def minimumTabSizeHint(self, index: int, /) -> QSize:
        return self.tabSizeHint(index)

    @override
    def event(self, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.tabAt(event.pos())
            QToolTip.showText(event.globalPos(), plain_tip(self.tip(index)), self)
            return True
        return super().event(event)

    def tip(self, index: int) -> str:
        """The whole name of a tab that is cut; else what was set."""
        if index < 0:
            return ""
        is_cut = super().tabSizeHint(index).width() > self._most(index)
        return self.tabText(index) if is_cut else self.tabToolTip(index)

    def _most(self, index: int) -> int:
        """Pixels that a tab may not be wider than, so that all have room."""
        front = self.currentIndex()
        if index == front:
            return self.width()
        seen = [n for n in range(self.count()) if self.isTabVisible(n)]
        wanted = {n: super(FittingTabBar, self).tabSizeHint(n).width() for n in seen}
        taken = wanted.pop(front, 0)
        return share(max(0, self.width() - taken), list(wanted.values()))


def share(room: int, wanted: list[int]) -> int:
    """The most that each may have, where all have what they want or that, and all fit `room`."""
    rest = sorted(wanted)
    while rest and rest[0] * len(rest) <= room:
        room -= rest.pop(0)
    return room // len(rest) if rest else max(wanted, default=0)
