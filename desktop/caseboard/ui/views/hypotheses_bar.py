"""The head of the hypotheses: which question is weighed, how, and what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from caseboard.i18n import _
from caseboard.model.ids import InquiryId
from caseboard.model.inquiry import Inquiry
from caseboard.ui.lib.buttons import give_menu, menu_button
from caseboard.ui.lib.choices import add_choices
from caseboard.ui.lib.labels import plain_tooltip
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme

HEAD = 40
ROOM, LEAST = 40, 120
"""What stands around the words of a question, padding and arrow; and how narrow it may be."""


class HypothesesBar(Surface):
    """Chooses the inquiry and how it is weighed; what is done with it is in its menus."""

    inquiry_chosen = Signal(str)
    weighting_changed = Signal()

    def __init__(
        self, theme: Theme, seeds: QMenu, deeds: QMenu, parent: QWidget, *, is_writable: bool
    ) -> None:
        """`seeds` begin a new inquiry, `deeds` are done with the one that is shown."""
        super().__init__("panel", "bottom", parent)
        self._theme = theme
        self._menu = QMenu(self)
        self.questions = _QuestionButton(theme, self._menu, self)
        self.weighted = QCheckBox(_("Weigh by grade"), self)
        self.weighted.setChecked(True)
        plain_tooltip(
            self.weighted,
            _(
                "A claim counts by the reliability of who says it, the credibility of the report"
                " and how it stands; without this every claim counts 1."
            ),
        )
        self.new = menu_button(_("＋ New"), seeds, self, flat=True)
        self.new.setAccessibleName(_("Weigh other hypotheses"))
        self.more = menu_button(_("More"), deeds, self, flat=True)
        self.more.setAccessibleName(_("What can be done with this question"))
        self.new.setVisible(is_writable)
        self.weighted.toggled.connect(lambda _on: self.weighting_changed.emit())
        px = theme.px
        self.setMinimumHeight(px(HEAD))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(4), 0, px(4), 0)
        row.setSpacing(px(6))
        row.addWidget(self.questions)
        row.addStretch(1)
        for tool in (self.weighted, self.more, self.new):
            row.addWidget(tool)

    def show_inquiries(self, inquiries: Sequence[Inquiry], current: InquiryId | None) -> None:
        """Offer these questions, one of which is shown."""
        self._menu.clear()
        asked = {inquiry.id: inquiry.question for inquiry in inquiries}
        add_choices(self._menu, asked.items(), self.inquiry_chosen.emit, current)
        self.questions.ask(asked.get(current, "") if current else "")
        for tool in (self.questions, self.weighted, self.more):
            tool.setVisible(bool(inquiries))


class _QuestionButton(QPushButton):
    """The question that is weighed, cut where there is no room; opens the list of them."""

    def __init__(self, theme: Theme, menu: QMenu, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._asked = ""
        self.setProperty("flat", True)
        self.setProperty("strong", True)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        give_menu(self, menu)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def ask(self, question: str) -> None:
        """Show this question."""
        self._asked = question
        self.setAccessibleName(_("Question: {question}").format(question=question))
        plain_tooltip(self, question)
        self.updateGeometry()
        self._fit()

    @override
    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self._asked) + self._theme.px(ROOM)
        return QSize(max(width, self._theme.px(LEAST)), super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(LEAST), super().sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self._theme.px(ROOM) + 2
        shown = self.fontMetrics().elidedText(self._asked, Qt.TextElideMode.ElideRight, room)
        self.setText(_plain(shown))


def _plain(text: str) -> str:
    """`text` as a menu or button shows it: an ampersand is no key."""
    return text.replace("&", "&&")
