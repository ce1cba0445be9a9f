"""The two accounts of a dispute beside each other: what each says, and who says it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from caseboard.analysis import figures
from caseboard.i18n import _, ngettext
from caseboard.model.refs import short
from caseboard.store.claim_pages import Account
from caseboard.store.evidence import ReportView
from caseboard.ui.inspector.pick_row import PickRow
from caseboard.ui.lib.buttons import link_button
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme
from caseboard.ui.voices import quoted, strongest, supporting, voice, way

MOST = 3
"""So many voices are named on a side; the rest are counted."""


class DisputeSides(QWidget):
    """Two columns of one width with a hairline between them; every row of one stands level."""

    claim_wanted = Signal(str)
    report_opened = Signal(str, str)
    """Clip and anchor."""

    def __init__(
        self, theme: Theme, one: Account, other: Account, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.links: list[QWidget] = []
        self.evidence: list[PickRow] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(theme.px(5))
        for column, account in ((0, one), (2, other)):
            self._grid.setColumnStretch(column, 1)
            self._add(column, account)
        line = Surface("panel", "left", self)
        line.setFixedWidth(1)
        self._grid.addWidget(line, 0, 1, self._grid.rowCount(), 1)

    def _add(self, column: int, account: Account) -> None:
        ref = short(account.claim.ref)
        link = link_button(_("{ref} says").format(ref=ref), self)
        link.clicked.connect(lambda: self.claim_wanted.emit(account.claim.id))
        self.links.append(link)
        statement = plain_label(account.claim.statement, self, size="strong", wrap=True)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(link, 0, column, top | Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(statement, 1, column, top)
        self._grid.addWidget(self._voices(account), 2, column, top)
        best = strongest(account)
        if best is not None:
            row = self._quote(best, account)
            self.evidence.append(row)
            self._grid.addWidget(row, 3, column, top)
        if numbers := _numbers(account):
            text = "\n".join(numbers)
            told = plain_label(text, self, tone="muted", size="small", wrap=True)
            told.setAccessibleName(_("Numbers: {numbers}").format(numbers=", ".join(numbers)))
            self._grid.addWidget(told, 4, column, top)

    def _voices(self, account: Account) -> QWidget:
        """Who supports the claim, each once, with the two letters and the way it took."""
        holder = QFrame(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(2))
        named = _each_once(supporting(account))
        for said in named[:MOST]:
            column.addWidget(plain_label(voice(said), holder, size="small", wrap=True))
            if way(said):
                column.addWidget(
                    plain_label(way(said), holder, tone="muted", size="small", wrap=True)
                )
        left = len(named) - MOST
        rest = ngettext("and {n} more", "and {n} more", left) if left > 0 else ""
        if not named:
            rest = _("Nobody supports it.")
        if rest:
            column.addWidget(plain_label(rest, holder, tone="muted", size="small", wrap=True))
        return holder

    def _quote(self, said: ReportView, account: Account) -> PickRow:
        """The best graded words; a click opens them in their clip."""
        words, ref = quoted(said), short(said.clip.ref)
        name = _("Open in {ref}: {words}").format(ref=ref, words=words)
        row = PickRow(self._theme, name, self, framed=True)
        inside = QWidget(row)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(3))
        if _letters(words) != _letters(account.claim.statement):  # not the same twice
            column.addWidget(plain_label(words, inside, size="quote", wrap=True))
        where = _("Open in {ref}").format(ref=ref)
        column.addWidget(plain_label(where, inside, tone="accent", size="small"))
        row.put(inside, 1)
        row.clicked.connect(lambda: self.report_opened.emit(said.clip.id, said.anchor.id))
        return row


def _numbers(account: Account) -> list[str]:
    """`2 columns per DeepState`: what those tell who support the claim, each once."""
    told = (
        figures.phrase(q, said.claimant.name)
        for said in supporting(account)
        for q in said.quantities
    )
    return list(dict.fromkeys(told))[:MOST]


def _each_once(reports: Sequence[ReportView]) -> list[ReportView]:
    return list({(voice(said), way(said)): said for said in reversed(reports)}.values())[::-1]


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
