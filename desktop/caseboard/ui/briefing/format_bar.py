"""The tools over the texts of a section: styles, lists, citations, words of likelihood."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget
from shiboken6 import isValid

from caseboard.i18n import _
from caseboard.model.terms import Ladder
from caseboard.ui.briefing.likelihood_offers import Word, words_of
from caseboard.ui.briefing.text import BriefingText
from caseboard.ui.lib.buttons import menu_button, tool_button
from caseboard.ui.lib.flow import FlowLayout
from caseboard.ui.lib.theme import Theme


class FormatBar(QWidget):
    """Works on the text that had the keyboard last."""

    turned = Signal(object)
    """The `BriefingText` it works on now."""

    def __init__(self, theme: Theme, ladder: Ladder, parent: QWidget) -> None:
        super().__init__(parent)
        self._ladder = ladder
        self._target: BriefingText | None = None
        self.language = "en"
        """Of the words of likelihood: the briefing's."""
        self.setAccessibleName(_("Styles and citations"))
        self.bold = tool_button(theme, "bold", _("Bold (Ctrl+B)"), self)
        self.italic = tool_button(theme, "italic", _("Italic (Ctrl+I)"), self)
        self.bullets = tool_button(theme, "list", _("Bulleted list"), self)
        self.numbers = tool_button(theme, "list-ordered", _("Numbered list"), self)
        self.cite = tool_button(theme, "brackets", _("Cite: type [["), self)
        self.words = QMenu(self)
        self.likelihood = menu_button(_("Likelihood"), self.words, self, flat=True)
        flow = FlowLayout(self, theme.px(1))
        for button in (*self._buttons(), self.likelihood):
            flow.addWidget(button)
        self.words.aboutToShow.connect(self._fill)
        self.bold.clicked.connect(lambda: self._on(lambda text: text.mark("**")))
        self.italic.clicked.connect(lambda: self._on(lambda text: text.mark("*")))
        self.bullets.clicked.connect(lambda: self._on(lambda text: text.itemise(numbered=False)))
        self.numbers.clicked.connect(lambda: self._on(lambda text: text.itemise(numbered=True)))
        self.cite.clicked.connect(lambda: self._on(lambda text: text.cite()))

    def serve(self, text: BriefingText) -> None:
        """Work on `text` whenever the keyboard was in it; on the first before that."""
        if self._valid() is None:
            self._target = text
        text.entered.connect(lambda: self.turn_to(text))

    def offer(self, *, lists: bool, likelihood: bool) -> None:
        """Whether the texts are longer than a paragraph, and whether they judge."""
        self.bullets.setVisible(lists)
        self.numbers.setVisible(lists)
        self.likelihood.setVisible(likelihood)

    def likelihoods(self) -> list[Word]:
        """The words of the case's ladder, in the language of the briefing."""
        return words_of(self._ladder, self.language)

    def turn_to(self, text: BriefingText) -> None:
        """Work on `text` from now on."""
        self._target = text
        self.turned.emit(text)

    def _valid(self) -> BriefingText | None:
        there = self._target
        return there if there is not None and isValid(there) and not there.isHidden() else None

    def _on(self, act: Callable[[BriefingText], None]) -> None:
        text = self._valid()
        if text is not None:
            act(text)
            text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        self.words.clear()
        for word, chances in self.likelihoods():
            action = self.words.addAction(f"{word}\t{chances}")
            action.triggered.connect(
                lambda _on=False, word=word: self._on(lambda text: text.put_likelihood(word))
            )

    def _buttons(self) -> tuple[QToolButton, ...]:
        return self.bold, self.italic, self.bullets, self.numbers, self.cite
