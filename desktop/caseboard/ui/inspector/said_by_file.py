"""All that a file says of itself, folded away until it is asked for."""

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseboard.i18n import _
from caseboard.ui.lib.buttons import link_button
from caseboard.ui.lib.keyvalue import Fact, KeyValues
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.theme import Theme
from caseboard.ui.metadata_words import groups

MOST = 80
"""Lines of one group that are shown at first."""


class SaidByFile(QWidget):
    """A line that says how much there is, and under it, once unfolded, every group in words."""

    def __init__(self, theme: Theme, meta: dict[str, Any], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._groups = list(groups(meta))
        self._is_open = False
        self._inside: QWidget | None = None
        self.count = sum(len(lines) for _name, lines in self._groups)
        self.button = link_button("", self)
        self.button.clicked.connect(self._on_clicked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6))
        head = QHBoxLayout()
        head.addWidget(self.button)
        head.addStretch(1)
        self._column.addLayout(head)
        self._say()
        self.setVisible(self.count > 0)

    @property
    def is_open(self) -> bool:
        """Whether its lines are shown."""
        return self._is_open

    @Slot()
    def _on_clicked(self) -> None:
        self._is_open = not self._is_open
        if self._inside is None:  # few look, and a photo has hundreds of lines
            self._inside = self._lines()
            self._column.addWidget(self._inside)
        self._inside.setVisible(self._is_open)
        self._say()

    def _say(self) -> None:
        name = _("Hide what the file says") if self._is_open else _("What the file says · {n}")
        self.button.setText(name.format(n=self.count))

    def _lines(self) -> QWidget:
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(4))
        for name, lines in self._groups:
            heading = plain_label(name, inside, size="strong", wrap=True)
            heading.setContentsMargins(0, self._theme.px(6), 0, 0)
            facts = KeyValues(self._theme, inside)
            facts.setAccessibleName(name)
            facts.set_facts([Fact(key, value) for key, value in lines[:MOST]])
            column.addWidget(heading)
            column.addWidget(facts)
            if len(lines) > MOST:
                column.addWidget(self._more(facts, lines, inside))
        return inside

    @staticmethod
    def _more(facts: KeyValues, lines: Any, parent: QWidget) -> QWidget:
        more = link_button(_("Show all {n}").format(n=len(lines)), parent)

        def show() -> None:
            facts.set_facts([Fact(key, value) for key, value in lines])
            more.hide()

        more.clicked.connect(show)
        return more
