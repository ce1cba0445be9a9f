"""A field for a colour: its hexadecimal digits, a swatch of it, and Qt's dialog behind that."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QWidget

from caseboard.capture.layers.naming import colour
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.ui.forms.fields import FieldError, line
from caseboard.ui.lib.asyncui import ask, async_slot
from caseboard.ui.lib.buttons import push_button
from caseboard.ui.lib.theme import Theme


class ColourField(QWidget):
    """`#rrggbb`, or nothing: then each feature keeps its own."""

    changed = Signal()

    def __init__(self, theme: Theme, name: str, value: str = "") -> None:
        super().__init__()
        self._theme = theme
        self.line = line(value, _("each its own"))
        self.line.setAccessibleName(name)
        self.pick = push_button(theme, "", self)
        self.pick.setAccessibleName(_("Choose {what}").format(what=name))
        self.pick.setFixedWidth(theme.px(38))
        self.setFocusProxy(self.line)
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addWidget(self.line, 1)
        row.addWidget(self.pick)
        self.line.textChanged.connect(self._on_typed)
        self.pick.clicked.connect(self._on_pick)
        self._show_swatch()

    def value(self) -> str:
        """`#rrggbb`, empty for none; raises `FieldError` for what is no colour."""
        typed = self.line.text().strip()
        found = colour(typed)
        if typed and not found:
            error = CaseError(
                _("“{text}” is not a colour.").format(text=typed), _("Write it as in #b02f26.")
            )
            raise FieldError(error, self.line)
        return found

    @Slot()
    def _on_typed(self) -> None:
        self._show_swatch()
        self.changed.emit()

    def _show_swatch(self) -> None:
        side = self._theme.px(14)
        swatch = QPixmap(side, side)
        swatch.fill(QColor(colour(self.line.text().strip()) or self._theme.tokens.line))
        self.pick.setIcon(QIcon(swatch))

    @async_slot()
    async def _on_pick(self) -> None:
        now = QColor(colour(self.line.text().strip()) or self._theme.tokens.accent)
        dialog = QColorDialog(now, self.window())
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        if await ask(dialog):
            self.line.setText(dialog.currentColor().name())
        dialog.deleteLater()
