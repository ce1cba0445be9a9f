"""What the hypotheses say while no question is weighed: what it is for, and where to begin."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseboard.i18n import _
from caseboard.ui.lib.buttons import push_button
from caseboard.ui.lib.empty import EmptyState
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme


class NoInquiry(Surface):
    """Three ways to begin, each a button; one that cannot be taken says why in its place."""

    dispute_wanted = Signal()
    claims_wanted = Signal()
    question_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget, *, is_writable: bool) -> None:
        super().__init__("panel", parent=parent)
        self._is_writable = is_writable
        self.says = EmptyState(theme, "", icon="scale", parent=self)
        self.from_dispute = push_button(theme, _("Start from a dispute…"), self, primary=True)
        self.from_claims = push_button(theme, _("Start from claims…"), self)
        self.from_question = push_button(theme, _("Start from the case’s question…"), self)
        self.from_dispute.clicked.connect(self.dispute_wanted)
        self.from_claims.clicked.connect(self.claims_wanted)
        self.from_question.clicked.connect(self.question_wanted)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addStretch(1)
        for button in (self.from_dispute, self.from_claims, self.from_question):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(12),) * 4)
        column.addStretch(2)
        self.says.setFixedWidth(theme.px(460))
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.says)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addLayout(row)
        column.addStretch(3)
        self.know(claims=0, disputes=0)

    def know(self, *, claims: int, disputes: int) -> None:
        """Offer what the claims and disputes of the case allow."""
        second = _(
            "Put the answers a question could have side by side, and see which of them the"
            " evidence speaks against least."
        )
        if not claims:
            second = _("State a claim first: hypotheses are tried on claims.")
        self.says.say(_("No question is weighed yet."), second=second)
        offered = (
            (self.from_dispute, disputes > 0),
            (self.from_claims, claims > 1),
            (self.from_question, claims > 0),
        )
        for button, is_offered in offered:
            button.setVisible(self._is_writable and is_offered)
        for button, is_offered in reversed(offered):
            if is_offered:
                self.setFocusProxy(button)
