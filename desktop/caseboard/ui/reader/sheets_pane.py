"""A document page by page, with what one goes through it by: page, zoom, rectangles."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from caseboard.i18n import _
from caseboard.ui.lib.buttons import tool_button
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme
from caseboard.ui.reader.camera import STEP
from caseboard.ui.reader.sheets_view import SheetsView
from caseboard.ui.sheets import Sheets


class SheetsPane(Surface):
    """The pages, and under them a row of tools."""

    selection_changed = Signal()

    def __init__(self, theme: Theme, sheets: Sheets, parent: QWidget | None = None) -> None:
        super().__init__("window", parent=parent)
        self._theme = theme
        self._sheets = sheets
        self.view = SheetsView(theme, sheets, self)
        self.number = QLineEdit(self)
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._numbers = QIntValidator(1, 1, self)
        self.number.setValidator(self._numbers)
        self.number.setAccessibleName(_("Go to page"))
        self.number.setFixedWidth(theme.px(60))
        self.of = plain_label("", self, tone="muted", size="small")
        self.scale = plain_label("", self, tone="muted", size="small")
        self.draw = tool_button(
            theme, "square-dashed", _("Draw rectangles (Alt with a drag)"), self
        )
        self.draw.setCheckable(True)
        self._lay_out()
        self.setFocusProxy(self.view)
        self.view.selection_changed.connect(self.selection_changed)
        self.view.moved.connect(self._on_moved)
        self.view.zoomed.connect(self._on_zoomed)
        self.number.returnPressed.connect(self._on_number_entered)
        self.number.editingFinished.connect(self._on_left)
        self.draw.toggled.connect(self._on_draw_toggled)
        sheets.measured.connect(self._on_measured)
        theme.changed.connect(self._on_theme_changed)

    def _lay_out(self) -> None:
        foot = Surface("panel", "top", self)
        row = QHBoxLayout(foot)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(4)
        row.addWidget(plain_label(_("Page"), foot, tone="muted", size="small"))
        row.addSpacing(4)
        row.addWidget(self.number)
        row.addWidget(self.of)
        row.addStretch(1)
        row.addWidget(self.draw)
        row.addSpacing(8)
        for tool in self._zoom_tools():
            row.addWidget(tool)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.view, 1)
        layout.addWidget(foot)

    def _zoom_tools(self) -> list[QWidget]:
        smaller = tool_button(self._theme, "zoom-out", _("Smaller (-)"), self)
        larger = tool_button(self._theme, "zoom-in", _("Larger (+)"), self)
        fit = tool_button(self._theme, "maximize-2", _("Fit the width (0)"), self)
        smaller.clicked.connect(lambda: self.view.zoom(1 / STEP))
        larger.clicked.connect(lambda: self.view.zoom(STEP))
        fit.clicked.connect(self.view.fit)
        return [smaller, self.scale, larger, fit]

    @Slot(int)
    def _on_moved(self, page: int) -> None:
        if not self.number.hasFocus():
            self.number.setText(str(page))

    @Slot(float)
    def _on_zoomed(self, scale: float) -> None:
        self.scale.setText(_("{n} %").format(n=round(scale * 100)))

    @Slot()
    def _on_number_entered(self) -> None:
        self.view.go_to(int(self.number.text()))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_left(self) -> None:
        """What was typed and not entered gives way to the page that is looked at."""
        if self.view.current:
            self.number.setText(str(self.view.current))

    @Slot()
    def _on_draw_toggled(self) -> None:
        self.view.drawing = self.draw.isChecked()

    @Slot()
    def _on_measured(self) -> None:
        self._numbers.setTop(max(1, len(self._sheets.sizes)))
        self.number.setEnabled(self._sheets.count > 1)
        self.of.setText(_("of {n}").format(n=self._sheets.count))

    @Slot()
    def _on_theme_changed(self) -> None:
        self.number.setFixedWidth(self._theme.px(60))
