"""The panel beside the pages: findings, or versions."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from caseboard.i18n import _
from caseboard.ui.briefing.findings_pane import FindingsPane
from caseboard.ui.briefing.versions_pane import VersionsPane
from caseboard.ui.lib.buttons import tool_button
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme

WIDTH = 290
FINDINGS, VERSIONS = "findings", "versions"


class PreviewPanel(Surface):
    """One of the two at a time; Esc closes it."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__("panel_2", "left", parent)
        self._theme = theme
        self.findings = FindingsPane(theme, self)
        self.versions = VersionsPane(theme, self)
        self._title = plain_label("", self, size="caps")
        self._close = tool_button(theme, "x", _("Close this panel"), self)
        self._close.clicked.connect(self.close_panel)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.findings)
        self._stack.addWidget(self.versions)
        head = QHBoxLayout()
        px = theme.px
        head.setContentsMargins(px(14), px(6), px(6), px(6))
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def current(self) -> str:
        """`FINDINGS` or `VERSIONS`, nothing while it is closed."""
        if self.isHidden():
            return ""
        return FINDINGS if self._stack.currentIndex() == 0 else VERSIONS

    def toggle(self, page: str) -> None:
        """Show that page, or close the panel where it is shown."""
        if self.current == page:
            self.close_panel()
        else:
            self.show_page(page)

    def show_page(self, page: str) -> None:
        """Show that page."""
        is_findings = page == FINDINGS
        self._stack.setCurrentIndex(0 if is_findings else 1)
        words = _("Findings") if is_findings else _("Versions")
        self._title.setText(words.upper())
        self.setAccessibleName(words)
        self.show()

    @Slot()
    def close_panel(self) -> None:
        """Leave the room to the pages."""
        self.hide()
        self.closed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setFixedWidth(self._theme.px(WIDTH))
