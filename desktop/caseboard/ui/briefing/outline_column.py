"""The whole text of a briefing in one column, to be written from the top down."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from caseboard.briefing.blocks import SectionKind
from caseboard.briefing.choosing import title
from caseboard.i18n import ngettext
from caseboard.model.terms import Ladder
from caseboard.ui.briefing.editor import SectionEditor
from caseboard.ui.briefing.format_bar import FormatBar
from caseboard.ui.briefing.scrolled import Scrolled
from caseboard.ui.briefing.tab_order import step
from caseboard.ui.lib.buttons import flat_button
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme

WIDEST = 720


class OutlineColumn(Surface):
    """Each section under its title; it holds the very fields that otherwise stand in the list.

    One row of tools above them all stands in for those of the sections.
    """

    findings_wanted = Signal()
    """Somebody wants to read what is held against the text."""

    def __init__(self, theme: Theme, ladder: Ladder, parent: QWidget) -> None:
        super().__init__("panel", parent=parent)
        self._theme = theme
        self._parts: list[QWidget] = []
        self._counts: dict[SectionKind, QPushButton] = {}
        self._found: Mapping[SectionKind, int] = {}
        self.bar = FormatBar(theme, ladder, self)
        self.page = Scrolled(self)
        head = Surface("panel", "bottom", self)
        _in_the_middle(head, self._measure(self.bar, 6))
        page = QWidget(self.page.inside)
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(26))
        self._column.addStretch(1)
        _in_the_middle(self.page.inside, self._measure(page, 20))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(self.page, 1)

    @property
    def hosted(self) -> Sequence[SectionKind]:
        """What it shows, from the top down."""
        return [editor.kind for part in self._parts for editor in part.findChildren(SectionEditor)]

    def first(self) -> QWidget | None:
        """The text at its top."""
        editors = (editor for part in self._parts for editor in part.findChildren(SectionEditor))
        return next((text for editor in editors if (text := editor.first()) is not None), None)

    def host(self, editors: Sequence[SectionEditor]) -> None:
        """Show these, in this order."""
        self.clear()
        for place, editor in enumerate(editors):
            part = QWidget(self)
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(self._theme.px(6))
            column.addLayout(self._head(editor.kind, part))
            column.addWidget(editor)
            editor.set_tools(shown=False)
            editor.show()
            self._column.insertWidget(place, part)
            self._parts.append(part)
        self.show_counts(self._found)

    def clear(self) -> None:
        """Show nothing; the editors are whoever's takes them next."""
        for part in self._parts:
            self._column.removeWidget(part)
            for editor in part.findChildren(SectionEditor):
                editor.setParent(None)
                editor.set_tools(shown=True)
            part.hide()
            part.deleteLater()
        self._parts, self._counts = [], {}

    def show_counts(self, counts: Mapping[SectionKind, int]) -> None:
        """Say beside each title how much is held against what is written under it."""
        self._found = counts
        for kind, label in self._counts.items():
            count = counts.get(kind, 0)
            label.setText(ngettext("{n} finding", "{n} findings", count) if count else "")
            label.setVisible(bool(count))

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return step(self, is_forward=next) or super().focusNextPrevChild(next)

    def _head(self, kind: SectionKind, part: QWidget) -> QHBoxLayout:
        """The title of a section and how much is held against it."""
        count = flat_button(self._theme, "", part, "triangle-alert")
        stays = count.sizePolicy()
        stays.setRetainSizeWhenHidden(True)  # so that nothing moves under who writes
        count.setSizePolicy(stays)
        count.clicked.connect(self.findings_wanted)
        self._counts[kind] = count
        row = QHBoxLayout()
        row.addWidget(plain_label(title(kind), part, size="heading"))
        row.addStretch(1)
        row.addWidget(count)
        return row

    def _measure(self, inside: QWidget, above: int) -> QWidget:
        """As wide as a line may be that is still read with ease."""
        px = self._theme.px
        page = QWidget()
        page.setMaximumWidth(px(WIDEST))
        column = QVBoxLayout(page)
        column.setContentsMargins(px(24), px(above), px(24), px(above))
        column.addWidget(inside)
        return page


def _in_the_middle(around: QWidget, page: QWidget) -> None:
    row = QHBoxLayout(around)
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    row.addWidget(page, 1000)
    row.addStretch(1)
