"""What a case has turned down, folded away, and how to have it proposed again."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from caseboard.i18n import _
from caseboard.model.proposing import Rejection
from caseboard.tagging.suggestions import Kind
from caseboard.ui.inspector.suggestions_words import TINTS, kind_word
from caseboard.ui.lib.buttons import flat_button, link_button
from caseboard.ui.lib.chips import Chip
from caseboard.ui.lib.labels import ElidedLabel
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme

MOST = 40
"""More than this, the latest, are shown only when asked for."""


class TurnedDown(Surface):
    """`Turned down · 3`; opened, a row for each. `back_wanted` is sent with a rejection's id."""

    back_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget, *, is_writable: bool = True) -> None:
        super().__init__("panel_2", "bottom", parent)
        self._theme = theme
        self._is_writable = is_writable
        self._rejections: tuple[Rejection, ...] = ()
        self._is_open = False
        self._is_whole = False
        self.rows: list[RejectedRow] = []
        self.fold = flat_button(theme, "", self, icon="chevron-right")
        self.fold.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.fold.clicked.connect(self._on_folded)
        self.more = link_button("", self)
        self.more.clicked.connect(self._on_more)
        px = theme.px
        self._body = QVBoxLayout()
        self._body.setSpacing(px(2))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(6), px(4), px(14), px(6))
        column.setSpacing(px(2))
        column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._body)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        theme.changed.connect(self._dress)
        self.show_rejections(())

    def show_rejections(self, rejections: Sequence[Rejection]) -> None:
        """These are turned down in the case, the latest first; without any it hides."""
        self._rejections = tuple(rejections)
        self.setVisible(bool(rejections))
        self._dress()
        self._fill()

    @Slot()
    def _on_folded(self) -> None:
        self._is_open = not self._is_open
        self._dress()
        self._fill()

    @Slot()
    def _on_more(self) -> None:
        self._is_whole = True
        self._fill()

    @Slot()
    def _dress(self) -> None:
        text = _("Turned down · {n}").format(n=len(self._rejections))
        self.fold.setText(text)
        self.fold.setAccessibleName(text)
        icon = "chevron-down" if self._is_open else "chevron-right"
        self.fold.setIcon(self._theme.icon(icon))

    def _fill(self) -> None:
        for row in self.rows:
            self._body.removeWidget(row)
            row.hide()
            row.deleteLater()
        some = self._rejections if self._is_whole else self._rejections[:MOST]
        shown = some if self._is_open else ()
        self.rows = [self._row(each) for each in shown]
        for row in self.rows:
            self._body.addWidget(row)
        left = len(self._rejections) - len(shown)
        self.more.setText(_("Show all {n}").format(n=len(self._rejections)))
        self.more.setVisible(self._is_open and left > 0)

    def _row(self, rejection: Rejection) -> "RejectedRow":
        row = RejectedRow(self._theme, rejection, self)
        row.again.setEnabled(self._is_writable)
        row.again.clicked.connect(lambda: self.back_wanted.emit(rejection.id))
        return row


class RejectedRow(QWidget):
    """The words, as what they were proposed, and the way back."""

    def __init__(self, theme: Theme, rejection: Rejection, parent: QWidget) -> None:
        super().__init__(parent)
        kind = Kind(rejection.kind)
        name = " ".join(rejection.surface.split())
        px = theme.px
        self.chip = Chip(theme, name, TINTS[kind], self)
        self.chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.chip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.what = ElidedLabel(kind_word(kind), self, tone="muted", size="small")
        self.again = link_button(_("Propose again"), self)
        self.again.setAccessibleName(_("Propose “{words}” again").format(words=name))
        self.setAccessibleName(_("{kind}: {label}").format(kind=kind_word(kind), label=name))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(8), px(2), 0, px(2))
        row.setSpacing(px(8))
        row.addWidget(self.chip)
        row.addWidget(self.what, 1)
        row.addWidget(self.again)
