"""How one claim fits one hypothesis, and why: the popup over a cell."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from caseboard.analysis.board import Row
from caseboard.i18n import _
from caseboard.model.inquiry import Consistency, Hypothesis
from caseboard.model.refs import short
from caseboard.model.terms import Fit
from caseboard.ui.forms.fields import Area
from caseboard.ui.forms.popup import Popup
from caseboard.ui.hypothesis_words import called
from caseboard.ui.lib.buttons import push_button
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.segments import Segments
from caseboard.ui.lib.theme import Theme
from caseboard.ui.words import term

WIDTH = 380


class FitPopup(Popup):
    """Sends `given` with hypothesis, claim, `Fit` and reason when it closes with a change.

    Escape leaves the cell as it was; Enter, and work elsewhere, keep what was said. A reason
    without a fit cannot be kept, but is there again when the cell is opened again.
    """

    given = Signal(str, str, object, str)

    def __init__(self, theme: Theme, parent: QWidget, *, is_writable: bool) -> None:
        super().__init__(theme, WIDTH, parent)
        px = theme.px
        self._row: Row | None = None
        self._hypothesis: Hypothesis | None = None
        self._cell: Consistency | None = None
        self._is_writable = is_writable
        self._drafts: dict[tuple[str, str], str] = {}
        self.claim = plain_label("", self, size="strong", wrap=True)
        self.hypothesis = plain_label("", self, tone="muted", size="fact", wrap=True)
        self.fits = Segments(theme, [(fit, fit.value) for fit in Fit], _("How it fits"), self)
        self.fits.chosen.connect(self._say)
        self.words = plain_label("", self, tone="muted", size="small")
        self.reason = Area(theme, lines=2, most=6)
        self.reason.setAccessibleName(_("Why"))
        self.reason.setPlaceholderText(_("Why it fits so, or not"))
        self._enter = _Enter(self)
        self._enter.pressed.connect(self._take)
        self.reason.installEventFilter(self._enter)
        self.keep = push_button(theme, _("Save"), self, primary=True)
        self.keep.clicked.connect(self._take)
        self.keep.setVisible(is_writable)
        self.fits.setEnabled(is_writable)
        self.reason.setReadOnly(not is_writable)
        rate = QHBoxLayout()
        rate.setSpacing(px(10))
        rate.addWidget(self.fits)
        rate.addWidget(self.words, 1)
        foot = QHBoxLayout()
        hint = _("Enter saves, Shift Enter begins a line, Escape leaves.") if is_writable else ""
        foot.addWidget(plain_label(hint, self, tone="muted", size="small", wrap=True), 1)
        foot.addWidget(self.keep)
        column = QVBoxLayout()
        column.setContentsMargins(px(12), px(10), px(12), px(12))
        column.setSpacing(px(8))
        for part in (self.claim, self.hypothesis):
            column.addWidget(part)
        column.addLayout(rate)
        column.addWidget(self.reason)
        column.addLayout(foot)
        self.body.addLayout(column)
        self.closed.connect(self._on_closed)

    def open_for(
        self,
        row: Row,
        hypothesis: Hypothesis,
        cell: Consistency | None,
        near: QRect,
        *,
        by_mouse: bool,
    ) -> None:
        """Ask over a cell; by mouse the five steps come first, by key the reason."""
        self._row, self._hypothesis, self._cell = row, hypothesis, cell
        claim = f"{short(row.claim.ref)} {row.claim.statement}"
        self.claim.setText(claim)
        self.hypothesis.setText(called(hypothesis))
        self.setAccessibleName(f"{claim} · {called(hypothesis)}")
        if cell:
            self.fits.choose(cell.fit)
        else:
            self.fits.choose_none()
        self._say()
        draft = self._drafts.pop((hypothesis.id, row.claim.id), "")
        self.reason.setPlainText(cell.reason if cell else draft)
        self.open_at(near, self.fits if by_mouse and self._is_writable else self.reason)
        self.place()  # once its words are set in their type, it may need less room

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._row = None  # nothing of it is kept
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take()
            return
        super().keyPressEvent(event)

    @Slot()
    def _take(self) -> None:
        """Keep what was said, once it says how the claim fits."""
        if self._is_writable and self.reason.text() and not self.fits.current:
            self.words.setText(_("Say how it fits first"))
            self.fits.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.close_popup()

    @Slot()
    def _say(self) -> None:
        fit = self.fits.current
        self.words.setText(term(Fit(fit)) if fit else _("not rated"))

    @Slot()
    def _on_closed(self) -> None:
        row, hypothesis = self._row, self._hypothesis
        self._row = None
        if row is None or hypothesis is None or not self._is_writable:
            return
        reason = self.reason.text()
        if not self.fits.current:
            self._drafts[hypothesis.id, row.claim.id] = reason
            return
        before = (self._cell.fit, self._cell.reason) if self._cell else (None, "")
        if (Fit(self.fits.current), reason) != before:
            self.given.emit(hypothesis.id, row.claim.id, Fit(self.fits.current), reason)


class _Enter(QObject):
    """Sends `pressed` for Enter alone; with Shift it begins a line."""

    pressed = Signal()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.pressed.emit()
                return True
        return super().eventFilter(watched, event)
