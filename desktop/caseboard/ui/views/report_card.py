"""A report as a card: what it does to the claim, its grade, the words, the way they took."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseboard.i18n import _
from caseboard.model import moments
from caseboard.model.refs import short
from caseboard.store.evidence import ReportView
from caseboard.ui import words
from caseboard.ui.inspector.chains import chain, graded
from caseboard.ui.inspector.pick_row import PickRow
from caseboard.ui.lib.buttons import tool_button
from caseboard.ui.lib.chips import Pill
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.theme import Theme


class ReportCard(PickRow):
    """A click leads to the words in their clip; `edit_wanted` is sent by the pencil."""

    edit_wanted = Signal()

    def __init__(
        self, theme: Theme, said: ReportView, parent: QWidget, *, is_writable: bool
    ) -> None:
        stance = words.term(said.report.stance)
        super().__init__(theme, f"{stance}: {quote(said)}, {way(said)}", parent, framed=True)
        self.said = said
        text = QWidget(self)
        column = QVBoxLayout(text)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(5))
        head = QHBoxLayout()
        head.setSpacing(theme.px(6))
        head.addWidget(Pill(theme, stance, words.STANCE_TINTS[said.report.stance], text))
        grade = plain_label(graded(said.report, said.claimant), text, size="mono")
        head.addWidget(grade)
        head.addWidget(plain_label(said.report.verb, text, tone="muted", size="small"))
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(plain_label(quote(said), text, size="quote", wrap=True))
        column.addWidget(plain_label(way(said), text, tone="muted", size="small", wrap=True))
        if said.report.credibility_reason:
            reason = _("Credibility {grade}: {reason}").format(
                grade=words.credibility(said.report.credibility),
                reason=said.report.credibility_reason,
            )
            column.addWidget(plain_label(reason, text, tone="muted", size="small", wrap=True))
        self.put(text, 1)
        self.edit = tool_button(theme, "pencil", _("Edit this report"), self)
        self.edit.clicked.connect(self.edit_wanted)
        self.edit.setEnabled(is_writable)
        self.body.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignTop)


def quote(said: ReportView) -> str:
    """The words of the report, or where they stand if it is about a picture."""
    exact = " ".join(said.anchor.exact.split())
    if not exact:
        return _("A region of {ref}").format(ref=short(said.clip.ref))
    return _("“{words}”").format(words=exact)


def way(said: ReportView) -> str:
    """`General Staff → Ukrinform → Daily Courier · E001 · 14 Nov 2024`."""
    when = said.report.said_when or said.clip.published
    parts = [
        chain(said.claimant, said.relays, said.outlet_name),
        short(said.clip.ref),
        moments.show(when.partition("T")[0]) if when else "",
    ]
    return " · ".join(part for part in parts if part)
