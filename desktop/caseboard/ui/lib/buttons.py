"""Buttons, in the few kinds there are, each with a name and reachable by Tab."""

from PySide6.QtCore import QObject, QSize, Qt, Slot
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QWidget

from caseboard.ui.lib.labels import plain_tooltip
from caseboard.ui.lib.theme import Theme

ICON = 16


class ThemedIcon(QObject):
    """Keeps the icon of a button or action in the colours of the theme."""

    def __init__(
        self, theme: Theme, target: QAction | QPushButton | QToolButton, name: str, token: str
    ) -> None:
        """`token` is the name of the colour in `Tokens`."""
        super().__init__(target)
        self._theme, self._target, self._name, self._token = theme, target, name, token
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def change(self, name: str) -> None:
        """Show another icon."""
        self._name = name
        self._on_theme_changed()

    @Slot()
    def _on_theme_changed(self) -> None:
        color = getattr(self._theme.tokens, self._token)
        self._target.setIcon(self._theme.icon(self._name, color))
        if not isinstance(self._target, QAction):
            side = self._theme.px(ICON)
            self._target.setIconSize(QSize(side, side))


def push_button(
    theme: Theme,
    text: str,
    parent: QWidget | None = None,
    *,
    icon: str = "",
    primary: bool = False,
    danger: bool = False,
) -> QPushButton:
    """A button; the primary one is filled, of which a view has one."""
    button = _button(text, parent)
    button.setProperty("primary", primary)
    button.setProperty("danger", danger)
    if icon:
        ThemedIcon(theme, button, icon, "on_accent" if primary else "text")
    return button


def menu_button(
    text: str, menu: QMenu, parent: QWidget | None = None, *, flat: bool = False
) -> QPushButton:
    """A button that opens `menu`, with the arrow that says so."""
    button = _button(text, parent)
    button.setProperty("flat", flat)
    give_menu(button, menu)
    return button


def give_menu(button: QPushButton, menu: QMenu) -> None:
    """Let `button` open `menu`; it looks pointed at no longer than it is."""
    button.setProperty("menu", True)
    button.setMenu(menu)
    pointed = button.findChild(_Pointed) or _Pointed(button)
    menu.aboutToHide.connect(pointed.look)


class _Pointed(QObject):
    """Qt tells a button nothing of a pointer that left it while its menu was open."""

    def __init__(self, button: QPushButton) -> None:
        super().__init__(button)
        self._button = button

    @Slot()
    def look(self) -> None:
        here = self._button.mapFromGlobal(QCursor.pos())
        self._button.setAttribute(
            Qt.WidgetAttribute.WA_UnderMouse, self._button.rect().contains(here)
        )
        self._button.update()


def flat_button(
    theme: Theme, text: str, parent: QWidget | None = None, icon: str = ""
) -> QPushButton:
    """A button without a frame, for rows of tools."""
    button = _button(text, parent)
    button.setProperty("flat", True)
    if icon:
        ThemedIcon(theme, button, icon, "muted")
    return button


def link_button(text: str, parent: QWidget | None = None) -> QPushButton:
    """A small action that stands in a line of text, such as "Accept all"."""
    button = _button(text, parent)
    button.setProperty("link", True)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


def tool_button(theme: Theme, icon: str, name: str, parent: QWidget | None = None) -> QToolButton:
    """An icon that can be pressed; `name` is what it does, in its tooltip and for readers."""
    button = QToolButton(parent)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(name)
    plain_tooltip(button, name)
    ThemedIcon(theme, button, icon, "muted")
    return button


def _button(text: str, parent: QWidget | None) -> QPushButton:
    button = QPushButton(text, parent)
    button.setAutoDefault(False)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it was
    return button
