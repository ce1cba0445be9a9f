"""A report as a card: what it does to the claim, its grade, the words, the way they took."""

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from caseboard.analysis import figures
from caseboard.i18n import _
from caseboard.model import moments
from caseboard.model.parts import Part, paragraph
from caseboard.model.refs import short
from caseboard.store.evidence import ReportView
from caseboard.ui import words
from caseboard.ui.inspector.chains import chain, graded
from caseboard.ui.inspector.pick_row import PickRow
from caseboard.ui.lib.buttons import tool_button
from caseboard.ui.lib.chips import Pill
from caseboard.ui.lib.labels import plain_label, plain_tooltip
from caseboard.ui.lib.theme import Theme


class ReportCard(PickRow):
    """A click or Enter leads to the words in their clip; Ctrl+C copies them with their way.

    The pencil edits, Delete deletes; the menu beside it has all of that too.
    """

    edit_wanted = Signal()

    def __init__(
        self, theme: Theme, said: ReportView, parent: QWidget, *, is_writable: bool
    ) -> None:
        super().__init__(theme, _spoken(said), parent, framed=True)
        plain_tooltip(self, grades(said))
        self.said = said
        self._is_writable = is_writable
        self.edit = tool_button(theme, "pencil", _("Edit this report"), self)
        self.edit.clicked.connect(self.edit_wanted)
        self.edit.setVisible(is_writable)
        self.more = tool_button(theme, "ellipsis", _("What can be done with this report"), self)
        self.more.clicked.connect(self._on_more)
        self._tools = QWidget(self)
        row = QHBoxLayout(self._tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.edit)
        row.addWidget(self.more)
        self.put(self._text(), 1)
        self._tools.raise_()
        self.menu_wanted.connect(self._show_menu)

    def copy(self) -> None:
        """Put the words on the clipboard, with the way they took."""
        QGuiApplication.clipboard().setText(f"{quote(self.said)}\n{way(self.said)}")

    def menu(self) -> QMenu:
        """What can be done with the report."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Open in the clip")).triggered.connect(self.click)
        menu.addAction(_("Copy the words with their way")).triggered.connect(self.copy)
        if self._is_writable:
            menu.addAction(_("Edit…")).triggered.connect(self.edit_wanted)
            menu.addSeparator()
            menu.addAction(_("Delete")).triggered.connect(self.delete_wanted)
        return menu

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tools.adjustSize()
        inset = self._theme.px(5)
        self._tools.move(self.width() - self._tools.width() - inset, inset)

    def _text(self) -> QWidget:
        theme, said = self._theme, self.said
        text = QWidget(self)
        column = QVBoxLayout(text)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(5))
        head = QHBoxLayout()
        head.setSpacing(theme.px(6))
        stance = said.report.stance
        head.addWidget(Pill(theme, words.term(stance), words.STANCE_TINTS[stance], text))
        head.addWidget(plain_label(graded(said.report, said.claimant), text, size="mono"))
        head.addWidget(plain_label(said.report.verb, text, tone="muted", size="small"))
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(plain_label(quote(said), text, size="quote", wrap=True))
        column.addWidget(plain_label(way(said), text, tone="muted", size="small", wrap=True))
        if said.quantities:
            told = figures.listed(said.quantities, said.claimant.name)
            column.addWidget(plain_label(told, text, size="small", wrap=True))
        if said.report.credibility_reason:
            reason = _("Credibility {grade}: {reason}").format(
                grade=words.credibility(said.report.credibility),
                reason=said.report.credibility_reason,
            )
            column.addWidget(plain_label(reason, text, tone="muted", size="small", wrap=True))
        return text

    @Slot()
    def _on_more(self) -> None:
        self._show_menu(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    @Slot(QPoint)
    def _show_menu(self, place: QPoint) -> None:
        self.menu().popup(place)


def quote(said: ReportView) -> str:
    """The words of the report, or where they stand if it is about a picture."""
    exact = " ".join(said.anchor.exact.split())
    if not exact:
        return _("A region of {ref}").format(ref=short(said.clip.ref))
    return _("“{words}”").format(words=exact)


def way(said: ReportView) -> str:
    """`General Staff → Ukrinform → Daily Courier · E001 ¶2 · 14 Nov 2024`."""
    when = said.report.said_when or said.clip.published
    parts = [
        chain(said.claimant, said.relays, said.outlet_name),
        place(said),
        moments.show(when.partition("T")[0]) if when else "",
    ]
    return " · ".join(part for part in parts if part)


def place(said: ReportView) -> str:
    """`E001 ¶2`, `E004 p. 3`: the clip, and where in it."""
    ref, anchor = short(said.clip.ref), said.anchor
    if anchor.page is not None:
        return _("{ref} p. {n}").format(ref=ref, n=anchor.page)
    if anchor.start is None:
        return ref
    blocks = [Part.from_json(row) for row in said.clip.parts]
    number = paragraph(said.clip.text, blocks, anchor.start)
    return ref if number is None else _("{ref} ¶{n}").format(ref=ref, n=number)


def grades(said: ReportView) -> str:
    """Both letters in words, each by itself: of the source, then of what it says here."""
    return "\n".join(
        (
            _("{name}: {grade}").format(
                name=said.claimant.name, grade=words.reliability(said.claimant.reliability)
            ),
            _("This report: {grade}").format(grade=words.credibility(said.report.credibility)),
        )
    )


def _spoken(said: ReportView) -> str:
    """What a screen reader says of the card."""
    graded_in_words = "; ".join(grades(said).splitlines())
    told = figures.listed(said.quantities, said.claimant.name)
    spoken = f"{words.term(said.report.stance)}: {quote(said)}, {way(said)}. {graded_in_words}"
    return f"{spoken}. {told}" if told else spoken
