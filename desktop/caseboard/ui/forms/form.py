"""A form: fields in a column, and buttons that keep what was typed or leave it."""

import asyncio
from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.ui.forms.fields import FieldError, Named
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.lib.buttons import push_button
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme

WIDTH = 460
MARGIN = 20


class Form(QDialog):
    """Fields over one primary button; Ctrl+Enter is that button, Escape leaves.

    What cannot be taken is said above the buttons and the form stays, with all that was typed.
    """

    def __init__(
        self, theme: Theme, title: str, action: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.title = plain_label(title, self, size="heading", wrap=True)
        self.wrong = plain_label("", self, tone="bad", wrap=True, selectable=True)
        self.wrong.hide()
        self.body = QVBoxLayout()
        self.cancel = push_button(theme, _("Cancel"), self)
        self.keep = push_button(theme, action, self, primary=True)
        self.keep.setDefault(True)
        self._scroll = QScrollArea(self)
        self._is_shown = False
        self._put_together()
        self.cancel.clicked.connect(self.reject)
        self.keep.clicked.connect(self._on_keep)
        for keys in ("Ctrl+Return", "Ctrl+Enter", "Ctrl+S"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(self._on_keep)

    async def save(self) -> None:
        """Do what the form is for; a `CaseError` keeps it open and is said in it."""

    def add(self, name: str, field: QWidget, below: QWidget | None = None) -> Named:
        """Put a field under its name at the end of the form."""
        named = Named(name, field, below)
        self.body.addWidget(named)
        return named

    def entitle(self, title: str) -> None:
        """Call the form something else, such as a step of several."""
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.title.setText(title)

    def fit(self) -> None:
        """Be as high as the fields that are shown now, once it is shown itself."""
        if self._is_shown:
            self._fit()

    def complain(self, error: CaseError) -> None:
        """Say what is wrong, and go to the field that is."""
        hint = f"\n{error.hint}" if error.hint else ""
        self.wrong.setText(f"{error}{hint}")
        self.wrong.setAccessibleName(self.wrong.text())
        self.wrong.show()
        if isinstance(error, FieldError):
            error.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(error.field)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_shown:
            self._is_shown = True
            self.body.addStretch(1)
            self._order()
        self._fit()
        self.activateWindow()  # without a window manager nobody else gives it the keyboard

    def _put_together(self) -> None:
        px = self.theme.px
        inside = QWidget()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(px(MARGIN), px(4), px(MARGIN), px(12))
        self.body.setSpacing(px(12))
        self._inside = inside
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        head = QVBoxLayout()
        head.setContentsMargins(px(MARGIN), px(16), px(MARGIN), px(8))
        head.addWidget(self.title)
        self._foot = Surface("panel", "top", self)
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(px(MARGIN), px(10), px(MARGIN), px(12))
        foot.setSpacing(px(8))
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.keep)
        foot.addWidget(self.wrong)
        foot.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._foot)

    def _order(self) -> None:
        """Tab goes through the fields before the buttons, and typing begins in the first."""
        fields = list(_fields(self._inside))
        if fields:
            QWidget.setTabOrder(fields[-1], self.cancel)
        QWidget.setTabOrder(self.cancel, self.keep)
        if fields and not self._inside.isAncestorOf(self.focusWidget() or self):
            fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        """As high as its fields, up to what the screen has."""
        self.body.activate()
        width = self.theme.px(WIDTH)
        self.setMinimumWidth(width)
        around = self.title.sizeHint().height() + self._foot.sizeHint().height() + 40
        wanted = self._inside.sizeHint().height() + self.theme.px(8) + around
        height = _room(self).height() - self.theme.px(80)
        self.resize(max(width, self.width()), min(wanted, height))

    @async_slot()
    async def _on_keep(self) -> None:
        if not self.keep.isEnabled():
            return  # pressed twice
        self.keep.setEnabled(False)
        try:
            await self.save()
        except CaseError as error:
            if isValid(self):
                self.complain(error)
        else:
            if isValid(self):
                self.accept()
        finally:
            if isValid(self):
                self.keep.setEnabled(True)


def _room(form: QWidget) -> QRect:
    """What its screen has to offer.

    Not by `QWidget.screen()`: PySide 6.11 takes what that returns for a child of the widget, and
    deletes the screen with it.
    """
    center = form.geometry().center()
    screen = QGuiApplication.screenAt(center) or QGuiApplication.primaryScreen()
    return screen.availableGeometry()


def _fields(inside: QWidget) -> Iterator[QWidget]:
    """What Tab reaches in there, in its order."""
    each = inside.nextInFocusChain()
    while each is not None and each is not inside:
        if inside.isAncestorOf(each) and each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield each
        each = each.nextInFocusChain()


async def fill(form: Form) -> bool:
    """Show `form` beside its window, which stays usable, until it is kept or left; then drop it."""
    answer: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def settle(result: int) -> None:
        if not answer.done():
            answer.set_result(result)

    form.finished.connect(settle)
    form.destroyed.connect(lambda: settle(0))
    _beside(form)
    form.show()
    try:
        return bool(await answer)
    finally:
        if isValid(form):
            form.close()
            form.deleteLater()


def _beside(form: Form) -> None:
    """Over the right edge of the window: what is read stays in sight."""
    parent = form.parentWidget()
    if parent is None:
        return
    window = parent.window().geometry()
    form.adjustSize()
    width = form.theme.px(WIDTH)
    form.move(window.right() - width - form.theme.px(24), window.top() + form.theme.px(64))
