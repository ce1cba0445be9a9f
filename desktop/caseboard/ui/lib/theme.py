"""How the program looks: colours, type and icons, light or dark, at any size of text."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from caseboard.paths import resources
from caseboard.ui.lib import fonts
from caseboard.ui.lib.icons import Icons
from caseboard.ui.lib.stylesheet import palette, style_sheet
from caseboard.ui.lib.tokens import DARK, LIGHT, Tokens

Weight = QFont.Weight


class Theme(QObject):
    """The look now in force; `changed` is sent when any of it becomes another.

    Lengths are given for text at 100 % and come back in the size asked for.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None, folder: Path | None = None) -> None:
        super().__init__(parent)
        self.tokens: Tokens = LIGHT
        self._choice = "system"
        self._own_scale = 1.0
        self._system_scale = 1.0
        self._app: QApplication | None = None
        self._resources = folder or resources()
        self._families = fonts.Families()
        self._icons = Icons(self._resources / "icons")

    @property
    def choice(self) -> str:
        """`system`, `light` or `dark`."""
        return self._choice

    @property
    def scale(self) -> float:
        """How large text is, 1 for 100 %."""
        return min(2.0, self._own_scale * self._system_scale)

    def choose(self, choice: str) -> None:
        """Look `light`, `dark`, or as the `system` does now and later."""
        if choice != self._choice:  # to dress the program again takes a second
            self._choice = choice
            self._on_look_changed()

    def set_scale(self, scale: float) -> None:
        """Make text larger than the system asks for: 1 to 2."""
        scale = min(2.0, max(1.0, scale))
        if scale != self._own_scale:
            self._own_scale = scale
            self._on_look_changed()

    def apply(self, app: QApplication, *, quickly: bool = False) -> None:
        """Dress `app` in this look, and again whenever the system's changes.

        `quickly` leaves the reading type for `load_fonts`, after the first paint.
        """
        if self._app is None:
            here = fonts.load(fonts.first(self._resources / "fonts"))
            self._families = fonts.Families(ui=here.ui)  # the style sheet names what is to come
            if not quickly:
                self.load_fonts()
            self._system_scale = fonts.system_scale()
            QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_look_changed)
        self._app = app
        app.setStyle("Fusion")
        self._on_look_changed()

    def load_fonts(self) -> None:
        """Make the rest of the bundled fonts known."""
        folder = self._resources / "fonts"
        self._families = fonts.load(fonts.rest(folder))
        fonts.load_emoji(folder, fonts.known())

    def px(self, length: float) -> int:
        """`length` in pixels at the size of text in force."""
        return round(length * self.scale)

    def ui_font(self, px: float = 13, weight: Weight = Weight.Normal) -> QFont:
        """The type of controls and lists."""
        return self._font(self._families.ui, px, weight)

    def reading_font(self, px: float = 15.5, weight: Weight = Weight.Normal) -> QFont:
        """The type articles and notes are read in."""
        return self._font(self._families.reading, px, weight)

    def mono_font(self, px: float = 11) -> QFont:
        """The type of hashes and coordinates."""
        return self._font(self._families.mono, px, Weight.Normal)

    def icon(self, name: str, color: QColor | None = None) -> QIcon:
        """The icon of that name (see `resources/icons`), muted unless a colour is given."""
        tokens = self.tokens
        return self._icons.icon(name, color or tokens.muted, tokens.faint, tokens.accent)

    def pixmap(self, name: str, px: float, color: QColor, ratio: float = 1.0) -> QPixmap:
        """The icon as a picture `px` wide, sharp on a screen of `ratio` pixels a point."""
        return self._icons.pixmap(name, self.px(px), color, ratio)

    def _font(self, families: list[str], px: float, weight: Weight) -> QFont:
        font = QFont(families)
        font.setPixelSize(max(1, self.px(px)))
        font.setWeight(weight)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    @Slot()
    def _on_look_changed(self) -> None:
        self.tokens = DARK if self._is_dark() else LIGHT
        if self._app is not None:
            self._app.setFont(self.ui_font())
            self._app.setPalette(self.palette())
            sheet = style_sheet(self.tokens, self.scale, self._families, self._resources)
            self._app.setStyleSheet(sheet)
        self.changed.emit()

    def palette(self) -> QPalette:
        """The colours of this look for what Qt draws by itself."""
        return palette(self.tokens)

    def _is_dark(self) -> bool:
        if self._choice == "system":
            return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._choice == "dark"
